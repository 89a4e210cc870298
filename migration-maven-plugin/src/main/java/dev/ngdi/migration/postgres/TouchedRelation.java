package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.RelationEffect;
import dev.ngdi.migration.model.StatementSpan;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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

/**
 * A relation of the database that the statements of a plan lock.
 *
 * @param oid its number
 * @param owned whether the user has the rights of its owner
 * @param locks the locks that the plan takes on it, such as {@code ACCESS EXCLUSIVE}
 */
record TouchedRelation(long oid, boolean owned, Set<String> locks) {
  private static final Pattern NAME = Pattern.compile("\"((?:[^\"]|\"\")+)\"|([^\".]+)");
  private static final String FIND =
      """
      SELECT wanted.place, c.oid, pg_catalog.pg_has_role(c.relowner, 'USAGE')
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
    List<Set<String>> taken = new ArrayList<>();
    locks.forEach(
        (relation, modes) -> {
          List<String> parts = parts(relation);
          if (parts.size() <= 2) {
            schemas.add(parts.size() == 2 ? parts.get(0) : session.schema());
            names.add(parts.get(parts.size() - 1));
            taken.add(modes);
          }
        });
    List<TouchedRelation> found = new ArrayList<>();
    if (names.isEmpty()) {
      return found;
    }
    try (PreparedStatement query = session.connection().prepareStatement(FIND)) {
      query.setArray(1, session.texts(schemas));
      query.setArray(2, session.texts(names));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(
              new TouchedRelation(row.getLong(2), row.getBoolean(3), taken.get(row.getInt(1) - 1)));
        }
      }
    }
    return found;
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
      for (StatementSpan span : step.script().map(s -> s.statements()).orElse(List.of())) {
        for (RelationEffect relation : span.effect().relations()) {
          locks
              .computeIfAbsent(relation.relation(), r -> new LinkedHashSet<>())
              .add(relation.lock());
        }
      }
    }
    return locks;
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
