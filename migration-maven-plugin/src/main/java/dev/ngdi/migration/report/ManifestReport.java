package dev.ngdi.migration.report;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Manifest;
import dev.ngdi.migration.model.ManifestPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The manifest in its form for reading.
 *
 * @param manifest the manifest
 * @param after the id of the migration before the first one shown; empty for all
 * @param file where the page was written to; empty if it is to be printed
 */
public record ManifestReport(Manifest manifest, Optional<String> after, Optional<String> file)
    implements Report {

  /** The page, as Markdown. */
  public String page() {
    return ManifestPage.of(manifest, shown());
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (file.isEmpty()) {
      page().lines().forEach(lines::add);
      lines.add("");
    }
    int shown = shown().size();
    String which = after.map(id -> " newer than `" + id + "`").orElse("");
    lines.add(
        "the manifest has %s%s%s: type `mvn db:plan` to see what %s would do to a database"
            .formatted(
                Text.migrations(shown),
                which,
                file.map(f -> ", written to `" + f + "`").orElse(""),
                shown == 1 ? "it" : "they"));
    return lines;
  }

  private List<DeclaredMigration> shown() {
    return manifest.migrations().stream()
        .filter(m -> after.isEmpty() || m.version().compareTo(after.get().substring(1, 15)) > 0)
        .toList();
  }

  @Override
  public JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("sha256", manifest.sha256());
    json.addProperty("postgres", manifest.postgres());
    file.ifPresent(f -> json.addProperty("file", f));
    json.add("migrations", Json.array(shown(), m -> new JsonPrimitive(m.id())));
    return json;
  }

  @Override
  public Ending ending() {
    return Ending.SUCCEEDED;
  }
}
