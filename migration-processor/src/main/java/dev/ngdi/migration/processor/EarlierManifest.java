package dev.ngdi.migration.processor;

import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Manifest;
import dev.ngdi.migration.model.ManifestException;
import dev.ngdi.migration.model.ManifestFile;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.Filer;
import javax.tools.StandardLocation;

/**
 * The manifest that an earlier compilation left in the output: what a class file does not tell of
 * the classes that are not compiled this time, their Javadoc above all, is taken from it. What is
 * taken is compared with the classes' own SQL, so that is not digested again.
 */
final class EarlierManifest {
  private final Map<String, DeclaredMigration> migrations;
  private final Map<String, String> texts;

  private EarlierManifest(Map<String, DeclaredMigration> migrations, Map<String, String> texts) {
    this.migrations = migrations;
    this.texts = texts;
  }

  /** The one in the output; one without migrations where there is none, or a damaged one. */
  static EarlierManifest read(Filer filer) {
    return text(filer)
        .flatMap(EarlierManifest::parse)
        .orElseGet(() -> new EarlierManifest(Map.of(), Map.of()));
  }

  boolean isEmpty() {
    return migrations.isEmpty();
  }

  /** The class names of its migrations. */
  Set<String> classNames() {
    return migrations.keySet();
  }

  Collection<DeclaredMigration> migrations() {
    return migrations.values();
  }

  /** What it says of a class. */
  Optional<DeclaredMigration> find(String className) {
    return Optional.ofNullable(migrations.get(className));
  }

  /**
   * A manifest's JSON.
   *
   * @param unchanged the class names of the migrations that are as in this one
   */
  String write(Manifest manifest, Set<String> unchanged) {
    Map<String, String> kept = new HashMap<>(texts);
    kept.keySet().retainAll(unchanged);
    return ManifestFile.write(manifest, kept);
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

  private static Optional<EarlierManifest> parse(String text) {
    try {
      Manifest manifest = ManifestFile.readWithoutSqlDigests(text);
      return Optional.of(
          new EarlierManifest(
              manifest.migrations().stream()
                  .collect(Collectors.toMap(DeclaredMigration::className, m -> m)),
              ManifestFile.textsIn(text, manifest)));
    } catch (ManifestException e) {
      return Optional.empty();
    }
  }
}
