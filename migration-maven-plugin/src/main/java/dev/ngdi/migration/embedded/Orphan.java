package dev.ngdi.migration.embedded;

import dev.ngdi.migration.settings.GoalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server that still runs on the data directory although the Maven that started it was killed. */
final class Orphan {
  private static final String PID_FILE = "postmaster.pid";
  private static final long STOP_SECONDS = 30;

  private Orphan() {}

  /**
   * Stops it, if there is one. To be called with the lock of the directory, so that it can be
   * nobody's.
   *
   * @throws GoalException if it does not stop
   */
  static void stop(Path data) throws GoalException {
    Optional<ProcessHandle> server =
        pid(data.resolve(PID_FILE)).flatMap(ProcessHandle::of).filter(Orphan::isPostgres);
    if (server.isEmpty()) {
      return;
    }
    long pid = server.get().pid();
    server.get().destroy();
    try {
      server.get().onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GoalException("interrupted while stopping PostgreSQL, process " + pid, e);
    } catch (ExecutionException | TimeoutException e) {
      throw new GoalException(
          """
          PostgreSQL, process %d, still runs on `%s` and does not stop
          end its sessions, and stop it"""
              .formatted(pid, data),
          e);
    }
  }

  private static Optional<Long> pid(Path file) throws GoalException {
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      return lines.stream().findFirst().map(String::strip).map(Long::valueOf);
    } catch (IOException | NumberFormatException e) {
      throw new GoalException("`%s` cannot be read\nremove it".formatted(file), e);
    }
  }

  /** The number may long be another program's: the file outlives the server that is killed. */
  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(c -> c.contains("postgres")).isPresent();
  }
}
