package dev.ngdi.migration.engine;

import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Sql;
import java.util.Optional;

/** One migration to run, one way. */
public sealed interface Step {

  /** The migration's id. */
  String id();

  /** Which way it goes. */
  Direction direction();

  /** Whether it runs in one transaction. */
  boolean transactional();

  /** Where it goes on, if an earlier attempt has begun it. */
  Optional<Resumption> resumption();

  /** What the manifest has of the migration; empty for one that it does not have any more. */
  Optional<DeclaredMigration> declared();

  /** The SQL that it runs; empty if it runs Java code. */
  Optional<Sql> script();

  /**
   * Applies a migration.
   *
   * @param migration the migration
   * @param resumption where it goes on, if it was begun
   */
  record Apply(DeclaredMigration migration, Optional<Resumption> resumption) implements Step {
    /** From its beginning. */
    public Apply(DeclaredMigration migration) {
      this(migration, Optional.empty());
    }

    @Override
    public String id() {
      return migration.id();
    }

    @Override
    public Direction direction() {
      return Direction.UP;
    }

    @Override
    public Optional<DeclaredMigration> declared() {
      return Optional.of(migration);
    }

    @Override
    public boolean transactional() {
      return migration.transactional();
    }

    @Override
    public Optional<Sql> script() {
      return migration.up();
    }
  }

  /**
   * Takes a migration back.
   *
   * @param applied what the database has of it
   * @param declared what the manifest has of it; empty for a missing one
   * @param wayBack how: from the manifest, or for a missing one from the journal
   * @param resumption where it goes on, if it was begun
   */
  record Revert(
      AppliedMigration applied,
      Optional<DeclaredMigration> declared,
      WayBack wayBack,
      Optional<Resumption> resumption)
      implements Step {
    @Override
    public String id() {
      return declared.map(DeclaredMigration::id).orElseGet(applied::id);
    }

    @Override
    public Direction direction() {
      return Direction.DOWN;
    }

    @Override
    public boolean transactional() {
      return !(wayBack instanceof WayBack.Script script) || script.sql().transactional();
    }

    @Override
    public Optional<Sql> script() {
      return wayBack instanceof WayBack.Script script
          ? Optional.of(script.sql())
          : Optional.empty();
    }
  }
}
