package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the SQL can name that a PL/pgSQL body puts together and runs.
 *
 * @param words the words in its constants that stand alone
 * @param parts those that something is put before or behind
 */
public record DynamicSql(Set<String> words, Set<String> parts) {
  private static final Pattern WORD = Pattern.compile("[\\w$]+");
  private static final Pattern PLACEHOLDER = Pattern.compile("%[-\\d$]*[sIL]");
  private static final Set<String> STATEMENT_ENDS = Set.of("then", "else", "begin", "loop");

  /** What reaches further than to what it names. */
  private static final Pattern FAR =
      Pattern.compile(
          "\\b(cascade|schema|owned|extension|import|call)\\b", Pattern.CASE_INSENSITIVE);

  public DynamicSql {
    words = Set.copyOf(words);
    parts = Set.copyOf(parts);
  }

  /** Read from a body; empty where text in it can come from rows. */
  public static Optional<DynamicSql> of(String body) {
    Cursor cursor = Cursor.overAll(body);
    Set<String> words = new TreeSet<>();
    Set<String> parts = new TreeSet<>();
    List<Token> statement = new ArrayList<>();
    while (!cursor.atEnd()) {
      Token token = cursor.take();
      boolean end =
          token.isSymbol(";")
              || (token.kind() == Token.Kind.WORD && STATEMENT_ENDS.contains(token.value()));
      if (end && takesRows(statement)) {
        return Optional.empty();
      }
      if (token.isString()) {
        String text = StringConstant.text(body.substring(token.start(), token.end()));
        if (FAR.matcher(text).find()) {
          return Optional.empty();
        }
        split(text, words, parts);
      }
      if (end) {
        statement.clear();
      } else {
        statement.add(token);
      }
    }
    return takesRows(statement) ? Optional.empty() : Optional.of(new DynamicSql(words, parts));
  }

  /** What the constants among arguments add: a name can contain each that is a word. */
  public static Optional<DynamicSql> ofArguments(String arguments) {
    Cursor cursor = Cursor.overAll(arguments);
    Set<String> words = new TreeSet<>();
    Set<String> parts = new TreeSet<>();
    while (!cursor.atEnd()) {
      Token token = cursor.take();
      if (token.isString()) {
        String text = StringConstant.text(arguments.substring(token.start(), token.end()));
        if (FAR.matcher(text).find()) {
          return Optional.empty();
        }
        if (text.contains(" ")) {
          split(text, words, parts);
        } else {
          WORD.matcher(text).results().forEach(word -> addName(parts, word.group()));
        }
      }
    }
    return Optional.of(new DynamicSql(words, parts));
  }

  /** What both can name. */
  public DynamicSql and(DynamicSql other) {
    Set<String> allWords = new TreeSet<>(words);
    Set<String> allParts = new TreeSet<>(parts);
    allWords.addAll(other.words);
    allParts.addAll(other.parts);
    return new DynamicSql(allWords, allParts);
  }

  /** Whether a statement keeps or runs what a query reads from somewhere. */
  private static boolean takesRows(List<Token> statement) {
    boolean from = false;
    boolean keeps = false;
    for (int i = 0; i < statement.size(); i++) {
      Token token = statement.get(i);
      from |= token.isWord("from") || token.isWord("fetch") || isUnforeseeable(token);
      keeps |=
          token.isSymbol(":=")
              || token.isWord("execute")
              || token.isWord("for")
              || (token.isWord("into") && !(i > 0 && statement.get(i - 1).isWord("insert")))
              || (token.isSymbol("=") && i == 1);
    }
    boolean cursor = statement.stream().anyMatch(t -> t.isWord("cursor"));
    return cursor || (from && keeps);
  }

  /** Functions that give text which is written elsewhere. */
  private static boolean isUnforeseeable(Token token) {
    return token.isName()
        && (token.value().startsWith("pg_get_")
            || token.value().startsWith("pg_read_")
            || token.value().endsWith("_description")
            || token.value().equals("current_setting"));
  }

  private static void split(String constant, Set<String> words, Set<String> parts) {
    String text = PLACEHOLDER.matcher(constant).replaceAll("%");
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      boolean open =
          word.start() == 0
              || word.end() == text.length()
              || text.charAt(word.start() - 1) == '%'
              || text.charAt(word.end()) == '%';
      if (open) {
        addName(parts, word.group());
      } else {
        words.add(word.group().toLowerCase(Locale.ROOT));
        words.add(word.group());
      }
    }
  }

  private static void addName(Set<String> parts, String word) {
    if (word.chars().anyMatch(Character::isLetter)) {
      parts.add(word);
      parts.add(word.toLowerCase(Locale.ROOT));
    }
  }
}
