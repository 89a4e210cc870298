package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An {@code ALTER TABLE} taken apart, so that one of its actions can be exchanged for another.
 *
 * @param head what stands before the first action
 * @param actions each action as written, in order
 */
public record AlterTableText(String head, List<String> actions) {
  public AlterTableText {
    actions = List.copyOf(actions);
  }

  /** Takes a statement apart; empty where its text and its actions do not match. */
  public static Optional<AlterTableText> of(Statement.AlterTable alter) {
    String sql = alter.source().sql();
    List<Token> tokens = new ArrayList<>();
    Scanner scanner = new Scanner(sql, new Problems(new LineMap(sql)));
    for (Token token = scanner.next(); token.kind() != Token.Kind.END; token = scanner.next()) {
      tokens.add(token);
    }
    int first = firstAction(tokens);
    List<String> actions = first < tokens.size() ? actions(sql, tokens, first) : List.of();
    return actions.size() == alter.actions().size()
        ? Optional.of(
            new AlterTableText(sql.substring(0, tokens.get(first).start()).strip(), actions))
        : Optional.empty();
  }

  private static int firstAction(List<Token> tokens) {
    int at = 2;
    if (is(tokens, at, "if")) {
      at += 2;
    }
    if (is(tokens, at, "only")) {
      at++;
    }
    at++;
    while (at < tokens.size() && tokens.get(at).isSymbol(".")) {
      at += 2;
    }
    return at < tokens.size() && tokens.get(at).isSymbol("*") ? at + 1 : at;
  }

  private static boolean is(List<Token> tokens, int at, String word) {
    return at < tokens.size() && tokens.get(at).isWord(word);
  }

  private static List<String> actions(String sql, List<Token> tokens, int first) {
    List<String> actions = new ArrayList<>();
    int start = tokens.get(first).start();
    int depth = 0;
    for (Token token : tokens.subList(first, tokens.size())) {
      depth += Parentheses.change(token);
      if (depth == 0 && token.isSymbol(",")) {
        actions.add(sql.substring(start, token.start()).strip());
        start = token.end();
      }
    }
    actions.add(sql.substring(start, tokens.get(tokens.size() - 1).end()).strip());
    return actions;
  }

  /** The statement with another action, or with none, in place of one; empty if none is left. */
  public Optional<String> with(int index, Optional<String> action) {
    List<String> left =
        IntStream.range(0, actions.size())
            .mapToObj(i -> i == index ? action : Optional.of(actions.get(i)))
            .flatMap(Optional::stream)
            .toList();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(head + " " + left.stream().collect(Collectors.joining(", ")));
  }
}
