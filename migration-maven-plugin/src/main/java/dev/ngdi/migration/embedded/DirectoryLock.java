package dev.ngdi.migration.embedded;

import dev.ngdi.migration.settings.GoalException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One goal at a time on one data directory, in one Maven or in several. The operating system lets
 * go of it should Maven be killed.
 */
final class DirectoryLock implements AutoCloseable {
  private static final Duration RETRY = Duration.ofMillis(100);

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param file the file that stands for it
   * @param wait how long to wait for whoever has it
   * @param log told once, should that be necessary
   * @throws GoalException if it is not to be had in time
   */
  static DirectoryLock take(Path file, Duration wait, Consumer<String> log) throws GoalException {
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      long deadline = System.nanoTime() + wait.toNanos();
      boolean told = false;
      while (!isTaken(channel)) {
        if (System.nanoTime() > deadline) {
          String owner = owner(channel);
          channel.close();
          throw new GoalException(
              """
              the dev database is in use by another goal%s
              let it end, or wait longer with `-Ddb.lockWait=<seconds>`"""
                  .formatted(owner));
        }
        if (!told) {
          log.accept("waiting for another goal that uses the dev database" + owner(channel));
          told = true;
        }
        TimeUnit.MILLISECONDS.sleep(RETRY.toMillis());
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)),
          0);
      return new DirectoryLock(channel);
    } catch (IOException e) {
      throw new GoalException(
          "the dev database's lock file `%s` cannot be used: %s".formatted(file, e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GoalException("interrupted while waiting for the dev database", e);
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      // Beyond the text, which others may then read on every system.
      FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static String owner(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(20);
    int length = channel.read(buffer, 0);
    return length < 1
        ? ""
        : ", process " + new String(buffer.array(), 0, length, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
