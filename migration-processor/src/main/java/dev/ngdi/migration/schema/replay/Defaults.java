package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Bound;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.ColumnDefault;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.Fragment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Defaults of columns, and the expressions of generated ones. */
final class Defaults {
  private Defaults() {}

  /** Gives a column a default instead of the one it has; {@code NULL} is none. */
  static void set(Work work, int table, int column, Fragment value) {
    drop(work, table, column);
    if (isNull(work, table, column, value) || Expressions.hasSubquery(work, value, "a default")) {
      return;
    }
    boolean namesColumn =
        value.complete()
            && value.scopes().stream()
                .limit(1)
                .flatMap(scope -> scope.columns().stream())
                .anyMatch(Fragment.ColumnUse::certain);
    if (namesColumn) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "0A000",
          "the default `%s` names a column".formatted(value.sql()),
          "");
      return;
    }
    put(work, table, column, Expressions.bind(work, value));
  }

  /** Whether PostgreSQL makes no default of it; to a length or a domain it casts {@code NULL}. */
  private static boolean isNull(Work work, int table, int column, Fragment value) {
    TypeRef type = column(work, table, column).orElseThrow().type();
    String sql = bare(value.sql()).toLowerCase(Locale.ROOT);
    return (sql.equals("null") || sql.equals("null::" + Rendering.type(work.schema(), type)))
        && type.modifiers().isEmpty()
        && work.get(type.oid(), UserType.Domain.class).isEmpty();
  }

  private static String bare(String sql) {
    boolean around = sql.startsWith("(") && sql.endsWith(")");
    return around ? bare(sql.substring(1, sql.length() - 1).strip()) : sql;
  }

  /** Makes a column be computed. */
  static void setGenerated(Work work, int table, int column, Fragment value) {
    drop(work, table, column);
    if (!Expressions.hasSubquery(work, value, "a generated column")) {
      put(work, table, column, Expressions.bind(work, value, work.table(table)));
    }
  }

  /** Gives a column the values of a sequence. */
  static void setNextval(Work work, int table, int column, Sequence sequence) {
    String name = "'" + Rendering.name(work.schema(), sequence.oid()).replace("'", "''") + "'";
    Ref target = Ref.to(sequence.oid());
    int start = "nextval(".length();
    Bound bound =
        new Bound(
            "nextval(" + name + "::regclass)",
            List.of(new Bound.Name(start, start + name.length(), target, Bound.Form.LITERAL)),
            true);
    put(
        work,
        table,
        column,
        new Expressions.Binding(bound, table, Set.of(target), Set.of(), Set.of()));
  }

  /** Gives a column what another table's column has. */
  static void copy(Work work, int from, Column original, int to, int column) {
    work.schema()
        .defaultOf(original)
        .ifPresent(
            value -> {
              drop(work, to, column);
              put(work, to, column, new Rebinding(work, from, to).binding(value.expression()));
            });
  }

  /**
   * Writes the type behind a default that is a string or {@code NULL}: where its column gets
   * another type, the default is of the type before.
   */
  static void keepType(Work work, Column before) {
    Optional<ColumnDefault> value = work.schema().defaultOf(before);
    boolean generated = before.generated() != Column.Generated.NONE;
    if (value.isEmpty() || generated || !isUntyped(value.get().expression().sql())) {
      return;
    }
    ColumnDefault now = value.get();
    TypeRef type = Signatures.plain(based(work, before.type()));
    boolean bits = type.builtin().equals("bit") && type.dimensions() == 0;
    boolean padded = type.builtin().equals("bpchar") && type.dimensions() == 0;
    String name = bits ? "\"bit\"" : padded ? "bpchar" : Rendering.type(work.schema(), type);
    String sql = now.expression().sql() + "::" + name;
    List<Bound.Name> names = List.of();
    if (type.builtin().isEmpty()) {
      int start = sql.length() - name.length();
      int end = sql.length() - "[]".repeat(type.dimensions()).length();
      names = List.of(new Bound.Name(start, end, Ref.to(type.oid()), Bound.Form.OBJECT));
      work.depend(Ref.to(now.oid()), Ref.to(type.oid()), Dependency.Type.NORMAL);
    }
    work.put(new ColumnDefault(now.oid(), now.scope(), now.column(), new Bound(sql, names, true)));
  }

  private static boolean isUntyped(String sql) {
    return sql.equalsIgnoreCase("null") || sql.matches("(?s)'([^']++|'')*+'");
  }

  private static TypeRef based(Work work, TypeRef type) {
    Optional<UserType.Domain> domain =
        type.dimensions() > 0 ? Optional.empty() : work.get(type.oid(), UserType.Domain.class);
    return domain.map(d -> based(work, d.base())).orElse(type);
  }

  static void drop(Work work, int table, int column) {
    int oid = column(work, table, column).map(Column::defaultOid).orElse(0);
    if (oid != 0) {
      Removal.object(work, oid);
    }
  }

  private static Optional<Column> column(Work work, int relation, int number) {
    return work.get(relation, Relation.class).flatMap(r -> r.column(number));
  }

  private static void put(Work work, int table, int number, Expressions.Binding value) {
    int oid = work.newOid();
    work.put(new ColumnDefault(oid, table, number, value.bound()));
    Column column = column(work, table, number).orElseThrow();
    Removal.change(work, table, number, c -> c.withDefault(oid));
    boolean generated = column.generated() != Column.Generated.NONE;
    Ref owner = new Ref(table, number);
    if (generated && work.schema().postgres() < 15) {
      work.depend(Ref.to(oid), owner, Dependency.Type.AUTO);
      value.columns().forEach(c -> work.depend(owner, new Ref(table, c), Dependency.Type.AUTO));
      value.needs().forEach(need -> work.depend(owner, need, Dependency.Type.AUTO));
      return;
    }
    work.depend(Ref.to(oid), owner, generated ? Dependency.Type.INTERNAL : Dependency.Type.AUTO);
    value.depend(work, Ref.to(oid), Dependency.Type.NORMAL);
  }
}
