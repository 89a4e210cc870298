package dev.ngdi.migration.report;

import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.engine.TableSize;
import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.RelationEffect;
import dev.ngdi.migration.model.Reversibility.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is said of a step of a plan, wherever a plan is shown. */
final class Steps {
  private Steps() {}

  /** {@code schema}, {@code data} or {@code seed}; empty if the manifest does not have it. */
  static String type(Step step) {
    return step.declared().map(m -> Json.word(m.type())).orElse("");
  }

  static String transaction(Step step) {
    return step.transactional() ? "in a transaction" : "without a transaction";
  }

  /** How far what is applied can be taken back; empty for what is being taken back. */
  static String wayBack(Step step) {
    return step instanceof Step.Apply apply ? words(kind(apply.migration())) : "";
  }

  private static String words(Kind kind) {
    return switch (kind) {
      case EXACT -> "reversible";
      case LOSSY -> "lossy";
      case UNPROVEN -> "reversible, unproven";
      case IRREVERSIBLE -> "irreversible";
    };
  }

  /** How far a migration can be taken back, as the manifest has it. */
  static String reversibility(DeclaredMigration migration) {
    return Json.word(kind(migration));
  }

  private static Kind kind(DeclaredMigration migration) {
    return migration.reversible() ? migration.reversibility().kind() : Kind.IRREVERSIBLE;
  }

  /** What does not come back when a lossy migration is taken back. */
  static List<String> losses(DeclaredMigration migration) {
    return kind(migration) == Kind.LOSSY ? migration.reversibility().notes() : List.of();
  }

  /** What cannot be known of its locks; empty if all is. */
  static Optional<String> unknown(Step step) {
    if (step.script().isEmpty()) {
      return Optional.of("is Java code, so what it locks is not known");
    }
    return step.script().get().statements().stream()
            .anyMatch(span -> !span.effect().unproven().isEmpty())
        ? Optional.of("may lock more than is known")
        : Optional.empty();
  }

  /**
   * Whom a lock holds up, and on how much; empty if nobody, and it is not known on how much.
   *
   * @param sizes of the tables that are there
   */
  static Optional<String> lock(RelationEffect lock, Map<String, Optional<TableSize>> sizes) {
    boolean there = sizes.containsKey(lock.relation());
    Optional<TableSize> size = sizes.getOrDefault(lock.relation(), Optional.empty());
    if (lock.blocksTraffic()) {
      String work = lock.work().map(w -> " while it " + w).orElse(", shortly");
      return Optional.of(
          "blocks %s of %s%s (%s)%s"
              .formatted(
                  lock.blocks(),
                  lock.relation(),
                  work,
                  lock.lock(),
                  size.map(s -> ", " + Text.size(s)).orElse(there ? ", size unknown" : "")));
    }
    return size.map(
        s -> "works on %s (%s), %s".formatted(lock.relation(), lock.lock(), Text.size(s)));
  }
}
