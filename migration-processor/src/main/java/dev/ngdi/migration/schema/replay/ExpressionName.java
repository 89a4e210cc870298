package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Bound;
import dev.ngdi.migration.sql.Fragment;
import java.util.Optional;

/** How PostgreSQL calls an expression that has no name. */
final class ExpressionName {
  private ExpressionName() {}

  /** The name that its function, column or type gives to an expression; empty for none. */
  static Optional<String> of(Fragment expression) {
    return expression.scopes().stream()
        .findFirst()
        .flatMap(scope -> scope.outputs().stream().findFirst())
        .flatMap(Fragment.Output::name)
        .filter(name -> !name.equals("?column?"));
  }

  /** The same of an expression that is bound already. */
  static String of(Bound expression) {
    return of(Fragment.ofExpression(expression.sql())).orElse("expr");
  }
}
