package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Inverse;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Proposes what to write where the way back is missing. */
final class WayBack {
  private static final String IRREVERSIBLE = "@Irreversible(because = \"…\")";

  private WayBack() {}

  /** The text to paste: the {@code down} as far as {@code up} tells it. */
  static String of(Subject subject) {
    if (subject.code()) {
      return "public void down(MigrationContext context) throws SQLException { … }\nor "
          + IRREVERSIBLE;
    }
    Script up = subject.up().orElse(Script.EMPTY);
    if (!up.problems().isEmpty()) {
      return JavaText.attribute("down", "…") + "\nor " + IRREVERSIBLE;
    }
    Optional<String> whole = Inverse.of(up);
    return whole
        .map(sql -> JavaText.attribute("down", sql))
        .orElseGet(() -> JavaText.attribute("down", partly(up)) + "\nor " + IRREVERSIBLE);
  }

  /** What has to be written for the statements without an inverse, then the inverse of the rest. */
  private static String partly(Script up) {
    List<Statement> lost =
        up.statements().stream().filter(statement -> !isTakenBack(up, statement)).toList();
    String rest =
        up.statements().stream()
            .filter(statement -> !lost.contains(statement))
            .map(statement -> Statements.ended(statement.source().sql()))
            .collect(Collectors.joining("\n"));
    Optional<String> inverse = Inverse.of(Script.parse(rest));
    List<String> lines = new ArrayList<>();
    inverse.map(String::strip).ifPresent(lines::add);
    for (Statement statement : inverse.isPresent() ? lost : up.statements()) {
      if (!(statement instanceof Statement.SetParameter)) {
        lines.add(0, "-- take back: " + statement.oneLine());
      }
    }
    return String.join("\n", lines);
  }

  private static boolean isTakenBack(Script up, Statement statement) {
    return statement instanceof Statement.SetParameter
        || statement
            .target()
            .filter(table -> Statements.madeBefore(up, statement, table))
            .isPresent()
        || Inverse.of(Script.parse(statement.source().sql())).isPresent();
  }
}
