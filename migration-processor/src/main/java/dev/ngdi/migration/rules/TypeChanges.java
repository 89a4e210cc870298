package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What the rules on type changes have in common. */
final class TypeChanges {
  private static final Map<String, Integer> WHOLE = Map.of("int2", 0, "int4", 1, "int8", 2);
  private static final Map<String, Integer> FLOATING = Map.of("float4", 0, "float8", 1);
  private static final List<String> STRINGS = List.of("text", "varchar", "bpchar", "citext");
  private static final List<String> TIMES =
      List.of("timestamp", "timestamptz", "time", "timetz", "interval");
  private static final int FULL_PRECISION = 6;
  private static final String FEATURE_NOT_SUPPORTED = "0A000";

  private TypeChanges() {}

  /** All of them. */
  static List<Alteration<TableAction.AlterType>> in(Subject subject) {
    return Alteration.in(subject, TableAction.AlterType.class);
  }

  /** Whether a statement fails because something uses a column whose type it changes. */
  static boolean isColumnInUse(Change change, Problem problem) {
    return problem.sqlState().equals(FEATURE_NOT_SUPPORTED)
        && change.statement() instanceof Statement.AlterTable alter
        && alter.actions().stream().anyMatch(TableAction.AlterType.class::isInstance);
  }

  /** The type as the statement meets it, domains taken for what they are made of. */
  static TypeRef from(Alteration<TableAction.AlterType> change) {
    TypeRef type =
        change.table().column(change.action().column()).map(Column::type).orElse(TypeRef.UNKNOWN);
    return base(change.change().before(), type);
  }

  /** The type as the statement leaves it. */
  static TypeRef to(Alteration<TableAction.AlterType> change) {
    Schema after = change.change().after();
    return base(after, ColumnSql.typeOf(after, change.table().oid(), change.action().column()));
  }

  private static TypeRef base(Schema schema, TypeRef type) {
    return type.dimensions() > 0
        ? type
        : schema
            .get(type.oid(), UserType.Domain.class)
            .map(domain -> base(schema, domain.base()))
            .orElse(type);
  }

  /** The change in words: {@code from `integer` to `bigint`}. */
  static String words(Alteration<TableAction.AlterType> change) {
    Schema before = change.change().before();
    Schema after = change.change().after();
    TypeRef from =
        change.table().column(change.action().column()).map(Column::type).orElse(TypeRef.UNKNOWN);
    TypeRef to = ColumnSql.typeOf(after, change.table().oid(), change.action().column());
    return "from `%s` to `%s`".formatted(Rendering.type(before, from), Rendering.type(after, to));
  }

  /** Whether values that the column has now may not fit any more. */
  static boolean narrows(Alteration<TableAction.AlterType> change) {
    TypeRef from = from(change);
    TypeRef to = to(change);
    if (!from.known() || !to.known() || from.dimensions() > 0 || to.dimensions() > 0) {
      return false;
    }
    if (STRINGS.contains(to.builtin()) && STRINGS.contains(from.builtin())) {
      return isLess(length(to), length(from));
    }
    if (WHOLE.containsKey(to.builtin())) {
      return Optional.ofNullable(WHOLE.get(from.builtin()))
          .map(size -> WHOLE.get(to.builtin()) < size)
          .orElse(isFraction(from));
    }
    if (FLOATING.containsKey(to.builtin()) && FLOATING.containsKey(from.builtin())) {
      return FLOATING.get(to.builtin()) < FLOATING.get(from.builtin());
    }
    if (to.builtin().equals("numeric") && from.builtin().equals("numeric")) {
      return isLess(digits(to), digits(from)) || isLess(scale(to), scale(from));
    }
    if (TIMES.contains(to.builtin()) && from.builtin().equals(to.builtin())) {
      return precision(to) < precision(from);
    }
    return from.builtin().startsWith("timestamp")
        && (to.builtin().equals("date")
            || (to.builtin().startsWith("time") && !to.builtin().startsWith("timestamp")));
  }

  /** Whether PostgreSQL refuses values that do not fit, instead of making them fit. */
  static boolean refuses(Alteration<TableAction.AlterType> change) {
    return areWhole(change)
        || (areStrings(change) && change.action().using().isEmpty())
        || (to(change).builtin().equals("numeric")
            && isLess(digits(to(change)), digits(from(change))));
  }

  private static boolean isFraction(TypeRef type) {
    return type.builtin().equals("numeric") || FLOATING.containsKey(type.builtin());
  }

  /** Whether there is a limit, and before there was none or a greater one. */
  private static boolean isLess(OptionalInt now, OptionalInt before) {
    return now.isPresent() && (before.isEmpty() || now.getAsInt() < before.getAsInt());
  }

  private static OptionalInt length(TypeRef type) {
    return type.builtin().equals("bpchar") && type.modifiers().isEmpty()
        ? OptionalInt.empty()
        : modifier(type, 0);
  }

  private static OptionalInt digits(TypeRef type) {
    OptionalInt precision = modifier(type, 0);
    return precision.isPresent()
        ? OptionalInt.of(precision.getAsInt() - scale(type).orElse(0))
        : OptionalInt.empty();
  }

  private static OptionalInt scale(TypeRef type) {
    return type.modifiers().size() == 1 ? OptionalInt.of(0) : modifier(type, 1);
  }

  private static int precision(TypeRef type) {
    return modifier(type, 0).orElse(FULL_PRECISION);
  }

  private static OptionalInt modifier(TypeRef type, int at) {
    try {
      return type.modifiers().size() > at
          ? OptionalInt.of(Integer.parseInt(type.modifiers().get(at).strip()))
          : OptionalInt.empty();
    } catch (NumberFormatException notANumber) {
      return OptionalInt.empty();
    }
  }

  /** Whether both types are kinds of strings. */
  static boolean areStrings(Alteration<TableAction.AlterType> change) {
    return STRINGS.contains(from(change).builtin()) && STRINGS.contains(to(change).builtin());
  }

  /** Whether both types are whole numbers. */
  static boolean areWhole(Alteration<TableAction.AlterType> change) {
    return WHOLE.containsKey(from(change).builtin()) && WHOLE.containsKey(to(change).builtin());
  }

  /** Whether the change is another collation and nothing else. */
  static boolean isCollation(Alteration<TableAction.AlterType> change) {
    return change.action().collation().isPresent()
        || change
            .table()
            .column(change.action().column())
            .filter(column -> !column.collation().isEmpty())
            .isPresent();
  }

  /** Whether one type is {@code timestamp} and the other {@code timestamptz}. */
  static boolean areTimestamps(Alteration<TableAction.AlterType> change) {
    String types = from(change).builtin() + " " + to(change).builtin();
    return types.equals("timestamp timestamptz") || types.equals("timestamptz timestamp");
  }
}
