package dev.ngdi.migration.processor;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * Which files the compiler finds. A directory in which it found one is listed, since asking it for
 * each of a thousand files costs more than all else that is done for a class that did not change.
 */
final class CompilerFiles {
  private final Filer filer;
  private final Map<String, Set<String>> listed = new HashMap<>();

  CompilerFiles(Filer filer) {
    this.filer = filer;
  }

  /** Whether a package has a file in a location. */
  boolean exist(StandardLocation location, String packageName, String name) {
    String directory = location + " " + packageName;
    if (listed.getOrDefault(directory, Set.of()).contains(name)) {
      return true;
    }
    try {
      FileObject file = filer.getResource(location, packageName, name);
      file.openInputStream().close();
      listed.computeIfAbsent(directory, unused -> besides(file.toUri()));
      return true;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static Set<String> besides(URI file) {
    if (!"file".equals(file.getScheme())) {
      return Set.of();
    }
    Path directory = Path.of(file).resolveSibling("");
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(path -> path.getFileName().toString()).collect(Collectors.toSet());
    } catch (IOException e) {
      return Set.of();
    }
  }
}
