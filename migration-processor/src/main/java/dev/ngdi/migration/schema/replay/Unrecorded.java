package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.sql.Statement;
import java.util.Set;

/** Statements of which only the command is known. */
final class Unrecorded {
  /** What changes nothing that is known here. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "ALTER DATABASE",
          "ALTER LARGE OBJECT",
          "ALTER ROLE",
          "ALTER SYSTEM",
          "ALTER USER",
          "CHECKPOINT",
          "CLOSE",
          "COMMENT",
          "COPY",
          "CREATE DATABASE",
          "CREATE ROLE",
          "CREATE SUBSCRIPTION",
          "CREATE TABLESPACE",
          "CREATE USER MAPPING",
          "DEALLOCATE",
          "DECLARE",
          "DROP DATABASE",
          "DROP ROLE",
          "DROP SUBSCRIPTION",
          "DROP TABLESPACE",
          "DROP USER MAPPING",
          "EXPLAIN",
          "FETCH",
          "GRANT",
          "LISTEN",
          "LOAD",
          "MOVE",
          "NOTIFY",
          "PREPARE",
          "REVOKE",
          "SECURITY LABEL",
          "SET CONSTRAINTS",
          "SET SESSION CHARACTERISTICS",
          "SET TRANSACTION",
          "SHOW",
          "UNLISTEN");

  /** Objects without a name of their own, on which nothing else here depends. */
  private static final Set<String> NAMELESS =
      Set.of(
          "CAST",
          "OPERATOR",
          "OPERATOR CLASS",
          "OPERATOR FAMILY",
          "TRANSFORM",
          "DEFAULT CONVERSION");

  /** What can change more than it names. */
  private static final Set<String> ANYTHING =
      Set.of("IMPORT FOREIGN SCHEMA", "DROP OWNED", "CALL", "EXECUTE");

  private Unrecorded() {}

  /** Applies a statement; whether it is one of these. */
  static boolean apply(Work work, Statement.Other statement) {
    String command = statement.command();
    if (WITHOUT_EFFECT.contains(command)) {
      return true;
    }
    if (command.equals("DISCARD")) {
      Session.reset(work);
      return true;
    }
    if (canChangeAnything(statement)) {
      work.mayRunMore();
      work.unproven("what `%s` changes".formatted(statement.oneLine()));
      work.set(work.schema().withEverythingUnsure());
      return true;
    }
    boolean rights = command.equals("REASSIGN OWNED");
    if (rights) {
      work.unproven("which rights `%s` changes".formatted(statement.oneLine()));
    }
    int space = command.indexOf(' ');
    return rights || (space > 0 && NAMELESS.contains(command.substring(space + 1)));
  }

  static boolean canChangeAnything(Statement.Other statement) {
    return ANYTHING.contains(statement.command());
  }
}
