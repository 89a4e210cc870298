package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Policy;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * In what one schema differs from another, by name. Rows and the values of sequences do not count,
 * nor does the order of columns.
 */
public final class SchemaDiff {
  private final Schema expected;
  private final Schema actual;
  private final List<Difference> differences = new ArrayList<>();
  private final Map<String, Described> gone = new HashMap<>();
  private final Map<String, Described> added = new HashMap<>();

  private SchemaDiff(Schema expected, Schema actual) {
    this.expected = expected;
    this.actual = actual;
  }

  /**
   * Compares two schemas. Where the one was made from the other by statements, what was only
   * renamed is told as that.
   *
   * @return the differences, the certain ones first
   */
  public static List<Difference> between(Schema expected, Schema actual) {
    SchemaDiff diff = new SchemaDiff(expected, actual);
    diff.compare();
    return diff.differences.stream()
        .sorted(
            Comparator.comparing((Difference d) -> !d.certain())
                .thenComparing(Difference::object)
                .thenComparing(Difference::property))
        .toList();
  }

  private void compare() {
    boolean related = expected.touchedSince(actual).isPresent();
    Set<Integer> touched = Touched.between(expected, actual);
    if (related && touched.stream().allMatch(this::isAsBefore)) {
      return;
    }
    for (int oid : touched) {
      Optional<CatalogObject> before = expected.get(oid).filter(o -> counts(expected, o));
      Optional<CatalogObject> now = actual.get(oid).filter(o -> counts(actual, o));
      if (related && before.isPresent() && now.isPresent()) {
        compareSame(before.get(), now.get());
      } else {
        before.ifPresent(o -> note(expected, o, gone));
        now.ifPresent(o -> note(actual, o, added));
      }
    }
    Map.copyOf(gone)
        .forEach(
            (identity, was) ->
                Optional.ofNullable(added.remove(identity))
                    .ifPresent(
                        is -> {
                          gone.remove(identity);
                          compare(was, is);
                        }));
    addRest();
  }

  /** Whether an object is in both or in neither, with all that is said of it. */
  private boolean isAsBefore(int oid) {
    Optional<CatalogObject> before = expected.get(oid);
    Optional<CatalogObject> now = actual.get(oid);
    if (before.isEmpty() || now.isEmpty()) {
      return before.isEmpty() && now.isEmpty();
    }
    return isSame(before.get(), now.get())
        && expected.needs(oid).equals(actual.needs(oid))
        && expected.owner(oid).equals(actual.owner(oid))
        && hasSameAccess(before.get());
  }

  private static boolean isSame(CatalogObject before, CatalogObject now) {
    boolean rest = before instanceof Table was && now instanceof Table is && was.isSame(is);
    return rest || before.equals(now);
  }

  private boolean hasSameAccess(CatalogObject object) {
    List<Column> columns = object instanceof Relation relation ? relation.columns() : List.of();
    return hasSameAccess(Ref.to(object.oid()))
        && columns.stream().allMatch(c -> hasSameAccess(new Ref(object.oid(), c.number())));
  }

  private boolean hasSameAccess(Ref ref) {
    return expected.comment(ref).equals(actual.comment(ref))
        && expected.privileges(ref).equals(actual.privileges(ref));
  }

  /** What is told with something else, or lives as long as the session, is not compared. */
  private static boolean counts(Schema schema, CatalogObject object) {
    if (Belongings.isTemporary(schema, object)) {
      return false;
    } else if (object instanceof Constraint constraint) {
      return constraint.type() != Kind.NOT_NULL;
    } else if (object instanceof Index index) {
      return !ownedByConstraint(schema, index);
    } else if (object instanceof Trigger trigger && trigger.parent() != 0) {
      return false;
    }
    return Belongings.makers(schema, object).isEmpty();
  }

  private static boolean ownedByConstraint(Schema schema, Index index) {
    return schema.of(index.table(), Constraint.class).stream()
        .anyMatch(c -> c.index() == index.oid() && c.type() != Kind.FOREIGN_KEY);
  }

  private static void note(Schema schema, CatalogObject object, Map<String, Described> things) {
    for (Described described : Describing.all(schema, object)) {
      things.put(described.identity(), described);
    }
  }

  private void compareSame(CatalogObject before, CatalogObject now) {
    Map<Ref, Described> were = byRef(expected, before);
    Map<Ref, Described> are = byRef(actual, now);
    compareNamesakes(were, are);
    were.forEach(
        (ref, was) -> {
          if (are.containsKey(ref)) {
            compare(was, are.remove(ref));
          } else {
            gone.put(was.identity(), was);
          }
        });
    are.values().forEach(is -> added.put(is.identity(), is));
  }

  /** A column that was dropped and made again has another number, which nobody sees. */
  private void compareNamesakes(Map<Ref, Described> were, Map<Ref, Described> are) {
    Map<String, Described> byName = new HashMap<>();
    are.values().stream()
        .filter(is -> is.ref().column() != 0)
        .forEach(is -> byName.put(is.identity(), is));
    for (Described was : List.copyOf(were.values())) {
      Optional.ofNullable(byName.get(was.identity()))
          .ifPresent(
              is -> {
                were.remove(was.ref());
                are.remove(is.ref());
                compare(was, is);
              });
    }
  }

  private static Map<Ref, Described> byRef(Schema schema, CatalogObject object) {
    Map<Ref, Described> byRef = new HashMap<>();
    Describing.all(schema, object).forEach(d -> byRef.put(d.ref(), d));
    return byRef;
  }

  private void compare(Described was, Described is) {
    if (!ownName(expected, was.ref()).equals(ownName(actual, is.ref()))) {
      add(Difference.Kind.CHANGED, true, was, is, "name", Sentences.renamed(was, is));
    }
    Set<String> names = new HashSet<>(was.properties().keySet());
    names.addAll(is.properties().keySet());
    if (!was.properties().containsKey("not null") || !is.properties().containsKey("not null")) {
      names.remove(Describing.NOT_NULL_NAME);
    }
    for (String name : names) {
      Optional<Property> before = Optional.ofNullable(was.properties().get(name));
      Optional<Property> now = Optional.ofNullable(is.properties().get(name));
      Likeness likeness =
          before.isPresent() && now.isPresent()
              ? Likeness.of(before.get(), now.get())
              : Likeness.DIFFERENT;
      if (likeness == Likeness.SAME) {
        continue;
      }
      boolean certain = likeness == Likeness.DIFFERENT && isKnown(before) && isKnown(now);
      if (name.equals("values") && before.isPresent() && now.isPresent()) {
        EnumValues.compare(expected, was.ref().oid(), actual, is.ref().oid())
            .forEach(
                sentence -> add(Difference.Kind.CHANGED, certain, was, is, name, sentence.of(was)));
      } else {
        String sentence = Sentences.changed(was, name, before, now);
        add(Difference.Kind.CHANGED, certain, was, is, name, sentence);
      }
    }
  }

  /** Whether all names in it are those of something that is there. */
  private static boolean isKnown(Optional<Property> property) {
    return property.filter(p -> p.text().contains("…")).isEmpty();
  }

  /** The name itself and the schema that it is in, without what it belongs to. */
  private static String ownName(Schema schema, Ref ref) {
    if (ref.column() != 0) {
      return Written.column(schema, ref.oid(), ref.column());
    }
    return schema
        .get(ref.oid())
        .map(o -> Kinds.isMember(o) ? o.name() : Written.name(schema, o.oid()))
        .orElse("");
  }

  private void add(
      Difference.Kind kind,
      boolean certain,
      Described was,
      Described is,
      String property,
      String sentence) {
    boolean madeAnew = was.ref().oid() != is.ref().oid();
    boolean sure =
        certain
            && isSure(expected, was.ref())
            && isSure(actual, is.ref())
            && !(madeAnew && isIncomplete(expected, was.ref()));
    differences.add(
        new Difference(kind, sure, was.identity(), was.ref(), is.ref(), property, sentence));
  }

  private static boolean isIncomplete(Schema schema, Ref ref) {
    return schema.get(ref.oid(), Table.class).filter(table -> !table.complete()).isPresent();
  }

  private void addRest() {
    for (Described was : gone.values()) {
      if (!hasGoneWith(expected, was, gone) && !isOfIdentity(expected, was)) {
        boolean sure = isSure(expected, was.ref()) && isSureOfName(actual, was.ref());
        differences.add(
            new Difference(
                Difference.Kind.MISSING,
                sure,
                was.identity(),
                was.ref(),
                new Ref(0, 0),
                "",
                Sentences.missing(was)));
      }
    }
    for (Described is : added.values()) {
      if (!hasGoneWith(actual, is, added) && !isOfIdentity(actual, is)) {
        boolean sure = isSure(actual, is.ref()) && isSureOfName(expected, is.ref());
        differences.add(
            new Difference(
                Difference.Kind.LEFT_OVER,
                sure,
                is.identity(),
                new Ref(0, 0),
                is.ref(),
                "",
                Sentences.leftOver(is)));
      }
    }
  }

  /** A sequence that comes and goes with its column's identity, which is told. */
  private static boolean isOfIdentity(Schema schema, Described thing) {
    return schema.get(thing.ref().oid(), Sequence.class).filter(Sequence::identity).isPresent();
  }

  /** Whether what it belongs to is gone or left over too, and is told. */
  private static boolean hasGoneWith(Schema schema, Described thing, Map<String, Described> all) {
    Set<Ref> told = new HashSet<>();
    all.values().forEach(d -> told.add(d.ref()));
    if (thing.ref().column() != 0) {
      return told.contains(Ref.to(thing.ref().oid()));
    }
    return schema
        .get(thing.ref().oid())
        .filter(o -> Belongings.hosts(schema, o).stream().anyMatch(told::contains))
        .isPresent();
  }

  private boolean isSureOfName(Schema schema, Ref ref) {
    Schema other = schema == actual ? expected : actual;
    Optional<CatalogObject> object = other.get(ref.oid());
    boolean incomplete =
        schema
            .get(ref.column() != 0 ? ref.oid() : object.map(CatalogObject::scope).orElse(0))
            .or(() -> object.flatMap(o -> schema.inRelations(o.scope(), o.name()).found()))
            .filter(o -> o instanceof Table table && !table.complete())
            .isPresent();
    if (ref.column() != 0) {
      return !incomplete && (schema == expected || !actual.unsureSince(ref.oid(), expected));
    }
    boolean shown =
        schema == expected
            && ref.oid() >= schema.nextOid()
            && object.filter(SchemaDiff::isOnlyMade).isPresent();
    return !incomplete && (shown || object.filter(schema::unsureOfName).isEmpty());
  }

  /** Whether making it shows that there was none: nothing of the kind can be replaced. */
  private static boolean isOnlyMade(CatalogObject object) {
    return object instanceof Table
        || object instanceof Index
        || object instanceof Constraint
        || object instanceof Policy
        || object instanceof UserType;
  }

  private static boolean isSure(Schema schema, Ref ref) {
    Optional<CatalogObject> object = schema.get(ref.oid());
    boolean incomplete =
        object.isEmpty() || (object.get() instanceof Relation relation && !relation.complete());
    boolean unsure =
        ref.column() == 0 ? object.filter(schema::unsure).isPresent() : schema.unsureOfColumn(ref);
    return !incomplete && !unsure;
  }
}
