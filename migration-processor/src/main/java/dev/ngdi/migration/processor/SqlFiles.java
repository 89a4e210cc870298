package dev.ngdi.migration.processor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
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
