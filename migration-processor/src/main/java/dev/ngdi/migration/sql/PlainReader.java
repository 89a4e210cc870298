package dev.ngdi.migration.sql;

import dev.ngdi.migration.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads forward over a statement that may be plain, and notes its names. Each method answers
 * whether what it is named after stood there; it goes behind it then.
 */
final class PlainReader {
  private static final Set<String> NO_BARE_LABEL =
      Set.of(
          "day", "filter", "hour", "minute", "month", "over", "second", "varying", "within",
          "without", "year");

  private final List<Token> tokens;
  private final List<String> names = new ArrayList<>();
  private int at;

  PlainReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** How many tokens are behind. */
  int index() {
    return at;
  }

  /** The names up to here, as the catalogue has them. */
  List<String> names() {
    return names;
  }

  boolean atEnd() {
    return at == tokens.size();
  }

  /** The word or symbol that follows; empty if something else does. */
  String peek() {
    return peek(0);
  }

  /** The word or symbol so many tokens further on; empty if something else is there. */
  String peek(int ahead) {
    if (!isKind(ahead, Kind.WORD) && !isKind(ahead, Kind.SYMBOL)) {
      return "";
    }
    return tokens.get(at + ahead).value();
  }

  boolean isKind(int ahead, Kind kind) {
    return at + ahead < tokens.size() && tokens.get(at + ahead).kind() == kind;
  }

  boolean at(String word) {
    return peek().equals(word);
  }

  boolean at(String first, String second) {
    return peek().equals(first) && peek(1).equals(second);
  }

  boolean take(String word) {
    return at(word) && next();
  }

  boolean take(String first, String second) {
    return at(first, second) && nextTwo();
  }

  boolean takeEither(String one, String other) {
    return take(one) || take(other);
  }

  /** Goes behind the one word or the other if it follows; always true. */
  boolean skipEither(String one, String other) {
    takeEither(one, other);
    return true;
  }

  /** Goes behind the word if it follows; always true. */
  boolean skip(String word) {
    take(word);
    return true;
  }

  /** Goes behind the next token, whatever it is. */
  boolean next() {
    at++;
    return true;
  }

  /** Goes behind the next two tokens. */
  boolean nextTwo() {
    at += 2;
    return true;
  }

  boolean ifExists() {
    return !take("if") || take("exists");
  }

  boolean ifNotExists() {
    return !take("if") || take("not", "exists");
  }

  boolean string() {
    return isKind(0, Kind.STRING) && next();
  }

  boolean integer() {
    return isKind(0, Kind.INTEGER) && next();
  }

  /** Goes behind an integer if it follows; always true. */
  boolean skipInteger() {
    integer();
    return true;
  }

  boolean signedNumber() {
    takeEither("+", "-");
    return integer() || (isKind(0, Kind.DECIMAL) && next());
  }

  /** The name of a table or a column. */
  boolean name() {
    return (isKind(0, Kind.QUOTED_NAME) || (isWord() && !Keywords.isReserved(peek()))) && note();
  }

  boolean atFunctionName() {
    String word = peek();
    return isKind(0, Kind.QUOTED_NAME)
        || (isWord() && (!Keywords.needsQuotes(word) || word.equals("json")));
  }

  /** The name of a function or a type; those that only these may have are not plain. */
  boolean functionName() {
    return atFunctionName() && note();
  }

  /** A name behind {@code AS} or a dot, where each word can stand. */
  boolean label() {
    return (isKind(0, Kind.QUOTED_NAME) || isWord()) && note();
  }

  boolean atBareLabel() {
    String word = peek();
    return isKind(0, Kind.QUOTED_NAME)
        || (isWord() && !Keywords.needsQuotes(word) && !NO_BARE_LABEL.contains(word));
  }

  /** A name of one part or two. */
  boolean shortName() {
    return name() && (!take(".") || name());
  }

  /** A name of one part to three. */
  boolean qualifiedName() {
    return name() && (!take(".") || (name() && (!take(".") || name())));
  }

  boolean qualifiedFunctionName() {
    return peek(1).equals(".") ? name() && next() && functionName() : functionName();
  }

  boolean names(boolean qualified) {
    do {
      if (!(qualified ? qualifiedName() : name())) {
        return false;
      }
    } while (take(","));
    return true;
  }

  boolean namesInParentheses() {
    return take("(") && names(false) && take(")");
  }

  boolean role() {
    return take("current_user") || take("session_user") || take("current_role") || name();
  }

  boolean roles() {
    do {
      if (!role()) {
        return false;
      }
    } while (take(","));
    return true;
  }

  private boolean isWord() {
    return isKind(0, Kind.WORD);
  }

  private boolean note() {
    return names.add(tokens.get(at).value()) && next();
  }
}
