package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.undo.Restore;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.ArrayList;
import java.util.List;

/** Proposes what to write where the way back is missing or wrong. */
final class WayBack {
  private static final String IRREVERSIBLE = "@Irreversible(because = \"…\")";

  private WayBack() {}

  /** The text to paste: the {@code down} as far as the replay tells it. */
  static String of(Subject subject) {
    if (subject.code()) {
      return "public void down(MigrationContext context) throws SQLException { … }\nor "
          + IRREVERSIBLE;
    }
    Script up = subject.up().orElse(Script.EMPTY);
    if (!up.problems().isEmpty()) {
      return JavaText.attribute("down", "…") + "\nor " + IRREVERSIBLE;
    }
    Timeline timeline = subject.timeline();
    List<String> lines = new ArrayList<>();
    List<Statement> lost = lost(timeline);
    lost.forEach(statement -> lines.add(0, "-- take back: " + statement.oneLine()));
    Restore.of(timeline.start(), timeline.end(), !up.runsInTransaction())
        .forEach(sql -> lines.add(Statements.ended(sql)));
    String down = lines.isEmpty() ? "…" : String.join("\n", lines);
    String attribute = JavaText.attribute("down", down);
    return lost.isEmpty() && !lines.isEmpty() ? attribute : attribute + "\nor " + IRREVERSIBLE;
  }

  /** The script that takes back an up script of which all can be known. */
  static String of(Timeline timeline, boolean concurrently) {
    List<String> statements = new ArrayList<>();
    Restore.of(timeline.start(), timeline.end(), concurrently)
        .forEach(sql -> statements.add(Statements.ended(sql)));
    return String.join("\n", statements);
  }

  /** What only its author can take back: changed rows, and what cannot be known. */
  private static List<Statement> lost(Timeline timeline) {
    return timeline.up().stream()
        .filter(
            change ->
                !change.unproven().isEmpty()
                    || !change.problems().isEmpty()
                    || changesRows(timeline, change)
                    || isAboutUnknown(timeline, change))
        .map(Change::statement)
        .toList();
  }

  private static boolean changesRows(Timeline timeline, Change change) {
    return change.statement() instanceof Statement.ChangeRows rows
        && rows.tables().stream()
            .anyMatch(
                table ->
                    change.before().relation(table).found().isEmpty()
                        || timeline.existing(change, table).isPresent());
  }

  /** Whether it takes away or exchanges a part of a table of which only the name is known. */
  private static boolean isAboutUnknown(Timeline timeline, Change change) {
    if (change.statement() instanceof Statement.DropObject drop && drop.kind().equals("TABLE")) {
      return drop.names().stream().anyMatch(name -> isUnknown(timeline, change, name));
    }
    return change.statement() instanceof Statement.AlterTable alter
        && isUnknown(timeline, change, alter.table())
        && !alter.actions().stream().allMatch(WayBack::tellsWhatWas);
  }

  private static boolean isUnknown(Timeline timeline, Change change, QualifiedName name) {
    return timeline.existing(change, name).filter(table -> !table.complete()).isPresent();
  }

  private static boolean tellsWhatWas(TableAction action) {
    return action instanceof TableAction.AddColumn
        || action instanceof TableAction.AddConstraint
        || action instanceof TableAction.SetNotNull
        || action instanceof TableAction.RenameColumn
        || action instanceof TableAction.RenameConstraint
        || action instanceof TableAction.RenameTable
        || action instanceof TableAction.AttachPartition
        || action instanceof TableAction.SetSchema;
  }
}
