package dev.ngdi.migration.goals;

import dev.ngdi.migration.settings.ChosenDatabase;

/** What to type, where that depends on the database. */
final class Wording {
  private Wording() {}

  /** The command that applies what is pending. */
  static String apply(ChosenDatabase database) {
    return database.embedded() ? "mvn db:migrate" : "mvn db:deploy";
  }
}
