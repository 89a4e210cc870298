package dev.ngdi.migration.benchmarks;

import dev.ngdi.migration.project.CompiledMigrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The sample portal's database with many rows, and migrations that come after its own. */
final class Portal {
  static final String DATABASE = "portal";

  /** The distribution that no traffic touches, in the first batch and behind others. */
  static final int HELD = 9_999;

  private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
  private static final LocalDateTime FIRST = LocalDateTime.of(2026, 12, 1, 9, 0);

  private static final PortalMigration FIELDS =
      PortalMigration.schema(
          "add_distribution_check_fields",
          """
          ALTER TABLE distribution
            ADD COLUMN checked_by bigint,
            ADD COLUMN checksum text,
            ADD COLUMN legacy_path text,
            ADD COLUMN retries integer;
          """,
          """
          ALTER TABLE distribution
            DROP COLUMN checked_by,
            DROP COLUMN checksum,
            DROP COLUMN legacy_path,
            DROP COLUMN retries;
          """);

  /** {@code %1$d} is the number of rows. */
  private static final String ROWS =
      """
      SET session_replication_role = replica;
      INSERT INTO organisation (slug, name) VALUES ('survey', 'Survey');
      INSERT INTO user_account (organisation_id, email, display_name)
        SELECT 1, 'user' || i || '@survey.example', 'User ' || i FROM generate_series(1, %1$d) AS i;
      INSERT INTO metadata_record (
          organisation_id, hierarchy_level, status, language, title, abstract)
        SELECT 1, 'dataset', 'published', 'eng', 'Dataset ' || i, 'Heights of the ground in area ' || i
        FROM generate_series(1, %1$d / 10) AS i;
      INSERT INTO dataset (record_id) SELECT i FROM generate_series(1, %1$d / 10) AS i;
      INSERT INTO distribution (
          dataset_id, format, access_url, byte_size, host, checked_by, checksum,
          retries)
        SELECT 1 + i %% (%1$d / 10), 'GeoTIFF', 'https://download.survey.example/' || i, i,
          'download.survey.example', i, md5(i::text), 0
        FROM generate_series(1, %1$d) AS i;
      """;

  private final Path module;
  private final Path directory;
  private final int rows;

  /**
   * The portal.
   *
   * @param module where its sources are
   * @param directory where it is compiled
   * @param rows how many distributions and accounts it has
   */
  Portal(Path module, Path directory, int rows) {
    this.module = module;
    this.directory = directory;
    this.rows = rows;
  }

  int rows() {
    return rows;
  }

  /** Makes the database that others are copied from. */
  void make(Server server) throws Exception {
    server.create(DATABASE, "");
    new Ours(compile("base", List.of())).prepare(server.url(DATABASE), directory).run();
    server.execute(DATABASE, ROWS.formatted(rows));
    server.execute(DATABASE, "VACUUM (FREEZE, ANALYZE)");
    server.execute(DATABASE, "CHECKPOINT");
  }

  /** Copies it. */
  void copy(Server server, String database) throws SQLException {
    server.create(database, "TEMPLATE " + DATABASE + " STRATEGY file_copy");
  }

  /** The portal's migrations and those of an operation. */
  CompiledMigrations compile(Operation operation) throws Exception {
    return compile(operation.id(), operation.migrations(rows));
  }

  private CompiledMigrations compile(String name, List<PortalMigration> more) throws Exception {
    Path sources = directory.resolve(name + "-src");
    Path classes = directory.resolve(name + "-classes");
    copy(module.resolve("src/main/java"), sources);
    copy(module.resolve("src/main/resources"), classes);
    List<PortalMigration> migrations = new ArrayList<>(List.of(FIELDS));
    migrations.addAll(more);
    Path folder = sources.resolve("dev/ngdi/portal/db");
    for (int i = 0; i < migrations.size(); i++) {
      PortalMigration migration = migrations.get(i);
      String id = "V" + VERSION.format(FIRST.plusMinutes(i)) + "__" + migration.name();
      Files.writeString(folder.resolve(id + ".java"), migration.source(id));
    }
    try (Stream<Path> files = Files.list(folder)) {
      Javac.compile(classes, sources, files.sorted().toList(), true);
    }
    return CompiledMigrations.in(classes, List.of(classes)).orElseThrow();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }
}
