package dev.ngdi.migration.engine;

import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Sql;

/** How a migration is taken back, or why it cannot be. */
public sealed interface WayBack {

  /**
   * By SQL.
   *
   * @param sql the down script
   */
  record Script(Sql sql) implements WayBack {}

  /** By the Java code of its class. */
  record Code() implements WayBack {}

  /**
   * Not at all.
   *
   * @param because the reason that it gives
   */
  record Irreversible(String because) implements WayBack {}

  /** Nothing is recorded: another tool applied it. */
  record Unrecorded() implements WayBack {}

  /** The way back that a declared migration has. */
  static WayBack of(DeclaredMigration migration) {
    if (migration.irreversible().isPresent()) {
      return new Irreversible(migration.irreversible().get());
    }
    if (migration.down().isPresent()) {
      return new Script(migration.down().get());
    }
    return migration.reversible() ? new Code() : new Irreversible("it has no `down`");
  }
}
