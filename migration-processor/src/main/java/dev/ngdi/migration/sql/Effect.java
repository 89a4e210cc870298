package dev.ngdi.migration.sql;

import java.util.regex.Pattern;

/** Whether a statement does anything. */
final class Effect {
  private static final Pattern EMPTY_BLOCK =
      Pattern.compile(
          "\\s*begin\\s+(?:(?:null|return)\\s*;\\s*)*end\\s*;?\\s*", Pattern.CASE_INSENSITIVE);

  private Effect() {}

  /** Settings, queries of constants, and blocks without statements. */
  static boolean isNone(Statement statement) {
    if (statement instanceof Statement.SetParameter) {
      return true;
    }
    if (statement instanceof Statement.Query) {
      Cursor cursor = Cursor.over(statement.source().sql());
      return cursor.skipAny("select", "values") && hasOnlyConstants(cursor);
    }
    return statement instanceof Statement.DoBlock block
        && EMPTY_BLOCK.matcher(OneLine.of(block.body())).matches();
  }

  private static boolean hasOnlyConstants(Cursor cursor) {
    while (!cursor.atEnd()) {
      Token token = cursor.take();
      boolean alias = token.isWord("as");
      if (alias) {
        cursor.take();
      }
      boolean constant =
          switch (token.kind()) {
            case STRING, UNICODE_STRING, INTEGER, DECIMAL -> true;
            case SYMBOL -> !token.value().equals(".");
            case WORD ->
                alias
                    || switch (token.value()) {
                      case "null", "true", "false", "where" -> true;
                      default -> false;
                    };
            default -> false;
          };
      if (!constant) {
        return false;
      }
    }
    return true;
  }
}
