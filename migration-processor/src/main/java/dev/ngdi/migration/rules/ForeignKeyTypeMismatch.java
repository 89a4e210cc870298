package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refuses a foreign key between columns of different types. */
final class ForeignKeyTypeMismatch implements Rule {
  private static final Set<String> TEXTS = Set.of("text", "varchar");

  /** From the smallest on. */
  private static final List<String> WHOLE = List.of("int2", "int4", "int8");

  @Override
  public String summary() {
    return "a foreign key whose column has another type than the column that it refers to";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(
        Statement.CreateTable.class, Statement.AlterTable.class, Statement.CreateObject.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : subject.timeline().up()) {
      for (Constraint key : ForeignKeyIndex.made(change)) {
        mismatch(change, key).map(pair -> finding(subject, change, pair)).ifPresent(findings::add);
      }
    }
    return List.copyOf(findings);
  }

  /** A column, and the one of another type that it refers to. */
  private record Pair(Table table, Column column, Table parent, Column referenced) {}

  private static Optional<Pair> mismatch(Change change, Constraint key) {
    Schema schema = change.after();
    Constraint.Reference to = key.references().orElseThrow();
    Optional<Table> table = schema.get(key.scope(), Table.class);
    Optional<Table> parent = schema.get(to.table(), Table.class);
    if (table.isEmpty() || parent.isEmpty() || to.columns().size() != key.columns().size()) {
      return Optional.empty();
    }
    for (int i = 0; i < key.columns().size(); i++) {
      Optional<Column> column = table.get().column(key.columns().get(i));
      Optional<Column> referenced = parent.get().column(to.columns().get(i));
      if (column.isPresent()
          && referenced.isPresent()
          && differ(schema, column.get().type(), referenced.get().type())) {
        return Optional.of(new Pair(table.get(), column.get(), parent.get(), referenced.get()));
      }
    }
    return Optional.empty();
  }

  private static boolean differ(Schema schema, TypeRef one, TypeRef other) {
    TypeRef first = base(schema, one);
    TypeRef second = base(schema, other);
    boolean texts = TEXTS.contains(first.builtin()) && TEXTS.contains(second.builtin());
    boolean known = !first.builtin().isEmpty() && !second.builtin().isEmpty();
    return known && !texts && !first.builtin().equals(second.builtin());
  }

  private static TypeRef base(Schema schema, TypeRef type) {
    return schema
        .get(type.oid(), UserType.Domain.class)
        .map(domain -> base(schema, domain.base()))
        .orElse(type);
  }

  private static Finding finding(Subject subject, Change change, Pair pair) {
    Schema schema = change.after();
    String problem =
        "`%s.%s` is `%s`, and `%s.%s`, which it refers to, is `%s`: a value that one can hold may not fit the other"
            .formatted(
                Rendering.name(schema, pair.table().oid()),
                Identifiers.quote(pair.column().name()),
                Rendering.type(schema, pair.column().type()),
                Rendering.name(schema, pair.parent().oid()),
                Identifiers.quote(pair.referenced().name()),
                Rendering.type(schema, pair.referenced().type()));
    Finding finding =
        Finding.at(Part.UP, change.statement(), problem, instead(subject, change, pair));
    return fits(schema, pair) ? finding.as(Severity.WARNING) : finding;
  }

  /** Whether every value that can be referred to fits, so that nothing ever fails. */
  private static boolean fits(Schema schema, Pair pair) {
    String type = base(schema, pair.column().type()).builtin();
    String referenced = base(schema, pair.referenced().type()).builtin();
    return WHOLE.indexOf(type) > WHOLE.indexOf(referenced) && WHOLE.contains(referenced);
  }

  private static String instead(Subject subject, Change change, Pair pair) {
    Schema schema = change.after();
    String type = Rendering.type(schema, pair.referenced().type());
    String column = Identifiers.quote(pair.column().name());
    boolean made =
        subject
            .timeline()
            .start()
            .get(pair.table().oid(), Table.class)
            .flatMap(table -> table.column(pair.column().number()))
            .isEmpty();
    Matcher written =
        Pattern.compile(
                "(?i)(?<![\\w$])"
                    + Pattern.quote(column)
                    + "\\s+(double\\s+precision|character\\s+varying|\\w+)(\\s*\\([\\d, ]*\\))?")
            .matcher(change.statement().source().sql());
    if (made) {
      return written.find()
          ? written.replaceFirst(Matcher.quoteReplacement(column + " " + type))
          : column + " " + type;
    }
    return successor(subject, change, pair, type);
  }

  /** A column of the right type that takes the place of the other. */
  private static String successor(Subject subject, Change change, Pair pair, String type) {
    String table = Rendering.name(change.after(), pair.table().oid());
    String column = Identifiers.quote(pair.column().name());
    String next = Identifiers.quote(pair.column().name() + "_next");
    String range = KeyRange.of(change.before(), pair.table()).condition(0, "");
    return Sequel.of(subject)
        .then(
            "The successor of %s, of the type of what it refers to; code writes both for a while."
                .formatted(column),
            "ALTER TABLE %s ADD COLUMN %s %s".formatted(table, next, type),
            "ALTER TABLE %s DROP COLUMN %s".formatted(table, next))
        .thenData(
            "Rows from before the column; each range of the key in a migration like this.",
            "UPDATE %s SET %s = %s WHERE %s".formatted(table, next, column, range),
            "UPDATE %s SET %s = NULL WHERE %s".formatted(table, next, range))
        .text();
  }
}
