package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Statements that work on what is there and leave it as it is. */
final class MaintenanceReader {
  private final Statement.Text text;
  private final Cursor cursor;
  private String kind = "";
  private List<QualifiedName> targets = List.of();
  private Optional<String> index = Optional.empty();
  private boolean concurrently;
  private String mode = "";
  private boolean full;
  private boolean withData = true;
  private boolean runsInTransaction = true;

  private MaintenanceReader(Statement.Text text, Cursor cursor) {
    this.text = text;
    this.cursor = cursor;
  }

  /** From the first word on. */
  static Optional<Statement> read(Statement.Text text, Cursor cursor) {
    return Optional.of(new MaintenanceReader(text, cursor).statement());
  }

  private Statement statement() {
    return switch (cursor.name()) {
      case "refresh" -> refresh();
      case "reindex" -> reindex();
      case "vacuum" -> vacuum();
      case "cluster" -> cluster();
      case "lock" -> lock();
      default -> analyze();
    };
  }

  private Statement.Maintenance of(String command) {
    return new Statement.Maintenance(
        text, command, kind, targets, index, concurrently, mode, full, withData, runsInTransaction);
  }

  private Statement refresh() {
    cursor.skip("materialized", "view");
    concurrently = cursor.skip("concurrently");
    targets = List.of(cursor.qualifiedName());
    withData = !cursor.at("with", "no");
    return of("REFRESH MATERIALIZED VIEW");
  }

  private Statement reindex() {
    concurrently = cursor.atSymbol("(") && Options.isOn(cursor.nested(), "concurrently");
    kind = cursor.name().toUpperCase(Locale.ROOT);
    concurrently |= cursor.skip("concurrently");
    targets = cursor.peek().isName() ? List.of(cursor.qualifiedName()) : List.of();
    boolean one = kind.equals("TABLE") || kind.equals("INDEX");
    runsInTransaction = one && !concurrently;
    return of("REINDEX");
  }

  private Statement vacuum() {
    full = cursor.atSymbol("(") && Options.isOn(cursor.nested(), "full");
    full |= cursor.at("full");
    cursor.skipAll("full", "freeze", "verbose", "analyze", "analyse");
    targets = tables();
    runsInTransaction = false;
    return of("VACUUM");
  }

  private Statement analyze() {
    cursor.skipParentheses();
    cursor.skip("verbose");
    targets = tables();
    return of("ANALYZE");
  }

  private Statement cluster() {
    cursor.skipParentheses();
    cursor.skip("verbose");
    runsInTransaction = !cursor.atEnd();
    targets = tables();
    if (cursor.skip("using")) {
      index = Optional.of(cursor.name());
    } else if (cursor.skip("on")) {
      index = targets.stream().findFirst().map(QualifiedName::name);
      targets = tables();
    }
    return of("CLUSTER");
  }

  private Statement lock() {
    cursor.skip("table");
    targets = tables();
    mode = "ACCESS EXCLUSIVE";
    if (cursor.skip("in")) {
      List<String> words = new ArrayList<>();
      while (!cursor.atEnd() && !cursor.at("mode")) {
        words.add(cursor.name().toUpperCase(Locale.ROOT));
      }
      mode = String.join(" ", words);
    }
    return of("LOCK TABLE");
  }

  private List<QualifiedName> tables() {
    List<QualifiedName> tables = new ArrayList<>();
    do {
      cursor.skip("only");
      if (cursor.peek().isName()) {
        tables.add(cursor.qualifiedName());
      }
      cursor.skipSymbol("*");
      cursor.skipParentheses();
    } while (cursor.skipSymbol(","));
    return tables;
  }
}
