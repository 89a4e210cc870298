package dev.ngdi.migration.engine;

/** What a migration is to one database. */
public enum MigrationState {
  /** Declared, not applied, and newer than all that is applied. */
  PENDING("is applied by the next deploy"),
  /** Declared, not applied, and older than some that are applied. */
  LATE("is older than an applied migration and was never applied"),
  /** Applied, and declared with the same digest. */
  APPLIED("is applied"),
  /** Applied, and declared with another digest, but the same tokens. */
  REFORMATTED("was edited after it was applied, in nothing but comments and white space"),
  /** Applied, and declared with another digest. */
  CHANGED("was edited after it was applied"),
  /** It ran outside a transaction and failed, so a part of it can be done. */
  FAILED("failed, and a part of it can be done"),
  /** It was started outside a transaction and never finished. */
  UNKNOWN("was started and never finished"),
  /** Applied as the journal has it, while the history has no row of it, nor of its way back. */
  LOST("is applied as the journal has it, and its row in the history is gone"),
  /** Applied, and not declared. */
  MISSING("is applied, and the manifest does not have it"),
  /** A seed of other environments. */
  EXCLUDED("is a seed of another environment"),
  /** Not newer than the baseline: counts as applied. */
  BASELINE("was there before the history began");

  private final String sentence;

  MigrationState(String sentence) {
    this.sentence = sentence;
  }

  /** What it means, said of the migration: begins with a verb, has no final stop. */
  public String sentence() {
    return sentence;
  }
}
