package dev.ngdi.migration.schema;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What something unreadable may have touched, and until when: what is made later is known again.
 *
 * @param everything the first number behind what can have touched anything; 0 if nothing can
 * @param settled the numbers of objects that were made anew since then
 * @param objects those that can have been changed or dropped, and since when
 * @param names the names of what can have been made, anywhere, and since when
 * @param rooms where else something can have been made, by scope
 * @param free the names that were given up, and when
 */
record Unknowns(
    int everything,
    PSet<Integer> settled,
    PMap<Integer, Doubt> objects,
    PMap<String, Integer> names,
    PMap<Integer, PVector<Room>> rooms,
    PMap<NameKey, Integer> free) {
  static final Unknowns NONE =
      new Unknowns(
          0,
          HashTreePSet.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty());

  /**
   * Since when an object is in doubt.
   *
   * @param since the first number that an object made later can have
   * @param column the first number that a column added later can have
   */
  record Doubt(int since, int column) {}

  /**
   * Where something can have been made.
   *
   * @param space of what kind; empty for any
   * @param scope in what, as {@link CatalogObject#scope}; 0 for anything that was there then
   * @param names what it can be called
   * @param since the first number that an object made later can have
   */
  record Room(Optional<NameKey.Space> space, int scope, PartialName names, int since) {
    private boolean holds(NameKey key) {
      return (space.isEmpty() || space.get() == key.space())
          && (scope == 0 ? key.scope() < since : scope == key.scope())
          && names.matches(key.name());
    }
  }

  boolean none() {
    return everything == 0 && objects.isEmpty() && names.isEmpty() && rooms.isEmpty();
  }

  /** Since when an object is in doubt; empty if it is not. */
  Optional<Doubt> of(int oid) {
    Optional<Doubt> own = Optional.ofNullable(objects.get(oid));
    boolean with = oid < everything && !settled.contains(oid);
    return own.isEmpty() && with ? Optional.of(new Doubt(everything, Integer.MAX_VALUE)) : own;
  }

  /** Whether an object, or what it belongs to, can be other than it is known to be. */
  boolean has(CatalogObject object) {
    boolean ofTable =
        object instanceof Index index
            && of(index.table()).filter(doubt -> index.oid() < doubt.since()).isPresent();
    return ofTable
        || of(object.oid()).isPresent()
        || of(object.scope()).filter(doubt -> object.oid() < doubt.since()).isPresent();
  }

  /** Whether there can be more than is known that has a name. */
  boolean mayHold(NameKey key) {
    if (none()) {
      return false;
    }
    int given = free.getOrDefault(key, 0);
    Doubt owner = objects.get(key.scope());
    return (key.scope() < everything && given < everything)
        || (owner != null && given < owner.since())
        || since(key.name()) > Math.max(given, key.scope())
        || Stream.of(0, key.scope())
            .flatMap(scope -> in(scope).stream())
            .anyMatch(room -> room.since() > given && room.holds(key));
  }

  /** Whether there can be more than is known of a kind. */
  boolean mayHoldMore(NameKey.Space space, int scope) {
    boolean here = of(scope).isPresent();
    return here
        || Stream.of(0, scope)
            .flatMap(in -> in(in).stream())
            .filter(room -> room.space().filter(space::equals).isPresent())
            .anyMatch(room -> room.scope() == scope || scope < room.since());
  }

  /** Whether a name is among those of which something can have been made, changed or dropped. */
  boolean has(String name) {
    return everything > 0
        || names.containsKey(name)
        || rooms.values().stream()
            .flatMap(Collection::stream)
            .anyMatch(room -> room.names().matches(name));
  }

  /** The names that something of a kind can have of which nothing else is known. */
  List<PartialName> names(NameKey.Space space) {
    if (everything > 0) {
      return List.of(PartialName.ANY);
    }
    Stream<PartialName> exact = names.keySet().stream().map(PartialName::exactly);
    Stream<PartialName> others =
        rooms.values().stream()
            .flatMap(Collection::stream)
            .filter(room -> room.space().isEmpty() || room.space().get() == space)
            .map(Room::names);
    return Stream.concat(exact, others).distinct().toList();
  }

  private int since(String name) {
    return names.getOrDefault(name, 0);
  }

  Unknowns withEverything(int since, Collection<Relation> relations) {
    PMap<Integer, Doubt> columns = HashTreePMap.empty();
    for (Relation relation : relations) {
      columns = columns.plus(relation.oid(), doubt(relation, since));
    }
    return new Unknowns(since, HashTreePSet.empty(), columns, names, rooms, free);
  }

  Unknowns withName(String name, int since) {
    return new Unknowns(everything, settled, objects, names.plus(name, since), rooms, free);
  }

  Unknowns withRoom(Room room) {
    PVector<Room> there = in(room.scope());
    return there.contains(room)
        ? this
        : new Unknowns(
            everything, settled, objects, names, rooms.plus(room.scope(), there.plus(room)), free);
  }

  private PVector<Room> in(int scope) {
    return rooms.getOrDefault(scope, TreePVector.empty());
  }

  Unknowns with(CatalogObject object, int since) {
    return new Unknowns(
        everything, settled, objects.plus(object.oid(), doubt(object, since)), names, rooms, free);
  }

  /** With an object that is as it is known to be, whatever happened before. */
  Unknowns without(int oid) {
    return new Unknowns(everything, settled.plus(oid), objects.minus(oid), names, rooms, free);
  }

  /** With a name that nothing has. */
  Unknowns withFree(NameKey key, int since) {
    return none()
        ? this
        : new Unknowns(everything, settled, objects, names, rooms, free.plus(key, since));
  }

  private static Doubt doubt(CatalogObject object, int since) {
    int last = 0;
    if (object instanceof Table table) {
      last = table.lastNumber();
    } else if (object instanceof Relation relation) {
      last = relation.columns().stream().mapToInt(Column::number).max().orElse(0);
    }
    return new Doubt(since, last + 1);
  }
}
