package dev.ngdi.migration.model;

import java.util.List;

/**
 * What a statement does to what is there before its migration, for the policy's PostgreSQL version.
 *
 * @param relations the relations that it locks
 * @param unproven what cannot be known of it, each in a few words
 */
public record StatementEffect(List<RelationEffect> relations, List<String> unproven) {
  /** Nothing. */
  public static final StatementEffect NONE = new StatementEffect(List.of(), List.of());

  public StatementEffect {
    relations = List.copyOf(relations);
    unproven = List.copyOf(unproven);
  }
}
