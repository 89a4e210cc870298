package dev.ngdi.migration.rules;

import dev.ngdi.migration.model.MigrationType;
import dev.ngdi.migration.sql.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What to write instead of a statement where one statement is not enough: what takes its place, and
 * the migrations that follow.
 */
final class Sequel {
  private final Subject subject;
  private final List<String> here = new ArrayList<>();
  private final List<String> next = new ArrayList<>();

  private Sequel(Subject subject) {
    this.subject = subject;
  }

  /** For a finding in a subject's {@code up}; without anything said, nothing takes its place. */
  static Sequel of(Subject subject) {
    return new Sequel(subject);
  }

  /** A statement that takes the place of the one found. */
  Sequel here(String sql) {
    here.add(Statements.ended(sql));
    return this;
  }

  /** A schema migration that follows; it says how it is taken back. */
  Sequel then(String why, String up, String down) {
    return then(MigrationType.SCHEMA, "SchemaMigration", why, up, down);
  }

  /** A data migration that follows. */
  Sequel thenData(String why, String up, String down) {
    return then(MigrationType.DATA, "DataMigration", why, up, down);
  }

  /** A data migration that follows, under a name of these words. */
  Sequel thenData(String words, String why, String up, String down) {
    String name = NameProposal.fit(Words.of(words)).orElse("<action>_<entity>_<details>");
    return then(name, "DataMigration", why, up, down);
  }

  private Sequel then(MigrationType type, String annotation, String why, String up, String down) {
    String name = NameProposal.of(Script.parse(up), type).orElse("<action>_<entity>_<details>");
    return then(name, annotation, why, up, down);
  }

  private Sequel then(String name, String annotation, String why, String up, String down) {
    Script script = Script.parse(up);
    next.add(
        "/** "
            + why
            + " */\n@"
            + annotation
            + "(\n"
            + JavaText.indented(JavaText.attribute("up", ended(script)), 4)
            + ",\n"
            + JavaText.indented(JavaText.attribute("down", ended(Script.parse(down))), 4)
            + ")\n"
            + NameProposal.declaration(Versions.after(subject, next.size() + 1), name)
            + " {}");
    return this;
  }

  private static String ended(Script script) {
    return script.problems().isEmpty()
        ? script.statements().stream()
            .map(statement -> Statements.ended(statement.source().sql()))
            .collect(Collectors.joining("\n"))
        : script.sql();
  }

  /** All of it, to paste. */
  String text() {
    List<String> parts = new ArrayList<>();
    if (!here.isEmpty()) {
      parts.add(String.join("\n", here));
    }
    if (!next.isEmpty()) {
      String following = next.size() == 1 ? "a migration" : next.size() + " migrations";
      parts.add((here.isEmpty() ? "" : "and then ") + following + " of " + own());
      parts.addAll(next);
    }
    return String.join("\n", parts);
  }

  private String own() {
    return next.size() == 1 ? "its own:" : "their own:";
  }
}
