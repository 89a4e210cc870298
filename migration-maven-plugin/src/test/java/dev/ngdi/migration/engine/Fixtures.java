package dev.ngdi.migration.engine;

import dev.ngdi.migration.engine.AppliedMigration.Result;
import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Digest;
import dev.ngdi.migration.model.Manifest;
import dev.ngdi.migration.model.MigrationType;
import dev.ngdi.migration.model.RelationEffect;
import dev.ngdi.migration.model.Reversibility;
import dev.ngdi.migration.model.Sql;
import dev.ngdi.migration.model.StatementEffect;
import dev.ngdi.migration.model.StatementSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Declared and applied migrations, made short: one is called by its number, from 1 to 9. */
public final class Fixtures {
  public static final String EDITED = "SELECT 'edited'";
  private static final String[] WORDS = {
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"
  };

  private static final Reversibility REVERSIBILITY =
      new Reversibility(Reversibility.Kind.EXACT, List.of());

  private Fixtures() {}

  /** {@code V20261101000001__create_table_one} for 1. */
  public static String id(int number) {
    return "V2026110100000" + number + "__create_table_" + WORDS[number];
  }

  public static Manifest manifest(DeclaredMigration... migrations) {
    return new Manifest(14, List.of(migrations));
  }

  /** Creates a table, and drops it. */
  public static DeclaredMigration table(int number) {
    String name = "table_" + WORDS[number];
    return migration(id(number), "CREATE TABLE " + name + " (id int)", "DROP TABLE " + name);
  }

  public static DeclaredMigration migration(String id, String up, String down) {
    return declared(id, Optional.of(sql(up, true)), Optional.of(sql(down, true)));
  }

  /** A migration with a way back that does nothing. */
  public static DeclaredMigration migration(String id, Sql up) {
    return declared(id, Optional.of(up), Optional.of(sql("SELECT 1", true)));
  }

  /** A migration that runs outside a transaction, both ways. */
  public static DeclaredMigration outside(String id, String up, String down) {
    return declared(id, Optional.of(sql(up, false)), Optional.of(sql(down, false)));
  }

  private static DeclaredMigration declared(String id, Optional<Sql> up, Optional<Sql> down) {
    return new DeclaredMigration(
        id,
        "org.example.db." + id,
        MigrationType.SCHEMA,
        "Needed.",
        up,
        down,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        REVERSIBILITY);
  }

  public static DeclaredMigration irreversible(DeclaredMigration m, String because) {
    return new DeclaredMigration(
        m.id(),
        m.className(),
        m.type(),
        m.documentation(),
        m.up(),
        Optional.empty(),
        m.verify(),
        m.code(),
        Optional.of(because),
        m.accepted(),
        m.environments(),
        REVERSIBILITY);
  }

  public static DeclaredMigration reversibility(DeclaredMigration m, Reversibility.Kind kind) {
    return new DeclaredMigration(
        m.id(),
        m.className(),
        m.type(),
        m.documentation(),
        m.up(),
        m.down(),
        m.verify(),
        m.code(),
        m.irreversible(),
        m.accepted(),
        m.environments(),
        new Reversibility(kind, List.of("the names do not come back")));
  }

  public static DeclaredMigration verified(DeclaredMigration m, String query) {
    return new DeclaredMigration(
        m.id(),
        m.className(),
        m.type(),
        m.documentation(),
        m.up(),
        m.down(),
        Optional.of(query),
        m.code(),
        m.irreversible(),
        m.accepted(),
        m.environments(),
        REVERSIBILITY);
  }

  /** A migration in Java. */
  public static DeclaredMigration code(int number) {
    return new DeclaredMigration(
        id(number),
        "org.example.db." + id(number),
        MigrationType.DATA,
        "Needed.",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            new DeclaredMigration.Code(
                Digest.sha256("source"), "org.example.db.GeneratedMigrationCatalogue", true)),
        Optional.empty(),
        List.of(),
        List.of(),
        REVERSIBILITY);
  }

  public static DeclaredMigration seed(int number, String... environments) {
    DeclaredMigration m = table(number);
    return new DeclaredMigration(
        m.id(),
        m.className(),
        MigrationType.SEED,
        m.documentation(),
        m.up(),
        m.down(),
        m.verify(),
        m.code(),
        m.irreversible(),
        m.accepted(),
        List.of(environments),
        REVERSIBILITY);
  }

  /** A migration of one statement that locks something. */
  public static DeclaredMigration locking(String id, String up, RelationEffect... locks) {
    DeclaredMigration m = table(1);
    StatementSpan span =
        new StatementSpan(0, up.length(), 1, up, new StatementEffect(List.of(locks), List.of()));
    return new DeclaredMigration(
        id,
        "db." + id,
        m.type(),
        m.documentation(),
        Optional.of(new Sql(up, Optional.empty(), List.of(span), true)),
        m.down(),
        m.verify(),
        m.code(),
        m.irreversible(),
        m.accepted(),
        m.environments(),
        REVERSIBILITY);
  }

  /** One statement a line. */
  public static Sql sql(String text, boolean transactional) {
    List<StatementSpan> spans = new ArrayList<>();
    int start = 0;
    int line = 1;
    for (String statement : text.split(";\n", -1)) {
      if (!statement.isBlank()) {
        String[] words = statement.strip().split("\\s+", 4);
        String summary =
            words.length < 3 ? words[0] : String.join(" ", words[0], words[1], words[2]);
        spans.add(new StatementSpan(start, start + statement.length(), line, summary));
      }
      start += statement.length() + 2;
      line += (int) statement.lines().count();
    }
    return new Sql(text, Optional.empty(), spans, transactional);
  }

  /** The migration as it is after an edit of comments and white space. */
  public static DeclaredMigration reformatted(DeclaredMigration m) {
    String up = m.up().orElseThrow().text();
    return migration(
        m.id(),
        "-- says more\n" + up.replace("(", "(\n  ").replace("CREATE", "create"),
        m.down().orElseThrow().text());
  }

  /** What the database has after the migration was applied. */
  public static AppliedMigration applied(DeclaredMigration m) {
    return applied(m, Result.SUCCESS, Direction.UP, Optional.empty());
  }

  /** What it has after the migration was applied, and its row was taken out of the history. */
  public static AppliedMigration lost(DeclaredMigration m) {
    return applied(m, Result.LOST, Direction.UP, Optional.empty());
  }

  /** What it has after the migration, as it stands, was applied with another content. */
  public static AppliedMigration appliedOtherwise(DeclaredMigration m) {
    return applied(migration(m.id(), EDITED, "SELECT 1"));
  }

  public static AppliedMigration applied(
      DeclaredMigration m, Result result, Direction direction, Optional<Integer> statement) {
    return new AppliedMigration(
        Optional.of(7),
        Optional.of(42L),
        m.version(),
        m.description(),
        m.className(),
        Optional.of(Digest.checksum(m.sha256())),
        Optional.of(m.sha256()),
        m.up().map(Sql::tokensSha256),
        result,
        direction,
        Instant.parse("2026-11-22T10:37:00Z"),
        statement,
        "ann@ci",
        12,
        WayBack.of(m),
        Optional.of("1f0c2d3"));
  }

  /** A row that Flyway itself wrote. */
  public static AppliedMigration appliedByFlyway(
      String version, String description, Optional<Integer> checksum) {
    return new AppliedMigration(
        Optional.of(1),
        Optional.empty(),
        version,
        description,
        "V" + version + "__" + description.replace(' ', '_') + ".sql",
        checksum,
        Optional.empty(),
        Optional.empty(),
        Result.SUCCESS,
        Direction.UP,
        Instant.parse("2026-11-22T10:37:00Z"),
        Optional.empty(),
        "portal",
        12,
        new WayBack.Unrecorded(),
        Optional.empty());
  }

  public static AppliedMigration baseline(String version) {
    return new AppliedMigration(
        Optional.of(1),
        Optional.empty(),
        version,
        "<< Flyway Baseline >>",
        "<< Flyway Baseline >>",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Result.BASELINE,
        Direction.UP,
        Instant.parse("2026-11-22T10:37:00Z"),
        Optional.empty(),
        "portal",
        0,
        new WayBack.Unrecorded(),
        Optional.empty());
  }
}
