package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.Sql;
import dev.ngdi.migration.postgres.Need.Kind;
import dev.ngdi.migration.postgres.Need.Right;
import dev.ngdi.migration.postgres.Need.Thing;
import dev.ngdi.migration.postgres.Need.Wanted;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the statements of a plan need of what is there, as far as it is certain: it ends where what
 * follows could depend on something that is not known here, such as what a block or a function did.
 */
final class Needs {
  private static final Set<String> OTHER_SESSION =
      Set.of("search_path", "role", "session_authorization");

  private final String schema;
  private final Map<Wanted, Need> found = new LinkedHashMap<>();

  /** Names that are not, or not any more, of what is there now. */
  private final Set<Thing> made = new HashSet<>();

  /** Relations of this plan, which are the user's. */
  private final Set<Thing> created = new HashSet<>();

  /** Whether what inherits from what may be another than now. */
  private boolean regrouped;

  private Needs(String schema) {
    this.schema = schema;
  }

  /**
   * Each right on each thing once, for the first statement that needs it.
   *
   * @param schema the schema of names that are written without one
   */
  static List<Need> of(Plan plan, String schema) {
    Needs needs = new Needs(schema);
    for (Step step : plan.steps()) {
      Optional<Sql> script = step.script();
      if (script.isEmpty() || !needs.add(step.id(), Script.reread(script.get().text()))) {
        break;
      }
    }
    return List.copyOf(needs.found.values());
  }

  /** Tells whether what follows is certain too. */
  private boolean add(String migration, Script script) {
    if (!script.problems().isEmpty()) {
      return false;
    }
    boolean known = true;
    for (Statement statement : script.statements()) {
      StatementNeeds needs = StatementNeeds.of(statement);
      if (known) {
        needs.wanted().forEach(wanted -> add(migration, statement, wanted));
      }
      if (statement instanceof Statement.SetParameter set && OTHER_SESSION.contains(set.name())) {
        known = false;
      }
      needs.made().forEach(thing -> made.add(thing.in(schema)));
      needs.made().forEach(thing -> created.remove(thing.in(schema)));
      needs.created().forEach(thing -> created.add(thing.in(schema)));
      regrouped |= needs.regroups();
      if (needs.open()) {
        return false;
      }
    }
    return true;
  }

  private void add(String migration, Statement statement, Wanted wanted) {
    Thing thing = wanted.thing().in(schema);
    Right right = wanted.right();
    if (regrouped && (right == Right.HEIRS || right == Right.PARTITIONS)) {
      return;
    }
    if (!isMade(thing)) {
      put(migration, statement, thing, right, wanted.other());
    } else if (created.contains(thing)) {
      if (right == Right.GIVE) {
        Thing role = new Thing(Kind.ROLE, QualifiedName.of(wanted.other()));
        put(migration, statement, role, Right.SET, "");
      } else if (right == Right.HOLD) {
        Thing place = Thing.schema(thing.name().schema().orElse(schema));
        if (!made.contains(place)) {
          put(migration, statement, place, Right.CREATE, wanted.other());
        }
      }
    }
  }

  private void put(String migration, Statement statement, Thing thing, Right right, String other) {
    // The schema that is migrated is looked at by itself.
    boolean own = thing.equals(Thing.schema(schema)) && other.isEmpty();
    if (own && (right == Right.CREATE || right == Right.USAGE)) {
      return;
    }
    Wanted wanted = new Wanted(thing, right, other);
    found.putIfAbsent(
        wanted, new Need(wanted, migration, statement.command(), statement.source().at().line()));
  }

  private boolean isMade(Thing thing) {
    return made.contains(thing)
        || thing.name().schema().filter(s -> made.contains(Thing.schema(s))).isPresent()
        // A table is a type too.
        || (thing.kind() == Kind.TYPE && made.contains(new Thing(Kind.RELATION, thing.name())));
  }
}
