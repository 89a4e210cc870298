package dev.ngdi.migration.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The only reader and writer of {@code manifest.json}; its format is described in {@code
 * docs/manifest.md}. The same manifest gives the same bytes.
 */
public final class ManifestFile {
  /** The version of the format that this release writes, and the newest that it reads. */
  public static final int FORMAT = 1;

  private ManifestFile() {}

  /** The manifest as JSON, ended by a line feed. */
  public static String write(Manifest manifest) {
    return write(manifest, Map.of());
  }

  /**
   * The manifest as JSON, parts of which were written before.
   *
   * @param written what {@link #textsIn} found of migrations that are as they were, by class name
   */
  public static String write(Manifest manifest, Map<String, String> written) {
    return ManifestWriter.write(manifest, written);
  }

  /**
   * Reads a manifest and checks every digest in it.
   *
   * @param text what {@link #write} wrote, by this release or an older one
   * @throws ManifestException if it is not that: cut off, edited, or of a newer format
   */
  public static Manifest read(String text) throws ManifestException {
    return new ManifestReader(true).read(text);
  }

  /**
   * Reads a manifest and believes that its SQL has the digests that it states: for who compares the
   * SQL itself. The digest over all of them is checked.
   *
   * @param text as for {@link #read}
   * @throws ManifestException as for {@link #read}, edited SQL left out
   */
  public static Manifest readWithoutSqlDigests(String text) throws ManifestException {
    return new ManifestReader(false).read(text);
  }

  /**
   * How the migrations of a manifest are written.
   *
   * @param text what {@link #write} wrote
   * @param manifest what it says
   * @return the JSON of each migration by class name; none where the text is laid out otherwise
   */
  public static Map<String, String> textsIn(String text, Manifest manifest) {
    List<String> texts = new ArrayList<>();
    int start = text.indexOf(ManifestWriter.MIGRATION_START);
    while (start >= 0) {
      int end = text.indexOf(ManifestWriter.MIGRATION_END, start);
      if (end < 0) {
        return Map.of();
      }
      end += ManifestWriter.MIGRATION_END.length();
      texts.add(text.substring(start, end).strip());
      start = text.indexOf(ManifestWriter.MIGRATION_START, end);
    }
    if (texts.size() != manifest.migrations().size()) {
      return Map.of();
    }
    Map<String, String> byClass = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      byClass.put(manifest.migrations().get(i).className(), texts.get(i));
    }
    return byClass;
  }
}
