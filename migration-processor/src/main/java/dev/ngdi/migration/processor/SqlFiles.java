package dev.ngdi.migration.processor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Finds the files that migrations name: beside the class, in resources and then in sources. */
final class SqlFiles {
  private static final List<StandardLocation> PLACES =
      List.of(
          StandardLocation.CLASS_OUTPUT, StandardLocation.SOURCE_PATH, StandardLocation.CLASS_PATH);

  private final Filer filer;

  SqlFiles(Filer filer) {
    this.filer = filer;
  }

  /**
   * What a look-up gave: a text, or else the reason why there is none.
   *
   * @param text the file's text, its line ends made line feeds and its byte order mark removed
   * @param problem why there is none, or empty
   */
  record Found(Optional<String> text, String problem) {}

  /** A file with what it says; its name is for people. */
  record Named(String name, String text) {}

  /**
   * The SQL files of a directory, those in directories below it included.
   *
   * @param name as of a file
   * @return none if there is no such directory among the compiled resources, or no file in it
   */
  List<Named> list(String name, String packageName) {
    boolean absolute = name.startsWith("/");
    String relative = absolute ? name.substring(1) : name;
    // javac finds files only, but tells where one would be that is not there.
    String inside = relative.replaceFirst("/+$", "") + "/V.sql";
    return find(StandardLocation.CLASS_OUTPUT, absolute ? "" : packageName, inside)
        .map(FileObject::toUri)
        .filter(uri -> "file".equals(uri.getScheme()))
        .map(uri -> Path.of(uri.resolve(".")))
        .filter(Files::isDirectory)
        .map(SqlFiles::in)
        .orElse(List.of());
  }

  private static List<Named> in(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .sorted()
          .flatMap(file -> named(directory, file).stream())
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private static Optional<Named> named(Path directory, Path file) {
    String name = directory.relativize(file).toString().replace('\\', '/');
    try {
      return decode(name, Files.readAllBytes(file)).text().map(text -> new Named(name, text));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads a file.
   *
   * @param name relative to the package, or from the root if it begins with a slash
   * @param packageName the package of the class that names it
   */
  Found read(String name, String packageName) {
    boolean absolute = name.startsWith("/");
    String relative = absolute ? name.substring(1) : name;
    String base = absolute ? "" : packageName;
    for (StandardLocation place : PLACES) {
      Optional<byte[]> bytes = find(place, base, relative).flatMap(SqlFiles::bytes);
      if (bytes.isPresent()) {
        return decode(name, bytes.get());
      }
    }
    String path = base.isEmpty() ? relative : base.replace('.', '/') + "/" + relative;
    return new Found(
        Optional.empty(),
        "the file `%s` does not exist: looked for `%s` in the compiled resources (target/classes), in the sources and on the class path"
            .formatted(name, path));
  }

  private Optional<FileObject> find(StandardLocation place, String base, String relative) {
    try {
      return Optional.of(filer.getResource(place, base, relative));
    } catch (IOException | RuntimeException e) {
      // A compiler without this location, or a file that is not in it.
      return Optional.empty();
    }
  }

  private static Optional<byte[]> bytes(FileObject file) {
    try (InputStream in = file.openInputStream()) {
      return Optional.of(in.readAllBytes());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Found decode(String name, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
      return new Found(Optional.of(clean.replace("\r\n", "\n")), "");
    } catch (CharacterCodingException e) {
      return new Found(Optional.empty(), "the file `" + name + "` is not UTF-8");
    }
  }
}
