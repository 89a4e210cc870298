package dev.ngdi.migration.project;

import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Digest;
import dev.ngdi.migration.model.Manifest;
import dev.ngdi.migration.model.ManifestException;
import dev.ngdi.migration.model.ManifestFile;
import dev.ngdi.migration.model.Sql;
import dev.ngdi.migration.settings.GoalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The migrations of a module as its compilation left them.
 *
 * @param manifest the manifest, its digests checked
 * @param classPath where their code is, with all that it needs
 */
public record CompiledMigrations(Manifest manifest, List<Path> classPath) {

  public CompiledMigrations {
    classPath = List.copyOf(classPath);
  }

  /**
   * Reads what the compiler wrote into a directory.
   *
   * @param classes the module's output directory
   * @param classPath the module's run-time class path
   * @return empty if it has no manifest
   * @throws GoalException if the manifest is damaged, or older than a SQL file that it was made
   *     from
   */
  public static Optional<CompiledMigrations> in(Path classes, List<Path> classPath)
      throws GoalException {
    return read(classes, classes.toString(), "run `mvn clean compile`", classPath);
  }

  /**
   * Reads what stands in a jar.
   *
   * @param jar the jar
   * @param classPath the jar with its run-time dependencies
   * @return empty if it has no manifest
   * @throws GoalException if the manifest is damaged, or the jar is none
   */
  public static Optional<CompiledMigrations> inJar(Path jar, List<Path> classPath)
      throws GoalException {
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      return read(files.getPath("/"), jar.getFileName().toString(), "release it again", classPath);
    } catch (IOException e) {
      throw new GoalException("`%s` cannot be read as a jar: %s".formatted(jar, e.getMessage()), e);
    }
  }

  private static Optional<CompiledMigrations> read(
      Path root, String shown, String remedy, List<Path> classPath) throws GoalException {
    Path file = root.resolve(Manifest.PATH);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Manifest manifest = ManifestFile.read(Files.readString(file));
      checkFiles(root, manifest, remedy);
      return Optional.of(new CompiledMigrations(manifest, classPath));
    } catch (ManifestException e) {
      throw new GoalException(
          "`%s` in `%s` cannot be trusted: %s\n%s"
              .formatted(Manifest.PATH, shown, e.getMessage(), remedy),
          e);
    } catch (IOException e) {
      throw new GoalException(
          "`%s` in `%s` cannot be read: %s".formatted(Manifest.PATH, shown, e.getMessage()), e);
    }
  }

  private static void checkFiles(Path root, Manifest manifest, String remedy)
      throws IOException, GoalException {
    for (DeclaredMigration migration : manifest.migrations()) {
      for (Sql sql : Stream.concat(migration.up().stream(), migration.down().stream()).toList()) {
        Optional<Path> file = sql.file().map(name -> resolve(root, migration.className(), name));
        if (file.filter(Files::isRegularFile).isPresent()
            && !digest(file.get()).equals(sql.sha256())) {
          throw new GoalException(
              "`%s` of `%s` was changed after the last compilation\n%s"
                  .formatted(sql.file().get(), migration.id(), remedy));
        }
      }
    }
  }

  private static Path resolve(Path root, String className, String name) {
    if (name.startsWith("/")) {
      return root.resolve(name.substring(1));
    }
    int end = className.lastIndexOf('.');
    return root.resolve(
        end < 0 ? name : className.substring(0, end).replace('.', '/') + "/" + name);
  }

  private static String digest(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return Digest.sha256(
        (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n"));
  }
}
