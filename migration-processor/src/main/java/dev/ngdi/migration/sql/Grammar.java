package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
   * @param names takes the names in it; only if all is accepted
   * @return the offset in the script of the first token that cannot stand where it is, or behind
   *     the last one where something is missing; empty if the grammar accepts the statement
   */
  static OptionalInt firstError(List<dev.ngdi.migration.sql.Token> statement, Set<String> names) {
    Optional<Shape> shape = Shape.of(statement.stream().mapToInt(token -> type(token)).toArray());
    if (shape.filter(known -> known.isKnown(statement, names)).isPresent()) {
      return OptionalInt.empty();
    }
    Set<Integer> places = new HashSet<>();
    OptionalInt error = parse(statement, places);
    if (error.isEmpty()) {
      places.forEach(place -> names.add(statement.get(place).value()));
      shape.ifPresent(s -> s.accepted(places.stream().mapToInt(Integer::intValue).toArray()));
    }
    return error;
  }

  /** Parses; takes the places of the names among the tokens. */
  private static OptionalInt parse(
      List<dev.ngdi.migration.sql.Token> statement, Set<Integer> names) {
    CommonTokenStream stream = new CommonTokenStream(tokens(statement));
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
      return OptionalInt.of(error.offset);
    }
  }

  /** The words that the grammar knows, in lower case. */
  static Set<String> keywords() {
    return TYPES.keySet();
  }

  private static ListTokenSource tokens(List<dev.ngdi.migration.sql.Token> statement) {
    List<Token> tokens = new ArrayList<>(statement.size() + 1);
    statement.forEach(token -> tokens.add(token(type(token), token.value(), token.start())));
    int end = statement.isEmpty() ? 0 : statement.get(statement.size() - 1).end();
    tokens.add(token(Token.EOF, "", end));
    return new ListTokenSource(tokens);
  }

  private static Token token(int type, String text, int offset) {
    CommonToken token = new CommonToken(type, text);
    token.setStartIndex(offset);
    return token;
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
    return switch (symbol) {
      case "::" -> SQLLexer.CAST_EXPRESSION;
      case "<>", "!=" -> SQLLexer.NOT_EQUAL;
      default -> TYPES.getOrDefault(symbol, unlistedSymbolType(symbol));
    };
  }

  private static int unlistedSymbolType(String symbol) {
    boolean operator = symbol.chars().allMatch(c -> Scanner.OPERATOR_CHARS.indexOf(c) >= 0);
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
    private final Set<Integer> places = new HashSet<>();

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
      throw new FirstError(((Token) offendingSymbol).getStartIndex());
    }
  }

  private static final class FirstError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int offset;

    FirstError(int offset) {
      super("", null, false, false);
      this.offset = offset;
    }
  }
}
