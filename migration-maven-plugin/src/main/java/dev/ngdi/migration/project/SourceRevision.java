package dev.ngdi.migration.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The commit that the sources are at, for the journal; Git itself is not needed. */
public final class SourceRevision {
  private static final List<String> VARIABLES =
      List.of("GIT_COMMIT", "GITHUB_SHA", "CI_COMMIT_SHA");
  private static final String REFERENCE = "ref: ";

  private SourceRevision() {}

  /**
   * Finds it: what the build server says, else what the repository around a directory says.
   *
   * @return the full hash, or empty if there is no repository, or none that can be read
   */
  public static Optional<String> find(Path directory, Map<String, String> environment) {
    for (String variable : VARIABLES) {
      String value = environment.getOrDefault(variable, "");
      if (!value.isBlank()) {
        return Optional.of(value.strip());
      }
    }
    for (Path at = directory.toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        try {
          return head(at.resolve(".git"));
        } catch (IOException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> head(Path git) throws IOException {
    // In a further work tree it is a file that says where the directory is.
    Path own =
        Files.isDirectory(git)
            ? git
            : git.resolveSibling(Files.readString(git).strip().substring("gitdir: ".length()));
    Path link = own.resolve("commondir");
    Path common = Files.exists(link) ? own.resolve(Files.readString(link).strip()) : own;
    String head = Files.readString(own.resolve("HEAD")).strip();
    if (!head.startsWith(REFERENCE)) {
      return Optional.of(head);
    }
    String name = head.substring(REFERENCE.length());
    if (Files.exists(common.resolve(name))) {
      return Optional.of(Files.readString(common.resolve(name)).strip());
    }
    Path packed = common.resolve("packed-refs");
    if (!Files.exists(packed)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(packed)) {
      return lines
          .filter(line -> line.endsWith(" " + name))
          .map(line -> line.substring(0, line.indexOf(' ')))
          .findFirst();
    }
  }
}
