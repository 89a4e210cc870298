package dev.ngdi.migration.schema.replay;

import java.util.List;

/**
 * The statements that another one runs: a {@code DO} block, or one that calls a routine.
 *
 * @param steps those that are known to run, also those of what it calls in turn, in order; a block
 *     or a call itself is none of them
 * @param complete whether it runs no others
 */
public record Inner(List<Step> steps, boolean complete) {
  /** Of a statement that runs no other. */
  public static final Inner NONE = new Inner(List.of(), true);

  public Inner {
    steps = List.copyOf(steps);
  }
}
