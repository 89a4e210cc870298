package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Inverse;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** The inverse of each statement that has one, and what has to be written for the others. */
  private static String partly(Script up) {
    List<String> lines = new ArrayList<>();
    for (Statement statement : up.statements()) {
      if (!(statement instanceof Statement.SetParameter)) {
        lines.add(
            0,
            Inverse.of(Script.parse(statement.source().sql()))
                .map(String::strip)
                .orElseGet(() -> "-- take back: " + statement.oneLine()));
      }
    }
    return String.join("\n", lines);
  }
}
