package dev.ngdi.migration.sql;

import java.util.List;

/** Reads the values of settings and options. */
final class SettingReader {
  private SettingReader() {}

  /** The values with commas between them that the cursor has left; none for the default. */
  static List<String> values(Cursor rest) {
    if (rest.at("default") || rest.atEnd()) {
      rest.toEnd();
      return List.of();
    }
    List<String> values = rest.splitAtCommas().stream().map(SettingReader::whole).toList();
    rest.toEnd();
    return values;
  }

  private static String whole(Cursor value) {
    boolean single = value.peek(1).kind() == Token.Kind.END;
    return single ? value(value) : value.rest();
  }

  /** One value: a name, or a constant without its quotes. */
  static String value(Cursor cursor) {
    Token token = cursor.take();
    return token.isString() ? StringConstant.text(cursor.text(token)) : token.value();
  }
}
