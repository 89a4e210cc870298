package dev.ngdi.migration.engine;

/** How far to take migrations back, newest version first. */
public sealed interface DownRequest {

  /**
   * The newest ones.
   *
   * @param count how many, at least one; {@code db.steps}
   */
  record Steps(int count) implements DownRequest {
    public Steps {
      if (count < 1) {
        throw new IllegalArgumentException("`db.steps` is " + count + ", and must be at least 1");
      }
    }
  }

  /**
   * Everything newer than a migration, which stays applied.
   *
   * @param id its id, or its version alone; {@code db.to}
   */
  record To(String id) implements DownRequest {}
}
