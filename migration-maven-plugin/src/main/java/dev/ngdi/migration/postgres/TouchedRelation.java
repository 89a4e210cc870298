package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.RelationEffect;
import dev.ngdi.migration.model.Sql;
import dev.ngdi.migration.model.StatementSpan;
import dev.ngdi.migration.sql.QualifiedName;
import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A relation of the database that the statements of a plan lock.
 *
 * @param name its name as the manifest writes it
 * @param oid its number
 * @param owned whether the user has the rights of its owner, and nothing else inherits from it
 * @param locks what the plan waits for on it, as locks that it or something in it would take, such
 *     as {@code ACCESS EXCLUSIVE}
 */
record TouchedRelation(String name, long oid, boolean owned, Set<String> locks) {
  private static final Pattern NAME = Pattern.compile("\"((?:[^\"]|\"\")+)\"|([^\".]+)");
  private static final String FIND =
      """
      SELECT wanted.place, c.oid,
        pg_catalog.pg_has_role(c.relowner, 'USAGE') AND NOT c.relhassubclass
      FROM unnest(?, ?) WITH ORDINALITY wanted (schema, name, place)
        JOIN pg_catalog.pg_namespace n ON n.nspname = wanted.schema
        JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = wanted.name
      ORDER BY wanted.place""";

  TouchedRelation {
    locks = Set.copyOf(locks);
  }

  /** Those of a plan that are there now, the first that it locks first. */
  static List<TouchedRelation> of(Plan plan, Session session) throws SQLException {
    Map<String, Set<String>> locks = plan.clear() ? Map.of() : locks(plan);
    List<String> schemas = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<String> written = new ArrayList<>();
    List<Set<String>> taken = new ArrayList<>();
    locks.forEach(
        (relation, modes) -> {
          List<String> parts = parts(relation);
          if (parts.size() <= 2) {
            schemas.add(parts.size() == 2 ? parts.get(0) : session.schema());
            names.add(parts.get(parts.size() - 1));
            written.add(relation);
            taken.add(modes);
          }
        });
    if (names.isEmpty()) {
      return List.of();
    }
    return session.list(
        FIND,
        row ->
            new TouchedRelation(
                written.get(row.getInt(1) - 1),
                row.getLong(2),
                row.getBoolean(3),
                taken.get(row.getInt(1) - 1)),
        session.texts(schemas),
        session.texts(names));
  }

  /** The names of those in a schema that the user owns. */
  static Set<QualifiedName> owned(List<TouchedRelation> relations, String schema) {
    return relations.stream()
        .filter(TouchedRelation::owned)
        .map(relation -> parts(relation.name()))
        .filter(parts -> parts.size() == 1 || parts.get(0).equals(schema))
        .map(parts -> new QualifiedName(Optional.of(schema), parts.get(parts.size() - 1)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The numbers of several, as a parameter. */
  static Array oids(List<TouchedRelation> relations, Session session) throws SQLException {
    return session
        .connection()
        .createArrayOf("int8", relations.stream().map(TouchedRelation::oid).toArray());
  }

  private static Map<String, Set<String>> locks(Plan plan) {
    Map<String, Set<String>> locks = new LinkedHashMap<>();
    for (Step step : plan.steps()) {
      step.script().ifPresent(sql -> sql.statements().forEach(span -> add(sql, span, locks)));
    }
    return locks;
  }

  private static void add(Sql sql, StatementSpan span, Map<String, Set<String>> locks) {
    Optional<String> late = Concurrently.of(sql, span).map(Concurrently::awaits);
    for (RelationEffect relation : span.effect().relations()) {
      Set<String> taken = locks.computeIfAbsent(relation.relation(), r -> new LinkedHashSet<>());
      taken.add(relation.lock());
      late.ifPresent(taken::add);
    }
  }

  /** A name as SQL, taken apart. */
  private static List<String> parts(String name) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = NAME.matcher(name);
    while (matcher.find()) {
      parts.add(
          Optional.ofNullable(matcher.group(1))
              .map(quoted -> quoted.replace("\"\"", "\""))
              .orElseGet(matcher::group));
    }
    return parts;
  }
}
