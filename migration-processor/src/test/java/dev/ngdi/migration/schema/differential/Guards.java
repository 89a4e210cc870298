package dev.ngdi.migration.schema.differential;

/** Policies and rules. */
final class Guards implements Family {
  @Override
  public String next(Scene scene) {
    Dice dice = scene.dice();
    Thing policy = scene.pick("policy");
    Thing rule = scene.pick("rule");
    return switch (dice.below(14)) {
      case 0 ->
          "DROP POLICY "
              + dice.maybe(4, "IF EXISTS ")
              + scene.name(policy)
              + " ON "
              + scene.owner(policy);
      case 1 ->
          "ALTER POLICY "
              + scene.name(policy)
              + " ON "
              + scene.owner(policy)
              + " RENAME TO "
              + scene.fresh();
      case 2 ->
          "ALTER POLICY "
              + scene.name(policy)
              + " ON "
              + scene.owner(policy)
              + dice.of(
                  " TO app_owner",
                  " USING (true)",
                  " TO PUBLIC USING (1 = 1)",
                  " WITH CHECK (true)");
      case 3 ->
          "DROP RULE "
              + dice.maybe(4, "IF EXISTS ")
              + scene.name(rule)
              + " ON "
              + scene.owner(rule);
      case 4 ->
          "ALTER RULE "
              + scene.name(rule)
              + " ON "
              + scene.owner(rule)
              + " RENAME TO "
              + scene.fresh();
      case 5, 6 -> rule(scene);
      case 7 ->
          "ALTER TABLE "
              + scene.owner(rule)
              + dice.of(" DISABLE", " ENABLE", " ENABLE ALWAYS")
              + " RULE "
              + scene.name(rule);
      default -> policy(scene);
    };
  }

  private static String policy(Scene scene) {
    Dice dice = scene.dice();
    Thing table = scene.table();
    String name = scene.fresh();
    String condition = scene.condition(scene.column(table));
    return "CREATE POLICY "
        + name
        + " ON "
        + scene.qualified(table)
        + dice.maybe(5, dice.of(" AS RESTRICTIVE", " AS PERMISSIVE"))
        + switch (dice.below(5)) {
          case 0 -> " FOR SELECT USING (" + condition + ")";
          case 1 -> " FOR INSERT WITH CHECK (" + condition + ")";
          case 2 -> " FOR UPDATE TO app_reader USING (" + condition + ") WITH CHECK (true)";
          case 3 ->
              " TO app_owner, app_reader USING (EXISTS (SELECT FROM "
                  + scene.qualified(scene.table())
                  + "))";
          default ->
              dice.of(
                  " USING (" + condition + ")",
                  " FOR ALL TO PUBLIC USING (CURRENT_USER = 'x')",
                  "",
                  " FOR DELETE USING (true)");
        };
  }

  private static String rule(Scene scene) {
    Dice dice = scene.dice();
    Thing relation = scene.relation("rv");
    Thing other = scene.table();
    return "CREATE "
        + dice.maybe(3, "OR REPLACE ")
        + "RULE "
        + scene.fresh()
        + " AS ON "
        + dice.of("INSERT", "UPDATE", "DELETE")
        + " TO "
        + scene.qualified(relation)
        + dice.of(
            " DO INSTEAD NOTHING",
            " DO ALSO NOTHING",
            " DO ALSO NOTIFY changed",
            " DO INSTEAD DELETE FROM " + scene.qualified(other) + " WHERE false",
            " DO ALSO INSERT INTO " + scene.qualified(other) + " DEFAULT VALUES");
  }
}
