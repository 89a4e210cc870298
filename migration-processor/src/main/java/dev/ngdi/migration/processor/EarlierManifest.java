package dev.ngdi.migration.processor;

import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Manifest;
import dev.ngdi.migration.model.ManifestException;
import dev.ngdi.migration.model.ManifestFile;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.annotation.processing.Filer;
import javax.tools.StandardLocation;

/**
 * The manifest that an earlier compilation left in the output: what a class file does not tell of
 * the classes that are not compiled this time, their Javadoc above all, is taken from it.
 */
final class EarlierManifest {
  private EarlierManifest() {}

  /** Its migrations by class name; none where there is no manifest, or a damaged one. */
  static Map<String, DeclaredMigration> read(Filer filer) {
    return text(filer)
        .flatMap(EarlierManifest::parse)
        .map(
            manifest ->
                manifest.migrations().stream()
                    .collect(Collectors.toMap(DeclaredMigration::className, m -> m)))
        .orElse(Map.of());
  }

  private static Optional<String> text(Filer filer) {
    try {
      return Optional.of(
          filer
              .getResource(StandardLocation.CLASS_OUTPUT, "", Manifest.PATH)
              .getCharContent(true)
              .toString());
    } catch (IOException | RuntimeException e) {
      // The first compilation, or a compiler that cannot read its own output.
      return Optional.empty();
    }
  }

  private static Optional<Manifest> parse(String text) {
    try {
      return Optional.of(ManifestFile.read(text));
    } catch (ManifestException e) {
      return Optional.empty();
    }
  }
}
