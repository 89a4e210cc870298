package dev.ngdi.migration.rules;

/** The part of a declaration that holds a finding. */
public enum Part {
  /** The class itself: its name, its Javadoc, its modifiers. */
  NAME,
  /** The annotation {@code @SchemaMigration}, {@code @DataMigration} or {@code @SeedMigration}. */
  ANNOTATION,
  /** The script {@code up}, from whichever attribute it comes. */
  UP,
  /** The script {@code down}, from whichever attribute it comes. */
  DOWN,
  /** The query {@code verify}. */
  VERIFY,
  /** The attribute {@code transaction}. */
  TRANSACTION,
  /** The attribute {@code environments}; the finding's index says which value, counted from 0. */
  ENVIRONMENTS,
  /** {@code @Irreversible}. */
  IRREVERSIBLE,
  /** An {@code @Allow}; the finding's index says which, counted from 0. */
  ALLOW
}
