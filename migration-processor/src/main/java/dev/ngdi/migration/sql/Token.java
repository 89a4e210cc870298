package dev.ngdi.migration.sql;

/**
 * A lexical unit of a script.
 *
 * @param kind what sort
 * @param start UTF-16 units before it in the script
 * @param end UTF-16 units up to its end
 * @param value a word in lower case, a quoted name without its quotes, or otherwise the text
 */
record Token(Kind kind, int start, int end, String value) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Token token
        && kind == token.kind
        && start == token.start
        && end == token.end
        && value.equals(token.value);
  }

  @Override
  public int hashCode() {
    return start * 31 + value.hashCode();
  }

  enum Kind {
    WORD,
    QUOTED_NAME,
    STRING,
    UNICODE_STRING,
    INTEGER,
    DECIMAL,
    PARAMETER,
    SYMBOL,
    END
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && value.equals(word);
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && value.equals(symbol);
  }

  boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
  }

  boolean isString() {
    return kind == Kind.STRING || kind == Kind.UNICODE_STRING;
  }
}
