package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.locks.LockMode.Blocked;
import dev.ngdi.migration.schema.locks.RelationLock;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Warns that a foreign key, made or dropped, locks the table that it refers to. */
final class ForeignKeyLocksParent implements Rule {
  private static final Set<String> NO_TIMEOUT = Set.of("0", "0s", "0ms");

  @Override
  public String summary() {
    return "making or dropping a foreign key, which locks the other table too, without a"
        + " `lock_timeout`";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    Set<Integer> held = new HashSet<>();
    boolean timeout = false;
    boolean alone = isAlone(subject);
    for (Change change : subject.timeline().up()) {
      timeout = timeoutBehind(change.statement(), timeout);
      List<RelationLock> parents =
          ForeignKeyIndex.isRefused(subject, change) ? List.of() : parents(change);
      parents.forEach(lock -> held.add(lock.oid()));
      boolean reads = parents.stream().anyMatch(l -> l.blocks() == Blocked.READS_AND_WRITES);
      if (!timeout && !parents.isEmpty() && (held.size() > 1 || (reads && !alone))) {
        findings.add(
            Finding.at(
                Part.UP,
                change.statement(),
                problem(change, parents, reads),
                AddedConstraint.withTimeout(change.statement().source().sql())));
      }
    }
    return List.copyOf(findings);
  }

  private static boolean isAlone(Subject subject) {
    return subject.timeline().up().stream()
            .filter(change -> !Statements.isTimeout(change.statement()))
            .count()
        == 1;
  }

  private static boolean timeoutBehind(Statement statement, boolean before) {
    if (statement instanceof Statement.SetParameter set && set.name().equals("lock_timeout")) {
      return set.values().stream().noneMatch(NO_TIMEOUT::contains) && !set.values().isEmpty();
    }
    return before;
  }

  /** The tables of foreign keys that come or go, but for the one that the statement is about. */
  private static List<RelationLock> parents(Change change) {
    Set<Integer> partners =
        keys(change.before(), change.after())
            .filter(key -> isReferring(key))
            .map(key -> key.references().map(Constraint.Reference::table).orElse(0))
            .collect(Collectors.toSet());
    return change.locks().relations().stream()
        .filter(lock -> partners.contains(lock.oid()))
        .filter(lock -> lock.blocks().compareTo(Blocked.WRITES) >= 0)
        .filter(lock -> change.after().get(lock.oid()).isPresent())
        .toList();
  }

  private static Stream<Constraint> keys(Schema before, Schema after) {
    return Stream.concat(only(before, after), only(after, before));
  }

  private static Stream<Constraint> only(Schema schema, Schema other) {
    return schema.touchedSince(other).stream()
        .flatMap(Set::stream)
        .flatMap(oid -> schema.get(oid, Constraint.class).stream())
        .filter(key -> key.type() == Kind.FOREIGN_KEY && other.get(key.oid()).isEmpty());
  }

  private static boolean isReferring(Constraint key) {
    boolean itself =
        key.references().filter(reference -> reference.table() == key.scope()).isPresent();
    return !itself;
  }

  private static String problem(Change change, List<RelationLock> parents, boolean reads) {
    String names =
        parents.stream().map(lock -> "`" + lock.name() + "`").collect(Collectors.joining(" and "));
    return "`%s` locks %s too: while it waits for a long transaction there, nobody can %s"
        .formatted(
            Statements.summary(change.statement()),
            names,
            (reads ? "read or write " : "write to ") + (parents.size() > 1 ? "any of them" : "it"));
  }
}
