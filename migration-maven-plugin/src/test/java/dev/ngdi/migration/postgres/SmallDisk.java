package dev.ngdi.migration.postgres;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of a few megabytes in memory; mounting one takes the right to. */
final class SmallDisk implements AutoCloseable {
  private final Path directory;

  private SmallDisk(Path directory) {
    this.directory = directory;
  }

  static SmallDisk mount(Path directory, int megabytes) throws IOException {
    Files.createDirectories(directory);
    run(
        "mount",
        "-t",
        "tmpfs",
        "-o",
        "mode=0700,size=" + megabytes + "m",
        "tmpfs",
        directory.toString());
    return new SmallDisk(directory);
  }

  Path directory() {
    return directory;
  }

  /** Leaves so much free, and no more. */
  void fill(int kilobytesLeft) throws IOException {
    long size = directory.toFile().getUsableSpace() - 1024L * kilobytesLeft;
    byte[] block = new byte[1024];
    try (OutputStream out = Files.newOutputStream(ballast())) {
      for (long written = 0; written < size; written += block.length) {
        out.write(block);
      }
    }
  }

  /** Gives free what {@link #fill} took. */
  void free() throws IOException {
    Files.delete(ballast());
  }

  private Path ballast() {
    return directory.resolve("ballast");
  }

  @Override
  public void close() throws IOException {
    run("umount", directory.toString());
  }

  private static void run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IllegalStateException(String.join(" ", command) + ": " + said);
    }
  }
}
