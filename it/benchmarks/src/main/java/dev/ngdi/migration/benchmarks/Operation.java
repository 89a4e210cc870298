package dev.ngdi.migration.benchmarks;

import static dev.ngdi.migration.benchmarks.PortalMigration.data;
import static dev.ngdi.migration.benchmarks.PortalMigration.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A change of the portal's {@code distribution}, as our rules want it and as it is often written.
 */
enum Operation {
  ADD_COLUMN("ALTER TABLE distribution ADD COLUMN checked_at timestamptz;") {
    @Override
    List<PortalMigration> migrations(int rows) {
      return List.of(
          schema(
              "add_distribution_checked_at_field",
              naive(),
              "ALTER TABLE distribution DROP COLUMN checked_at;"));
    }
  },

  NOT_NULL("ALTER TABLE distribution ALTER COLUMN host SET NOT NULL;") {
    @Override
    List<PortalMigration> migrations(int rows) {
      return List.of(
          schema(
              "add_distribution_host_check",
              """
              ALTER TABLE distribution
                ADD CONSTRAINT distribution_host_present CHECK (host IS NOT NULL) NOT VALID;
              """,
              "ALTER TABLE distribution DROP CONSTRAINT distribution_host_present;"),
          schema(
              "validate_distribution_host_check",
              "ALTER TABLE distribution VALIDATE CONSTRAINT distribution_host_present;",
              """
              ALTER TABLE distribution DROP CONSTRAINT distribution_host_present;
              ALTER TABLE distribution
                ADD CONSTRAINT distribution_host_present CHECK (host IS NOT NULL) NOT VALID;
              """),
          schema(
              "require_distribution_host",
              naive(),
              "ALTER TABLE distribution ALTER COLUMN host DROP NOT NULL;"),
          schema(
              "remove_distribution_host_check",
              "ALTER TABLE distribution DROP CONSTRAINT distribution_host_present;",
              """
              ALTER TABLE distribution
                ADD CONSTRAINT distribution_host_present CHECK (host IS NOT NULL) NOT VALID;
              ALTER TABLE distribution VALIDATE CONSTRAINT distribution_host_present;
              """));
    }
  },

  FOREIGN_KEY(
      """
      CREATE INDEX distribution_checked_by_idx ON distribution (checked_by);
      ALTER TABLE distribution
        ADD CONSTRAINT distribution_checked_by_fkey
        FOREIGN KEY (checked_by) REFERENCES user_account (id);
      """) {
    @Override
    List<PortalMigration> migrations(int rows) {
      return List.of(
          schema(
              "create_distribution_checked_by_index",
              "CREATE INDEX CONCURRENTLY distribution_checked_by_idx ON distribution (checked_by);",
              "DROP INDEX CONCURRENTLY distribution_checked_by_idx;"),
          schema(
              "add_distribution_checked_by_reference",
              """
              ALTER TABLE distribution
                ADD CONSTRAINT distribution_checked_by_fkey
                FOREIGN KEY (checked_by) REFERENCES user_account (id) NOT VALID;
              """,
              "ALTER TABLE distribution DROP CONSTRAINT distribution_checked_by_fkey;"),
          schema(
              "validate_distribution_checked_by_reference",
              "ALTER TABLE distribution VALIDATE CONSTRAINT distribution_checked_by_fkey;",
              """
              ALTER TABLE distribution DROP CONSTRAINT distribution_checked_by_fkey;
              ALTER TABLE distribution
                ADD CONSTRAINT distribution_checked_by_fkey
                FOREIGN KEY (checked_by) REFERENCES user_account (id) NOT VALID;
              """));
    }
  },

  UNIQUE("ALTER TABLE distribution ADD CONSTRAINT distribution_checksum_key UNIQUE (checksum);") {
    @Override
    List<PortalMigration> migrations(int rows) {
      return List.of(
          schema(
                  "create_distribution_checksum_index",
                  """
                  CREATE UNIQUE INDEX CONCURRENTLY distribution_checksum_key
                    ON distribution (checksum);
                  """,
                  "DROP INDEX CONCURRENTLY distribution_checksum_key;")
              .accepting("unique-index-duplicates"),
          schema(
              "add_distribution_checksum_constraint",
              """
              ALTER TABLE distribution
                ADD CONSTRAINT distribution_checksum_key
                UNIQUE USING INDEX distribution_checksum_key;
              """,
              """
              ALTER TABLE distribution DROP CONSTRAINT distribution_checksum_key;
              CREATE UNIQUE INDEX distribution_checksum_key ON distribution (checksum);
              """));
    }
  },

  INDEX("CREATE INDEX distribution_format_idx ON distribution (format, created_at);") {
    @Override
    List<PortalMigration> migrations(int rows) {
      return List.of(
          schema(
              "create_distribution_format_index",
              """
              CREATE INDEX CONCURRENTLY distribution_format_idx
                ON distribution (format, created_at);
              """,
              "DROP INDEX CONCURRENTLY distribution_format_idx;"));
    }
  },

  CHANGE_TYPE("ALTER TABLE distribution ALTER COLUMN retries TYPE bigint;") {
    @Override
    List<PortalMigration> migrations(int rows) {
      List<PortalMigration> all = new ArrayList<>();
      all.add(
          schema(
              "add_distribution_retries_new_field",
              """
              ALTER TABLE distribution ADD COLUMN retries_new bigint;
              CREATE FUNCTION distribution_retries_new() RETURNS trigger LANGUAGE plpgsql AS $$
              BEGIN
                NEW.retries_new := NEW.retries;
                RETURN NEW;
              END
              $$;
              CREATE TRIGGER distribution_retries_new
                BEFORE INSERT OR UPDATE OF retries ON distribution
                FOR EACH ROW EXECUTE FUNCTION distribution_retries_new();
              """,
              """
              DROP TRIGGER distribution_retries_new ON distribution;
              DROP FUNCTION distribution_retries_new();
              ALTER TABLE distribution DROP COLUMN retries_new;
              """));
      all.addAll(fill("retries_new", "retries", rows));
      all.add(
          schema(
                  "change_distribution_retries_field",
                  """
              DROP TRIGGER distribution_retries_new ON distribution;
              DROP FUNCTION distribution_retries_new();
              ALTER TABLE distribution RENAME COLUMN retries TO retries_old;
              ALTER TABLE distribution RENAME COLUMN retries_new TO retries;
              """,
                  """
              ALTER TABLE distribution RENAME COLUMN retries TO retries_new;
              ALTER TABLE distribution RENAME COLUMN retries_old TO retries;
              CREATE FUNCTION distribution_retries_new() RETURNS trigger LANGUAGE plpgsql AS $$
              BEGIN
                NEW.retries_new := NEW.retries;
                RETURN NEW;
              END
              $$;
              CREATE TRIGGER distribution_retries_new
                BEFORE INSERT OR UPDATE OF retries ON distribution
                FOR EACH ROW EXECUTE FUNCTION distribution_retries_new();
              """)
              .accepting("rename-column"));
      all.add(
          schema(
                  "remove_distribution_retries_old_field",
                  "ALTER TABLE distribution DROP COLUMN retries_old;",
                  "ALTER TABLE distribution ADD COLUMN retries_old integer;")
              .accepting("drop-column"));
      return all;
    }
  },

  DROP_COLUMN("ALTER TABLE distribution DROP COLUMN legacy_path;") {
    @Override
    List<PortalMigration> migrations(int rows) {
      return List.of(
          schema(
                  "remove_distribution_legacy_path_field",
                  naive(),
                  "ALTER TABLE distribution ADD COLUMN legacy_path text;")
              .accepting("drop-column"));
    }
  },

  FILL("UPDATE distribution SET legacy_path = access_url;") {
    @Override
    List<PortalMigration> migrations(int rows) {
      return fill("legacy_path", "access_url", rows);
    }
  };

  private static final int BATCH = 10_000;

  private final String naive;

  Operation(String naive) {
    this.naive = naive;
  }

  /** The one that the command line calls so. */
  static Operation of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** As the command line has it. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What a person writes who thinks of the result only. */
  String naive() {
    return naive;
  }

  /** What our rules accept, for a table with so many rows. */
  abstract List<PortalMigration> migrations(int rows);

  private static List<PortalMigration> fill(String column, String source, int rows) {
    List<PortalMigration> batches = new ArrayList<>();
    for (int from = 1; from <= rows; from += BATCH) {
      String range = " AND id >= %d AND id < %d;".formatted(from, from + BATCH);
      batches.add(
          data(
              "fill_distribution_%s_from_%d".formatted(column, from),
              "UPDATE distribution SET %1$s = %2$s WHERE %1$s IS DISTINCT FROM %2$s"
                      .formatted(column, source)
                  + range,
              "UPDATE distribution SET %1$s = NULL WHERE %1$s IS NOT NULL".formatted(column)
                  + range));
    }
    return batches;
  }
}
