package dev.ngdi.migration.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What statements lock, as a reviewer reads it. */
final class LockTable {
  private static final List<String> BLOCKING = List.of("reads and writes", "writes");

  private LockTable() {}

  /** A table of all that a script locks, and what is not known of it; empty for nothing. */
  static String of(Sql sql) {
    StringBuilder rows = new StringBuilder();
    StringBuilder unproven = new StringBuilder();
    for (StatementSpan span : sql.statements()) {
      for (RelationEffect relation : span.effect().relations()) {
        rows.append(
            "| %d | `%s` | %s | %s | %s |\n"
                .formatted(
                    span.line(),
                    relation.relation(),
                    relation.lock(),
                    relation.blocks(),
                    work(relation).orElse("is short")));
      }
      span.effect()
          .unproven()
          .forEach(
              why -> unproven.append("\nLine %d is unproven: %s\n".formatted(span.line(), why)));
    }
    String table =
        rows.isEmpty()
            ? ""
            : "\n| line | relation | lock | blocks | and meanwhile |\n|---|---|---|---|---|\n"
                + rows;
    return table + unproven;
  }

  /** What up blocks, in a few words. */
  static String summary(DeclaredMigration migration) {
    if (migration.up().isEmpty()) {
      return "unproven";
    }
    List<RelationEffect> blocking =
        migration.up().get().statements().stream()
            .flatMap(span -> span.effect().relations().stream())
            .filter(relation -> BLOCKING.contains(relation.blocks()))
            .toList();
    List<String> words = new ArrayList<>();
    for (String blocks : BLOCKING) {
      blocking.stream()
          .filter(relation -> relation.blocks().equals(blocks))
          .map(relation -> blocks + " of `" + relation.relation() + "`" + duration(relation))
          .distinct()
          .forEach(words::add);
    }
    return words.isEmpty() ? "nothing" : String.join("; ", words);
  }

  private static String duration(RelationEffect relation) {
    return work(relation).map(work -> " while it " + work).orElse(", shortly");
  }

  private static Optional<String> work(RelationEffect relation) {
    if (relation.rewritten()) {
      return Optional.of("is rewritten");
    }
    if (relation.indexesRebuilt()) {
      return Optional.of("has its indexes rebuilt");
    }
    return relation.scanned() ? Optional.of("is read") : Optional.empty();
  }
}
