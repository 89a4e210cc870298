package dev.ngdi.migration.schema.locks;

import java.util.Locale;

/** PostgreSQL's lock modes of a relation, weaker before stronger. */
public enum LockMode {
  ACCESS_SHARE(Blocked.NOTHING),
  ROW_SHARE(Blocked.NOTHING),
  ROW_EXCLUSIVE(Blocked.NOTHING),
  SHARE_UPDATE_EXCLUSIVE(Blocked.SCHEMA_CHANGES),
  SHARE(Blocked.WRITES),
  SHARE_ROW_EXCLUSIVE(Blocked.WRITES),
  EXCLUSIVE(Blocked.WRITES),
  ACCESS_EXCLUSIVE(Blocked.READS_AND_WRITES);

  /** What has to wait for a lock, as far as an application notices. */
  public enum Blocked {
    /** Neither reads nor writes, and of schema changes only those that would block them. */
    NOTHING,
    /** Schema changes, {@code VACUUM} and {@code ANALYZE}; no reads and no writes. */
    SCHEMA_CHANGES,
    /** Whatever changes or locks rows; no plain reads. */
    WRITES,
    /** Everything. */
    READS_AND_WRITES
  }

  private final Blocked blocks;

  LockMode(Blocked blocks) {
    this.blocks = blocks;
  }

  /** What has to wait for it. */
  public Blocked blocks() {
    return blocks;
  }

  /** Its name in SQL: {@code SHARE ROW EXCLUSIVE}. */
  public String sql() {
    return name().replace('_', ' ').toUpperCase(Locale.ROOT);
  }

  /**
   * Whether one session waits for this while another one holds the other, and the other way round.
   */
  public boolean conflictsWith(LockMode other) {
    LockMode weaker = compareTo(other) <= 0 ? this : other;
    LockMode stronger = or(other);
    return switch (weaker) {
      case ACCESS_SHARE -> stronger == ACCESS_EXCLUSIVE;
      case ROW_SHARE -> stronger.compareTo(EXCLUSIVE) >= 0;
      case ROW_EXCLUSIVE -> stronger.compareTo(SHARE) >= 0;
      case SHARE -> stronger != SHARE;
      case SHARE_UPDATE_EXCLUSIVE, SHARE_ROW_EXCLUSIVE, EXCLUSIVE, ACCESS_EXCLUSIVE -> true;
    };
  }

  /** The stronger of two. */
  public LockMode or(LockMode other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
