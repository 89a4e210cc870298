package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a whole script, statement by statement. */
final class ScriptReader {
  private final String sql;
  private final boolean check;
  private final LineMap lines;
  private final Optional<Position> place;
  private final Problems problems;
  private final List<Statement> statements = new ArrayList<>();
  private final Set<String> identifiers = new HashSet<>();

  ScriptReader(String sql, boolean check) {
    this(sql, check, Optional.empty());
  }

  ScriptReader(String sql, boolean check, Position place) {
    this(sql, check, Optional.of(place));
  }

  private ScriptReader(String sql, boolean check, Optional<Position> place) {
    this.place = place;
    this.check = check;
    this.sql = sql;
    this.lines = new LineMap(sql);
    this.problems = new Problems(lines);
  }

  Script read() {
    Splitter splitter = new Splitter(new Scanner(sql, problems), problems);
    for (List<Token> tokens = splitter.next(); !tokens.isEmpty(); tokens = splitter.next()) {
      if (!problems.breakStatementAt(tokens.get(0).start())
          && (!check || SyntaxCheck.accepts(sql, tokens, problems, identifiers))) {
        statements.add(StatementReader.read(text(tokens), sql, tokens));
      }
    }
    return new Script(sql, statements, problems.inOrder(), identifiers);
  }

  private Statement.Text text(List<Token> tokens) {
    int start = tokens.get(0).start();
    int end = tokens.get(tokens.size() - 1).end();
    Position at = place.orElseGet(() -> lines.position(start));
    return new Statement.Text(sql.substring(start, end), at);
  }
}
