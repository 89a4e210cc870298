package dev.ngdi.migration.model;

import com.google.gson.stream.JsonWriter;
import dev.ngdi.migration.model.DeclaredMigration.Code;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes {@code manifest.json}. */
final class ManifestWriter {
  /** What stands before each migration, and before nothing else. */
  static final String MIGRATION_START = "\n    {\n";

  /** What stands at the end of each migration, and nowhere else. */
  static final String MIGRATION_END = "\n    }";

  private static final int INITIAL_SIZE = 1 << 16;

  private ManifestWriter() {}

  static String write(Manifest manifest, Map<String, String> written) {
    StringWriter text = new StringWriter(INITIAL_SIZE);
    try (JsonWriter json = new JsonWriter(text)) {
      json.setIndent("  ");
      json.beginObject();
      json.name("format").value(ManifestFile.FORMAT);
      json.name("postgres").value(manifest.postgres());
      json.name("sha256").value(manifest.sha256());
      json.name("migrations").beginArray();
      for (DeclaredMigration migration : manifest.migrations()) {
        String before = written.getOrDefault(migration.className(), "");
        if (before.isEmpty()) {
          write(json, migration);
        } else {
          json.jsonValue(before);
        }
      }
      json.endArray();
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a text takes all that is written", e);
    }
    return text.append('\n').toString();
  }

  private static void write(JsonWriter json, DeclaredMigration m) throws IOException {
    json.beginObject();
    json.name("id").value(m.id());
    json.name("version").value(m.version());
    json.name("name").value(m.name());
    json.name("type").value(m.type().name().toLowerCase(Locale.ROOT));
    json.name("class").value(m.className());
    json.name("documentation").value(m.documentation());
    json.name("sha256").value(m.sha256());
    json.name("transactional").value(m.transactional());
    json.name("reversible").value(m.reversible());
    write(json, m.reversibility());
    if (m.irreversible().isPresent()) {
      json.name("irreversible").value(m.irreversible().get());
    }
    writeStrings(json, "environments", m.environments());
    writeAccepted(json, m.accepted());
    if (m.up().isPresent()) {
      write(json, "up", m.up().get());
    }
    if (m.down().isPresent()) {
      write(json, "down", m.down().get());
    }
    if (m.verify().isPresent()) {
      json.name("verify").value(m.verify().get());
    }
    if (m.code().isPresent()) {
      write(json, m.code().get());
    }
    json.endObject();
  }

  private static void write(JsonWriter json, Reversibility reversibility) throws IOException {
    json.name("reversibility").beginObject();
    json.name("class").value(reversibility.kind().name().toLowerCase(Locale.ROOT));
    writeStrings(json, "notes", reversibility.notes());
    json.endObject();
  }

  /** An array of strings; nothing where there are none. */
  private static void writeStrings(JsonWriter json, String name, List<String> values)
      throws IOException {
    if (!values.isEmpty()) {
      json.name(name).beginArray();
      for (String value : values) {
        json.value(value);
      }
      json.endArray();
    }
  }

  private static void writeAccepted(JsonWriter json, List<Acceptance> accepted) throws IOException {
    if (!accepted.isEmpty()) {
      json.name("accepted").beginArray();
      for (Acceptance acceptance : accepted) {
        json.beginObject();
        json.name("rule").value(acceptance.rule());
        json.name("because").value(acceptance.because());
        json.endObject();
      }
      json.endArray();
    }
  }

  private static void write(JsonWriter json, Code code) throws IOException {
    json.name("code").beginObject();
    json.name("sha256").value(code.sha256());
    json.name("catalogue").value(code.catalogue());
    json.name("down").value(code.down());
    json.endObject();
  }

  private static void write(JsonWriter json, String direction, Sql sql) throws IOException {
    json.name(direction).beginObject();
    if (sql.file().isPresent()) {
      json.name("file").value(sql.file().get());
    }
    json.name("sha256").value(sql.sha256());
    json.name("transactional").value(sql.transactional());
    json.name("sql").value(sql.text());
    json.name("statements").beginArray();
    for (StatementSpan span : sql.statements()) {
      write(json, span);
    }
    json.endArray();
    json.endObject();
  }

  private static void write(JsonWriter json, StatementSpan span) throws IOException {
    json.beginObject();
    json.name("line").value(span.line());
    json.name("start").value(span.start());
    json.name("end").value(span.end());
    json.name("summary").value(span.summary());
    if (!span.effect().relations().isEmpty()) {
      json.name("locks").beginArray();
      for (RelationEffect relation : span.effect().relations()) {
        write(json, relation);
      }
      json.endArray();
    }
    writeStrings(json, "unproven", span.effect().unproven());
    json.endObject();
  }

  private static void write(JsonWriter json, RelationEffect relation) throws IOException {
    json.beginObject();
    json.name("relation").value(relation.relation());
    json.name("lock").value(relation.lock());
    json.name("blocks").value(relation.blocks());
    json.name("rewritten").value(relation.rewritten());
    json.name("scanned").value(relation.scanned());
    json.name("indexesRebuilt").value(relation.indexesRebuilt());
    json.endObject();
  }
}
