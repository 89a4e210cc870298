package dev.ngdi.migration.model;

import java.util.ArrayList;
import java.util.List;

/** What statements lock, as a reviewer reads it. */
final class LockTable {
  private static final List<String> BLOCKING = List.of("reads and writes", "writes");

  private static final String HEAD =
      "\n| line | relation | lock | blocks | and meanwhile |\n|---|---|---|---|---|\n";

  private LockTable() {}

  /** Adds a table of all that a script locks, and what is not known of it; nothing for nothing. */
  static void add(StringBuilder page, Sql sql) {
    boolean empty = true;
    for (StatementSpan span : sql.statements()) {
      for (RelationEffect relation : span.effect().relations()) {
        page.append(empty ? HEAD : "");
        empty = false;
        page.append("| ").append(span.line());
        page.append(" | `").append(relation.relation());
        page.append("` | ").append(relation.lock());
        page.append(" | ").append(relation.blocks());
        page.append(" | ").append(relation.work().orElse("is short")).append(" |\n");
      }
    }
    for (StatementSpan span : sql.statements()) {
      for (String why : span.effect().unproven()) {
        page.append("\nLine ").append(span.line()).append(" is unproven: ").append(why);
        page.append('\n');
      }
    }
  }

  /** What up blocks, in a few words. */
  static String summary(DeclaredMigration migration) {
    if (migration.up().isEmpty()) {
      return "unproven";
    }
    List<String> words = new ArrayList<>();
    for (String blocks : BLOCKING) {
      for (StatementSpan span : migration.up().get().statements()) {
        for (RelationEffect relation : span.effect().relations()) {
          if (relation.blocks().equals(blocks)) {
            String word = blocks + " of `" + relation.relation() + "`" + duration(relation);
            if (!words.contains(word)) {
              words.add(word);
            }
          }
        }
      }
    }
    if (migration.up().get().statements().stream()
        .anyMatch(span -> !span.effect().unproven().isEmpty())) {
      words.add("unproven");
    }
    return words.isEmpty() ? "nothing" : String.join("; ", words);
  }

  private static String duration(RelationEffect relation) {
    return relation.work().map(work -> " while it " + work).orElse(", shortly");
  }
}
