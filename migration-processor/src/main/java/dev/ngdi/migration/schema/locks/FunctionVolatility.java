package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.sql.Fragment;
import dev.ngdi.migration.sql.PlainSelect;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether expressions give one value for all rows, by the functions that they call. */
final class FunctionVolatility {
  private static final int DEEPEST = 8;

  private final Schema schema;

  FunctionVolatility(Schema schema) {
    this.schema = schema;
  }

  /** Of an expression. */
  Volatility of(Fragment expression) {
    return of(expression, 0);
  }

  /** Of an expression as SQL. */
  Volatility of(String expression) {
    return query("SELECT " + expression).map(q -> of(q.names(), 0)).orElse(Volatility.UNKNOWN);
  }

  private Volatility of(Fragment expression, int depth) {
    return expression.functions().stream()
        .map(use -> of(use, depth))
        .reduce(expression.complete() ? Volatility.STABLE : Volatility.UNKNOWN, Volatility::or);
  }

  private Volatility of(Fragment.FunctionUse use, int depth) {
    QualifiedName name = use.name();
    boolean catalog = name.schema().filter(s -> s.equals("pg_catalog")).isPresent();
    if (catalog || (name.schema().isEmpty() && BuiltinFunctions.isKnown(name.name()))) {
      return BuiltinFunctions.of(name.name());
    }
    List<Routine> routines =
        schema.routines(name).stream().filter(r -> takes(r, use.arguments())).toList();
    if (routines.isEmpty() || schema.unsureOfRoutines(name)) {
      return BuiltinFunctions.ofExtensions(name.name());
    }
    return routines.stream()
        .map(routine -> of(routine, depth))
        .reduce(Volatility::or)
        .orElse(Volatility.UNKNOWN);
  }

  private static boolean takes(Routine routine, int arguments) {
    int most = routine.signature().size();
    boolean variadic = routine.arguments().stream().anyMatch(a -> a.mode().equals("VARIADIC"));
    long least =
        routine.arguments().stream()
            .filter(a -> a.mode().equals("IN") || a.mode().equals("INOUT"))
            .filter(a -> a.defaultValue().isEmpty())
            .count();
    return arguments >= least && (variadic || arguments <= most);
  }

  private Volatility of(Routine routine, int depth) {
    boolean isVolatile =
        routine.settings().get("volatility").filter(v -> !v.equalsIgnoreCase("volatile")).isEmpty();
    if (!isVolatile) {
      return Volatility.STABLE;
    }
    if (!routine.language().equals("sql") || depth > DEEPEST || isSet(routine)) {
      return Volatility.VOLATILE;
    }
    Optional<Statement.Query> body = query(body(routine));
    boolean inlined = body.filter(q -> PlainSelect.is(q.source().sql())).isPresent();
    return inlined ? of(body.get().names(), depth + 1) : Volatility.VOLATILE;
  }

  /** Whether it is more than an expression for the server too. */
  private static boolean isSet(Routine routine) {
    return routine.settings().values().entrySet().stream()
        .anyMatch(
            setting ->
                setting.getKey().startsWith("set ")
                    || setting.getKey().equals("strict")
                    || (setting.getKey().equals("security")
                        && setting.getValue().equalsIgnoreCase("definer")));
  }

  /** Of a body that is bound only what it does is kept: an expression or a query. */
  private static String body(Routine routine) {
    if (routine.atomic().isEmpty()) {
      return routine.body();
    }
    String sql = routine.atomic().get().sql().strip();
    return sql.toLowerCase(Locale.ROOT).startsWith("select") ? sql : "SELECT " + sql;
  }

  private static Optional<Statement.Query> query(String sql) {
    List<Statement> statements = Script.parse(sql).statements();
    return statements.size() == 1 && statements.get(0) instanceof Statement.Query query
        ? Optional.of(query)
        : Optional.empty();
  }
}
