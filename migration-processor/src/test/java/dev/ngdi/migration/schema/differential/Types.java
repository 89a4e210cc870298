package dev.ngdi.migration.schema.differential;

import java.util.List;

/** Enum, composite and domain types. */
final class Types implements Family {
  private static final List<String> LABELS =
      List.of("open", "closed", "Draft", "in review", "x", "y");

  @Override
  public String next(Scene scene) {
    Dice dice = scene.dice();
    return switch (dice.below(12)) {
      case 0, 1 ->
          "CREATE TYPE "
              + scene.freshQualified()
              + " AS ENUM ("
              + Scene.commas(dice.some(LABELS, 4).stream().map(l -> "'" + l + "'").toList())
              + ")";
      case 2 ->
          "CREATE TYPE "
              + scene.freshQualified()
              + " AS ("
              + Scene.commas(
                  scene.freshColumns(3).stream().map(c -> c + " " + scene.type()).toList())
              + ")";
      case 3, 4 -> domain(scene);
      case 5, 6 -> alterEnum(scene);
      case 7 -> alterComposite(scene);
      case 8, 9 -> alterDomain(scene);
      default -> {
        Thing type = scene.pick("type");
        yield dice.of("DROP TYPE ", type.first().equals("d") ? "DROP DOMAIN " : "DROP TYPE ")
            + dice.maybe(4, "IF EXISTS ")
            + scene.qualified(type)
            + dice.maybe(4, " CASCADE");
      }
    };
  }

  private static String domain(Scene scene) {
    Dice dice = scene.dice();
    String type = dice.of("text", "integer", "varchar(20)", "numeric(8,2)", scene.type());
    Thing value = Thing.of("column", "", "", "value", type);
    return "CREATE DOMAIN "
        + scene.freshQualified()
        + dice.of(" ", " AS ")
        + type
        + dice.maybe(4, " DEFAULT " + scene.value(type))
        + dice.maybe(4, " NOT NULL")
        + dice.maybe(2, Constraints.named(scene) + " CHECK (" + scene.condition(value) + ")")
        + dice.maybe(6, " CHECK (VALUE IS NOT NULL)");
  }

  private static String alterEnum(Scene scene) {
    Dice dice = scene.dice();
    Thing type = scene.pick(scene.known().all("type", t -> t.first().equals("e")));
    List<String> labels = List.of(type.second().split(","));
    String begin = "ALTER TYPE " + scene.qualified(type);
    return switch (dice.below(8)) {
      case 0, 1 -> begin + " RENAME VALUE '" + dice.of(labels) + "' TO '" + dice.of(LABELS) + "'";
      case 2 -> begin + " RENAME TO " + scene.fresh();
      case 3 -> begin + " SET SCHEMA " + scene.name(scene.pick("schema"));
      default ->
          begin
              + " ADD VALUE "
              + dice.maybe(3, "IF NOT EXISTS ")
              + "'"
              + dice.of(LABELS)
              + dice.below(3)
              + "'"
              + dice.maybe(2, dice.of(" BEFORE '", " AFTER '") + dice.of(labels) + "'");
    };
  }

  private static String alterComposite(Scene scene) {
    Dice dice = scene.dice();
    Thing type = scene.pick(scene.known().all("type", t -> t.first().equals("c")));
    Thing attribute = scene.column(Thing.of("relation", type.schema(), "", type.name(), ""));
    String cascade = dice.maybe(4, " CASCADE");
    return "ALTER TYPE "
        + scene.qualified(type)
        + switch (dice.below(6)) {
          case 0, 1 -> " ADD ATTRIBUTE " + scene.freshColumn() + " " + scene.type() + cascade;
          case 2 ->
              " DROP ATTRIBUTE " + dice.maybe(4, "IF EXISTS ") + scene.name(attribute) + cascade;
          case 3 ->
              " RENAME ATTRIBUTE " + scene.name(attribute) + " TO " + scene.freshColumn() + cascade;
          case 4 -> " ALTER ATTRIBUTE " + scene.name(attribute) + " TYPE " + scene.type() + cascade;
          default -> " RENAME TO " + scene.fresh();
        };
  }

  private static String alterDomain(Scene scene) {
    Dice dice = scene.dice();
    Thing domain = scene.pick(scene.known().all("type", t -> t.first().equals("d")));
    Thing check = scene.pick(scene.known().all("domaincheck"));
    Thing value = Thing.of("column", "", "", "value", domain.second());
    return switch (dice.below(9)) {
      case 0 ->
          "ALTER DOMAIN "
              + scene.owner(check)
              + " DROP CONSTRAINT "
              + dice.maybe(4, "IF EXISTS ")
              + scene.name(check);
      case 1 ->
          "ALTER DOMAIN "
              + scene.owner(check)
              + " RENAME CONSTRAINT "
              + scene.name(check)
              + " TO "
              + scene.fresh();
      case 2 -> "ALTER DOMAIN " + scene.owner(check) + " VALIDATE CONSTRAINT " + scene.name(check);
      case 3 -> "ALTER DOMAIN " + scene.qualified(domain) + " RENAME TO " + scene.fresh();
      case 4 ->
          "ALTER DOMAIN "
              + scene.qualified(domain)
              + " SET SCHEMA "
              + scene.name(scene.pick("schema"));
      case 5 ->
          "ALTER DOMAIN "
              + scene.qualified(domain)
              + dice.of(" SET NOT NULL", " DROP NOT NULL", " DROP DEFAULT");
      case 6 ->
          "ALTER DOMAIN "
              + scene.qualified(domain)
              + " SET DEFAULT "
              + scene.value(domain.second());
      default ->
          "ALTER DOMAIN "
              + scene.qualified(domain)
              + " ADD"
              + Constraints.named(scene)
              + " CHECK ("
              + scene.condition(value)
              + ")"
              + dice.maybe(4, " NOT VALID");
    };
  }
}
