package dev.ngdi.migration.schema;

import java.util.Optional;

/**
 * The answer to the question what a name means.
 *
 * @param found what it means as far as is known
 * @param sure whether that is certain: what is found is there and is as it is known to be; what is
 *     not found is not there
 */
public record Lookup<T>(Optional<T> found, boolean sure) {
  /** Whether it is certain that there is no such thing. */
  public boolean absent() {
    return found.isEmpty() && sure;
  }

  /** Whether it is certain that there is such a thing. */
  public boolean present() {
    return found.isPresent() && sure;
  }
}
