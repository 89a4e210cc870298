package dev.ngdi.migration.schema;

import dev.ngdi.migration.sql.Definition;
import java.util.List;
import java.util.Optional;

/**
 * A trigger.
 *
 * @param scope the number of its table or view
 * @param definition as it was made; its names are in the other components
 * @param ofColumns the numbers of the columns of {@code UPDATE OF}
 * @param function the number of the function it calls; 0 where that cannot be known
 * @param state {@code O} for enabled, {@code D}, {@code R} for replica, {@code A} for always
 * @param parent the number of the trigger of the partitioned table that it comes from; 0 for none
 */
public record Trigger(
    int oid,
    int scope,
    String name,
    Definition.Trigger definition,
    List<Integer> ofColumns,
    Optional<Bound> when,
    int function,
    char state,
    int parent)
    implements CatalogObject {
  public Trigger {
    ofColumns = List.copyOf(ofColumns);
  }

  @Override
  public String kind() {
    return "TRIGGER";
  }

  /** The same under another name. */
  public Trigger withName(String other) {
    return new Trigger(oid, scope, other, definition, ofColumns, when, function, state, parent);
  }

  /** The same in another state. */
  public Trigger withState(char other) {
    return new Trigger(oid, scope, name, definition, ofColumns, when, function, other, parent);
  }

  /** The same, coming from another trigger or none. */
  public Trigger withParent(int other) {
    return new Trigger(oid, scope, name, definition, ofColumns, when, function, state, other);
  }
}
