package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a script uses and no statement made, found when it has run: it was there before. */
final class Adoption {
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private Schema met;

  Adoption(Schema start) {
    this.met = start;
  }

  /** The schema that a script must have met; the one that it started from if that had it all. */
  Schema of(Course course) {
    Schema known = course.start();
    for (Step step : course.steps()) {
      for (CatalogObject object : step.adopted()) {
        numbers.put(object.oid(), met.nextOid());
        met = Finder.adopted(met, object);
      }
      if (step.problems().isEmpty()) {
        for (int oid : step.before().touchedSince(known).orElse(Set.of())) {
          addColumns(known, step.before(), oid);
        }
      }
      known = step.after();
    }
    return met;
  }

  private void addColumns(Schema known, Schema before, int oid) {
    Optional<Table> was = known.get(oid, Table.class);
    Optional<Table> now = before.get(oid, Table.class);
    int number = numbers.getOrDefault(oid, oid);
    if (now.isEmpty() || met.get(number, Table.class).filter(t -> !t.complete()).isEmpty()) {
      return;
    }
    for (Column column : now.get().columns()) {
      boolean found = was.flatMap(table -> table.column(column.number())).isPresent();
      Table table = met.get(number, Table.class).orElseThrow();
      if (!found && table.column(column.name()).isEmpty()) {
        met =
            met.with(
                table.withMore(Column.of(Finder.nextNumber(table), column.name(), column.type())));
      }
    }
  }
}
