package dev.ngdi.migration.schema.differential;

import dev.ngdi.migration.sql.Script;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code DO} blocks around statements of other families. */
final class Blocks implements Family {
  private static final List<Family> FAMILIES =
      List.of(
          new Tables(),
          new AlterTables(),
          new AlterTables(),
          new Indexes(),
          new Types(),
          new Sequences(),
          new Views(),
          new Notes(),
          new Keys(),
          new Drops());

  @Override
  public String next(Scene scene) {
    Dice dice = scene.dice();
    return switch (dice.below(11)) {
      case 0, 1 -> block(statement(scene) + "; ");
      case 2 -> block(statement(scene) + "; " + statement(scene) + "; ");
      case 3 -> block(executed(statement(scene)));
      case 4 -> block(handled(scene));
      case 5 -> block(ifAbsent(scene));
      case 6 -> guardedType(scene);
      case 7 -> variable(scene);
      case 8 ->
          block(
              "IF "
                  + dice.of("true", "false", "1 = 1")
                  + " THEN "
                  + statement(scene)
                  + "; END IF; ");
      default -> loop(scene);
    };
  }

  private static String block(String steps) {
    return "DO $do$ BEGIN " + steps + "END $do$";
  }

  private static String executed(String sql) {
    return "EXECUTE " + quoted(sql) + "; ";
  }

  private static String quoted(String sql) {
    return "'" + sql.replace("'", "''") + "'";
  }

  /** A statement that gives no rows and runs in a transaction. */
  private static String statement(Scene scene) {
    String sql = scene.dice().of(FAMILIES).next(scene);
    while (!sql.matches("(?s)(CREATE|ALTER|DROP|COMMENT|GRANT|REVOKE) .*")
        || sql.contains("CONCURRENTLY")
        || !Script.parse(sql).problems().isEmpty()) {
      sql = scene.dice().of(FAMILIES).next(scene);
    }
    return sql;
  }

  private static String handled(Scene scene) {
    return "BEGIN "
        + (scene.dice().once(3) ? executed(statement(scene)) : statement(scene) + "; ")
        + "EXCEPTION WHEN "
        + scene
            .dice()
            .of(
                "duplicate_object",
                "duplicate_table",
                "duplicate_column",
                "undefined_table",
                "undefined_object OR undefined_column",
                "others")
        + " THEN NULL; END; ";
  }

  private static String guardedType(Scene scene) {
    String name = Scene.folded(scene.fresh());
    return "DO $$ BEGIN CREATE TYPE \""
        + name
        + "\" AS ENUM ('a', 'b'); EXCEPTION WHEN duplicate_object THEN "
        + scene.dice().of("NULL", "RAISE NOTICE 'there'")
        + "; END $$";
  }

  /** A column, constraint or table that is made where the catalogue has none. */
  private static String ifAbsent(Scene scene) {
    Dice dice = scene.dice();
    Thing table = scene.table();
    String column = scene.freshColumn();
    String name = scene.fresh();
    String asked =
        dice.of(
            "information_schema.columns WHERE table_schema = "
                + quoted(table.schema())
                + " AND table_name = "
                + quoted(table.name())
                + " AND column_name = "
                + quoted(Scene.folded(column)),
            "pg_attribute WHERE attrelid = "
                + quoted(plainly(table))
                + "::regclass AND NOT attisdropped AND attname = "
                + quoted(Scene.folded(column)));
    return switch (dice.below(5)) {
      case 4 ->
          "IF EXISTS (SELECT 1 FROM "
              + asked
              + ") THEN ALTER TABLE "
              + plainly(table)
              + " DROP COLUMN "
              + column
              + "; END IF; ";
      case 0 ->
          "IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = "
              + quoted(Scene.folded(name))
              + dice.maybe(2, " AND conrelid = " + quoted(plainly(table)) + "::regclass")
              + ") THEN ALTER TABLE "
              + plainly(table)
              + " ADD CONSTRAINT "
              + name
              + " CHECK ("
              + scene.condition(scene.column(table))
              + "); END IF; ";
      case 1 ->
          "IF to_regclass("
              + quoted(plainly(table))
              + ") IS "
              + dice.of("NULL", "NOT NULL")
              + " THEN "
              + statement(scene)
              + "; "
              + dice.maybe(3, "ELSE " + statement(scene) + "; ")
              + "END IF; ";
      default ->
          "IF NOT EXISTS (SELECT "
              + dice.of("1", "", "*")
              + " FROM "
              + asked
              + ") THEN ALTER TABLE "
              + plainly(table)
              + " ADD COLUMN "
              + column
              + " "
              + scene.type()
              + "; END IF; ";
    };
  }

  private static String plainly(Thing thing) {
    return plainly(thing.schema()) + "." + plainly(thing.name());
  }

  private static String plainly(String name) {
    return name.matches("[a-z_][a-z0-9_]*") ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  private static String variable(Scene scene) {
    Dice dice = scene.dice();
    Thing table = scene.table();
    return "DO $$ DECLARE t "
        + dice.of("text", "name", "constant text")
        + dice.of(" := ", " DEFAULT ", " = ")
        + quoted(table.name())
        + "; BEGIN EXECUTE "
        + dice.of(
            "format('ALTER TABLE "
                + plainly(table.schema())
                + ".%I ADD COLUMN %I "
                + scene.type()
                + "', t, "
                + quoted(Scene.folded(scene.freshColumn()))
                + ")",
            "'ALTER TABLE "
                + plainly(table.schema())
                + ".' || quote_ident(t) || ' ADD CHECK (true)'",
            "format('CREATE INDEX ON "
                + plainly(table.schema())
                + ".%1$I ("
                + scene.name(scene.column(table))
                + ")', t)",
            "format('COMMENT ON TABLE "
                + plainly(table.schema())
                + ".%I IS %L', t, 'note on ' || t)")
        + "; END $$";
  }

  private static String loop(Scene scene) {
    Dice dice = scene.dice();
    List<Thing> tables =
        dice.some(
            scene
                .known()
                .all("relation", r -> "rp".contains(r.first()) && !r.schema().equals("pg_temp")),
            3);
    String column = Scene.folded(scene.freshColumn());
    if (tables.isEmpty()) {
      return block(statement(scene) + "; ");
    }
    String names = tables.stream().map(t -> quoted(plainly(t))).collect(Collectors.joining(", "));
    String what =
        dice.of(
            "format('ALTER TABLE %s ADD COLUMN "
                + dice.maybe(3, "IF NOT EXISTS ")
                + "%I int', x, "
                + quoted(column)
                + ")",
            "'ALTER TABLE ' || x || ' ENABLE ROW LEVEL SECURITY'",
            "format('GRANT SELECT ON %s TO app_reader', x)",
            "'DROP TABLE IF EXISTS ' || x || '" + dice.maybe(2, " CASCADE") + "'",
            "format('ALTER TABLE %s OWNER TO %I', x, 'app_owner')");
    return switch (dice.below(4)) {
      case 0 ->
          "DO $$ DECLARE x text; BEGIN FOR x IN SELECT unnest(ARRAY["
              + names
              + "]) LOOP EXECUTE "
              + what
              + "; END LOOP; END $$";
      case 1 ->
          "DO $$ BEGIN FOR i IN 1.."
              + (1 + dice.below(3))
              + " LOOP EXECUTE "
              + dice.of(
                  "'CREATE TABLE "
                      + Scene.folded(scene.fresh()).toLowerCase(Locale.ROOT).replace(' ', '_')
                      + "_' || i || ' (id int)'",
                  "format('ALTER TABLE "
                      + plainly(tables.get(0)).replace("'", "''")
                      + " ADD COLUMN c%s int', i)")
              + "; END LOOP; END $$";
      case 2 ->
          "DO $$ DECLARE r record; BEGIN FOR r IN SELECT format('%I.%I', schemaname, tablename) AS x FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename LOOP EXECUTE "
              + what.replaceAll("\\bx\\b", "r.x")
              + "; END LOOP; END $$";
      default ->
          "DO $$ DECLARE x text; BEGIN FOREACH x IN ARRAY ARRAY["
              + names
              + "] LOOP EXECUTE "
              + what
              + "; END LOOP; END $$";
    };
  }
}
