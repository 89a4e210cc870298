package dev.ngdi.migration.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.Vocabulary;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLLexer;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** The generated grammar; the only class that sees it. */
final class Grammar {
  private static final Map<String, Integer> TYPES = literalTypes(SQLLexer.VOCABULARY);
  private static final Set<Integer> NAME_RULES =
      Set.of(
          SQLParser.RULE_identifier,
          SQLParser.RULE_identifier_nontype,
          SQLParser.RULE_identifier_reserved,
          SQLParser.RULE_identifier_reserved_nontype,
          SQLParser.RULE_col_label,
          SQLParser.RULE_bare_col_label);

  private Grammar() {}

  /**
   * Where the grammar stops to accept a statement.
   *
   * @param names takes the places of the names among the tokens; called only if all is accepted
   * @return the place of the first token that cannot stand where it is, or the number of tokens
   *     where one is missing behind the last; empty if the grammar accepts the statement
   */
  static OptionalInt firstError(List<dev.ngdi.migration.sql.Token> statement, Set<Integer> names) {
    ListTokenSource source = tokens(statement);
    CommonTokenStream stream = new CommonTokenStream(source);
    SQLParser parser = new SQLParser(stream);
    parser.setBuildParseTree(false);
    parser.removeErrorListeners();
    NameListener listener = new NameListener();
    parser.addParseListener(listener);
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    parser.setErrorHandler(new BailErrorStrategy());
    try {
      parser.sql();
      names.addAll(listener.places);
      return OptionalInt.empty();
    } catch (ParseCancellationException fastModeFailed) {
      stream.seek(0);
      parser.reset();
      listener.places.clear();
      parser.getInterpreter().setPredictionMode(PredictionMode.LL);
      parser.setErrorHandler(new DefaultErrorStrategy());
      parser.addErrorListener(new FirstErrorListener());
    }
    try {
      parser.sql();
      names.addAll(listener.places);
      return OptionalInt.empty();
    } catch (FirstError error) {
      return OptionalInt.of(Math.min(error.place, statement.size()));
    }
  }

  /** Whether it is a word that the grammar knows. */
  static boolean isKeyword(String word) {
    return TYPES.containsKey(word);
  }

  /** The words that the grammar knows, in lower case. */
  static Set<String> keywords() {
    return TYPES.keySet();
  }

  private static ListTokenSource tokens(List<dev.ngdi.migration.sql.Token> statement) {
    return new ListTokenSource(
        IntStream.range(0, statement.size()).mapToObj(i -> token(statement.get(i), i)).toList());
  }

  private static Token token(dev.ngdi.migration.sql.Token token, int place) {
    CommonToken converted = new CommonToken(type(token), token.value());
    converted.setTokenIndex(place);
    return converted;
  }

  private static int type(dev.ngdi.migration.sql.Token token) {
    return switch (token.kind()) {
      case WORD -> TYPES.getOrDefault(token.value(), SQLLexer.Identifier);
      case QUOTED_NAME -> SQLLexer.QuotedIdentifier;
      case STRING -> SQLLexer.StringConstant;
      case UNICODE_STRING -> SQLLexer.UnicodeEscapeStringConstant;
      case INTEGER -> SQLLexer.Integer;
      case DECIMAL -> SQLLexer.Numeric;
      case PARAMETER -> SQLLexer.DOLLAR_NUMBER;
      case SYMBOL -> symbolType(token.value());
      case END -> Token.EOF;
    };
  }

  private static int symbolType(String symbol) {
    Integer known = TYPES.get(symbol);
    if (known != null) {
      return known;
    }
    if (symbol.equals("<>") || symbol.equals("!=")) {
      return SQLLexer.NOT_EQUAL;
    }
    boolean operator = symbol.chars().allMatch(c -> "+-*/<>=~!@#%^&|`?".indexOf(c) >= 0);
    return operator ? SQLLexer.OP_CHARS : SQLLexer.BAD;
  }

  private static Map<String, Integer> literalTypes(Vocabulary vocabulary) {
    Map<String, Integer> types = new HashMap<>();
    for (int type = 1; type <= vocabulary.getMaxTokenType(); type++) {
      int tokenType = type;
      Optional.ofNullable(vocabulary.getLiteralName(type))
          .map(literal -> literal.substring(1, literal.length() - 1))
          .ifPresent(text -> types.put(text.toLowerCase(Locale.ROOT), tokenType));
    }
    return Map.copyOf(types);
  }

  private static final class NameListener implements ParseTreeListener {
    private final Set<Integer> places = new java.util.HashSet<>();

    @Override
    public void enterEveryRule(ParserRuleContext context) {}

    @Override
    public void exitEveryRule(ParserRuleContext context) {
      if (NAME_RULES.contains(context.getRuleIndex())) {
        places.add(context.getStart().getTokenIndex());
      }
    }

    @Override
    public void visitTerminal(TerminalNode node) {}

    @Override
    public void visitErrorNode(ErrorNode node) {}
  }

  private static final class FirstErrorListener extends BaseErrorListener {
    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        Object offendingSymbol,
        int line,
        int column,
        String message,
        RecognitionException cause) {
      throw new FirstError(((Token) offendingSymbol).getTokenIndex());
    }
  }

  private static final class FirstError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int place;

    FirstError(int place) {
      super("", null, false, false);
      this.place = place;
    }
  }
}
