package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Drops objects and columns with all that goes with them, or refuses to because of what still needs
 * them. The one way in which anything leaves the catalogue.
 */
final class Drops {
  /** Why something goes. */
  private enum Reason {
    /** It is named. */
    NAMED,
    /** It belongs to something that goes. */
    BELONGS,
    /** It needs something that goes. */
    NEEDS,
    /** It may need something that goes. */
    MAY_NEED
  }

  private final Work work;
  private final boolean cascade;
  private final Map<Ref, Reason> going = new LinkedHashMap<>();
  private final Deque<Ref> open = new ArrayDeque<>();
  private boolean ofUnseen;

  private Drops(Work work, boolean cascade) {
    this.work = work;
    this.cascade = cascade;
  }

  /**
   * Drops what is named.
   *
   * @return whether that is done; otherwise the problem is said and nothing has changed
   */
  static boolean drop(Work work, Collection<Ref> named, boolean cascade) {
    Drops drops = new Drops(work, cascade);
    named.forEach(ref -> drops.go(ref, Reason.NAMED));
    drops.ofUnseen = named.stream().anyMatch(ref -> Unseen.has(work, ref.oid()));
    drops.follow();
    if (!drops.ownersGo(named) || !(cascade || drops.nothingNeeds(named))) {
      return false;
    }
    drops.finish();
    return true;
  }

  /** Drops one object. */
  static boolean drop(Work work, Ref named, boolean cascade) {
    return drop(work, List.of(named), cascade);
  }

  private void go(Ref ref, Reason reason) {
    Reason before = going.get(ref);
    if (before == null && ref.column() > 0 && going.containsKey(Ref.to(ref.oid()))) {
      return;
    }
    if (before == null || reason.compareTo(before) < 0) {
      going.put(ref, reason);
    }
    boolean certainNow = before == Reason.MAY_NEED && reason != Reason.MAY_NEED;
    if (before == null || certainNow) {
      open.add(ref);
    }
  }

  private void follow() {
    while (!open.isEmpty()) {
      Ref ref = open.remove();
      boolean maybe = going.get(ref) == Reason.MAY_NEED;
      for (Dependency dependency : work.schema().dependents(ref)) {
        Ref dependent = dependency.dependent();
        if (dependent.oid() != ref.oid() || dependent.column() > 0) {
          reach(dependency, maybe || !dependency.certain());
        }
      }
    }
  }

  private void reach(Dependency dependency, boolean maybe) {
    Ref dependent = dependency.dependent();
    boolean belongs = dependency.type() != Dependency.Type.NORMAL;
    boolean mayGoToo = !belongs && ofUnseen && Unseen.has(work, dependent.oid());
    Reason reason =
        maybe || mayGoToo || (!belongs && !cascade && isUnsure(dependent))
            ? Reason.MAY_NEED
            : belongs ? Reason.BELONGS : Reason.NEEDS;
    boolean ownerGoes = dependency.type() == Dependency.Type.INTERNAL;
    Optional<Ref> owner = ownerGoes ? Optional.empty() : owner(dependent);
    if (owner.isPresent() && !goes(owner.get())) {
      go(owner.get(), reason);
    } else {
      go(dependent, reason);
    }
  }

  /** Whether it is not certain that it is still there, and as it was. */
  private boolean isUnsure(Ref dependent) {
    return work.schema().get(dependent.oid()).filter(work.schema()::unsure).isPresent();
  }

  /** What something is a part of and cannot go without. */
  private Optional<Ref> owner(Ref part) {
    return part.column() > 0
        ? Optional.empty()
        : work.schema().needs(part.oid()).stream()
            .filter(d -> d.type() == Dependency.Type.INTERNAL && d.dependent().equals(part))
            .map(Dependency::referenced)
            .findFirst();
  }

  private boolean goes(Ref ref) {
    return going.containsKey(ref) || going.containsKey(Ref.to(ref.oid()));
  }

  private boolean ownersGo(Collection<Ref> named) {
    for (Ref ref : named) {
      Optional<Ref> owner = owner(ref).or(() -> original(ref));
      if (owner.isPresent() && !goes(owner.get())) {
        work.problem(
            Problem.Kind.STILL_NEEDED,
            "2BP01",
            "%s cannot be dropped: %s needs it"
                .formatted(
                    Described.of(work.schema(), ref), Described.of(work.schema(), owner.get())),
            "");
        return false;
      }
    }
    return true;
  }

  /** What something of a partition comes from and cannot go without. */
  private Optional<Ref> original(Ref ref) {
    return work.get(ref.oid(), Index.class)
        .map(Index::parent)
        .or(() -> work.get(ref.oid(), Trigger.class).map(Trigger::parent))
        .or(
            () ->
                work.get(ref.oid(), Constraint.class)
                    .filter(constraint -> constraint.type() != Kind.FOREIGN_KEY)
                    .flatMap(constraint -> work.get(constraint.index(), Index.class))
                    .map(Index::parent))
        .filter(parent -> parent != 0)
        .map(Ref::to);
  }

  private boolean nothingNeeds(Collection<Ref> named) {
    Schema schema = work.schema();
    List<String> needing =
        with(Reason.NEEDS).stream().map(ref -> Described.of(schema, ref)).toList();
    if (needing.isEmpty()) {
      return true;
    }
    String what =
        String.join(" and ", named.stream().map(ref -> Described.of(schema, ref)).toList());
    work.problem(
        Problem.Kind.STILL_NEEDED,
        "2BP01",
        "%s cannot be dropped: %s still %s it"
            .formatted(what, String.join(", ", needing), needing.size() == 1 ? "needs" : "need"),
        "");
    return false;
  }

  private List<Ref> with(Reason reason) {
    return going.entrySet().stream()
        .filter(entry -> entry.getValue() == reason)
        .map(Map.Entry::getKey)
        .toList();
  }

  private void finish() {
    for (Ref ref : with(Reason.MAY_NEED)) {
      if (!goes(Ref.to(ref.oid())) || ref.column() == 0) {
        work.unproven(
            "whether %s still needs what is dropped".formatted(Described.of(work.schema(), ref)));
        work.set(work.schema().withUnsure(ref.oid()));
      }
      going.remove(ref);
    }
    List<Ref> refs = new ArrayList<>(going.keySet());
    refs.stream().filter(ref -> ref.column() == 0).forEach(ref -> Removal.object(work, ref.oid()));
    refs.stream()
        .filter(ref -> ref.column() > 0 && work.schema().get(ref.oid()).isPresent())
        .forEach(ref -> Removal.column(work, ref));
  }
}
