package dev.ngdi.migration.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Writes the sources of as many migrations as wanted, of the kinds that real histories have. */
final class MigrationSources {
  private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
  private static final LocalDateTime FIRST = LocalDateTime.of(2020, 1, 1, 0, 0);

  /** A kind of migration; {@code %1$s} is the table. */
  private record Kind(String name, String up, String down) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "create_%1$s_table",
              """
              CREATE TABLE %1$s (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                name text NOT NULL,
                price numeric(10, 2) NOT NULL DEFAULT 0,
                created_at timestamptz NOT NULL DEFAULT now(),
                CONSTRAINT %1$s_price_check CHECK (price >= 0)
              );
              """,
              "DROP TABLE %1$s;"),
          new Kind(
              "add_%1$s_state_field",
              "ALTER TABLE %1$s ADD COLUMN state text;", "ALTER TABLE %1$s DROP COLUMN state;"),
          new Kind(
              "add_%1$s_count_field",
              "ALTER TABLE %1$s ADD COLUMN count integer NOT NULL DEFAULT 0;",
              "ALTER TABLE %1$s DROP COLUMN count;"),
          new Kind(
              "add_%1$s_name_index",
              "CREATE INDEX CONCURRENTLY %1$s_name_idx ON %1$s (name, created_at);",
              "DROP INDEX CONCURRENTLY %1$s_name_idx;"),
          new Kind(
              "add_%1$s_state_check",
              """
              ALTER TABLE %1$s
                ADD CONSTRAINT %1$s_state_check CHECK (state IN ('new', 'old')) NOT VALID;
              """,
              "ALTER TABLE %1$s DROP CONSTRAINT %1$s_state_check;"),
          new Kind(
              "add_%1$s_table_comment",
              "COMMENT ON TABLE %1$s IS 'Things that are sold';", "COMMENT ON TABLE %1$s IS NULL;"),
          new Kind(
              "create_%1$s_summary_view",
              """
              CREATE VIEW %1$s_summary AS
                SELECT i.id, i.name, count(*) AS number
                  FROM %1$s AS i WHERE i.state = 'new' GROUP BY i.id, i.name;
              """,
              "DROP VIEW %1$s_summary;"),
          new Kind(
              "create_%1$s_total_function",
              """
              CREATE FUNCTION %1$s_total(since timestamptz) RETURNS numeric
                LANGUAGE sql STABLE
                AS $$ SELECT sum(price) FROM %1$s WHERE created_at >= since $$;
              """,
              "DROP FUNCTION %1$s_total(timestamptz);"),
          new Kind(
              "create_%1$s_colour_enum",
              "CREATE TYPE %1$s_colour AS ENUM ('red', 'green');", "DROP TYPE %1$s_colour;"),
          new Kind(
              "add_%1$s_colour_field",
              "ALTER TABLE %1$s ADD COLUMN colour %1$s_colour;",
              "ALTER TABLE %1$s DROP COLUMN colour;"));

  private static final Kind TABLE =
      new Kind(
          "create_%1$s_table",
          "CREATE TABLE %1$s (id bigint PRIMARY KEY, name text NOT NULL);", "DROP TABLE %1$s;");

  private MigrationSources() {}

  /** Writes migrations of all kinds; their files in order. */
  static List<Path> write(Path directory, int count) throws IOException {
    return write(directory, count, KINDS);
  }

  /** Writes migrations that create a small table each; their files in order. */
  static List<Path> writeTables(Path directory, int count) throws IOException {
    return write(directory, count, List.of(TABLE));
  }

  private static List<Path> write(Path directory, int count, List<Kind> kinds) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("bench"));
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Kind kind = kinds.get(i % kinds.size());
      String table = "item" + i / kinds.size();
      String id = "V" + VERSION.format(FIRST.plusMinutes(i)) + "__" + kind.name().formatted(table);
      Path file = folder.resolve(id + ".java");
      Files.writeString(
          file,
          """
          package bench;

          import dev.ngdi.migration.SchemaMigration;

          /** The shop needs it. */
          @SchemaMigration(
              up = \"""
          %s
                  \""",
              down = "%s")
          final class %s {}
          """
              .formatted(
                  kind.up().formatted(table).indent(8).stripTrailing(),
                  kind.down().formatted(table),
                  id));
      files.add(file);
    }
    return files;
  }
}
