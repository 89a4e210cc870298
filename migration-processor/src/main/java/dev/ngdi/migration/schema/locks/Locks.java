package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.sql.Statement;
import java.util.List;

/** Says of a statement which relations it locks; which class knows which is here. */
public final class Locks {
  private Locks() {}

  /**
   * The locks that a statement takes on relations that were there before it.
   *
   * @param before the schema that it meets
   * @param after the schema that it leaves
   * @param statement the statement
   * @param postgres the server's major version, 14 to 18
   */
  public static LockEffect of(Schema before, Schema after, Statement statement, int postgres) {
    return new LockEffect(
        List.of(), List.of("the locks of `" + statement.command() + "` are not known"));
  }
}
