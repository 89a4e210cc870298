package dev.ngdi.migration.schema.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes statements, most of them valid, a few of them wrong on purpose. */
final class Generator {
  private static final Map<Family, Integer> FAMILIES =
      Map.ofEntries(
          Map.entry(new Tables(), 7),
          Map.entry(new AlterTables(), 14),
          Map.entry(new Indexes(), 6),
          Map.entry(new Types(), 5),
          Map.entry(new Views(), 6),
          Map.entry(new Keys(), 4),
          Map.entry(new Blocks(), 5),
          Map.entry(new DefaultRights(), 2),
          Map.entry(new Extras(), 3),
          Map.entry(new Routines(), 5),
          Map.entry(new Guards(), 3),
          Map.entry(new Sequences(), 3),
          Map.entry(new Schemas(), 2),
          Map.entry(new Notes(), 4),
          Map.entry(new Rows(), 2),
          Map.entry(new Drops(), 3));

  private final Dice dice;
  private final int postgres;
  private final List<String> made = new ArrayList<>();
  private final List<Family> urn = new ArrayList<>();

  Generator(long seed, int postgres) {
    this.dice = new Dice(seed);
    this.postgres = postgres;
    FAMILIES.entrySet().stream()
        .sorted(java.util.Comparator.comparing(e -> e.getKey().getClass().getSimpleName()))
        .forEach(e -> urn.addAll(Collections.nCopies(e.getValue(), e.getKey())));
  }

  /** The next statement, for a server that has these things. */
  String next(Known known) {
    Scene scene = new Scene(dice, known, postgres);
    String sql =
        known.relations("rp").size() < 2
            ? new Tables().next(scene)
            : !made.isEmpty() && dice.once(25) ? dice.of(made) : dice.of(urn).next(scene);
    while (sql.toLowerCase(Locale.ROOT).contains("absent") && !dice.once(30)) {
      sql = dice.of(urn).next(scene);
    }
    String last = dice.once(30) ? misspelt(sql, known).orElse(sql) : sql;
    made.add(last);
    return last;
  }

  private Optional<String> misspelt(String sql, Known known) {
    List<String> names =
        known.things().stream()
            .map(Thing::name)
            .filter(n -> n.length() > 1 && sql.contains(n))
            .distinct()
            .toList();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String name = dice.of(names);
    boolean shortened = !Character.isDigit(name.charAt(1));
    return Optional.of(
        sql.replace(name, shortened && dice.once(2) ? name.substring(1) + "q" : name + "s"));
  }
}
