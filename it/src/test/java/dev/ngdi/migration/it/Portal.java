package dev.ngdi.migration.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sample project, as it is checked out. */
public final class Portal {
  private Portal() {}

  /**
   * Copies its sources into a scenario's directory, which then is the project.
   *
   * @param basedir the scenario's directory
   */
  public static void copyInto(File basedir) throws IOException {
    Path portal = basedir.toPath().resolve("../../../ngdi-portal").normalize();
    Path to = basedir.toPath();
    Files.copy(portal.resolve("pom.xml"), to.resolve("pom.xml"));
    List<Path> files;
    try (Stream<Path> all = Files.walk(portal.resolve("src"))) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path copy = to.resolve(portal.relativize(file));
      Files.createDirectories(copy.resolveSibling(""));
      Files.copy(file, copy);
    }
  }
}
