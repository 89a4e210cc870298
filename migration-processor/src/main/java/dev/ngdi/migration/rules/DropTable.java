package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.locks.LockMode.Blocked;
import dev.ngdi.migration.schema.locks.RelationLock;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses to drop a table without a word on who has stopped using it. */
final class DropTable implements Rule {
  @Override
  public String summary() {
    return "dropping a table whose rows are lost and that a running release may read";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.DropObject.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Dropped.in(subject, "TABLE").stream()
        .filter(dropped -> isInUse(subject, dropped))
        .map(DropTable::finding)
        .toList();
  }

  /** A partition has a rule of its own. */
  private static boolean isInUse(Subject subject, Dropped dropped) {
    Optional<Relation> known = dropped.change().before().relation(dropped.name()).found();
    if (known.isEmpty()) {
      return !dropped.drop().ifExists();
    }
    return subject.timeline().existed(known.get())
        && !(known.get() instanceof Table table
            && (table.isPartition() || table.persistence() == Table.Persistence.TEMPORARY));
  }

  private static Finding finding(Dropped dropped) {
    String partners =
        dropped.change().locks().relations().stream()
            .filter(lock -> lock.blocks() == Blocked.READS_AND_WRITES)
            .filter(lock -> dropped.change().after().get(lock.oid()).isPresent())
            .map(RelationLock::name)
            .filter(name -> !name.equals(dropped.name().sql()))
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(", "));
    return dropped.finding(
        "`%s` and its rows are gone for good, and a release that still uses it fails%s"
            .formatted(
                dropped.name().sql(),
                partners.isEmpty()
                    ? ""
                    : "; reads and writes of "
                        + partners
                        + " wait meanwhile, for a foreign key goes"),
        "first a release that neither reads nor writes it, then this migration");
  }
}
