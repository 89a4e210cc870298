package dev.ngdi.migration.goals;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.maven.plugin.logging.Log;

/**
 * Ends a goal in order when the JVM is told to end, by SIGINT or SIGTERM: what it does is
 * cancelled, and the JVM stays until the goal has said what is now true.
 */
final class Signals implements AutoCloseable {
  private static final long EVERY_MS = 500;
  private static final int TIMES = 120;

  private final Log log;
  private final CountDownLatch received = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Runnable cancel = () -> {};
  private final Thread hook = new Thread(this::end, "migration-signal");

  Signals(Log log) {
    this.log = log;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** What cancels the work, called until it has ended. */
  void cancelWith(Runnable cancelling) {
    cancel = cancelling;
  }

  /** Whether the JVM is about to end. */
  boolean received() {
    return received.getCount() == 0;
  }

  private void end() {
    received.countDown();
    log.warn("interrupted: what runs is cancelled and rolled back");
    try {
      for (int i = 0; i < TIMES; i++) {
        cancel.run();
        if (ended.await(EVERY_MS, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending already.
    }
  }
}
