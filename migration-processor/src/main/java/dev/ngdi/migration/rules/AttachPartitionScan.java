package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.locks.RelationLock;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Refuses to attach a partition whose rows are read while nobody can use them. */
final class AttachPartitionScan implements Rule {
  @Override
  public String summary() {
    return "attaching a partition reads all of its rows, or those of the default partition, while"
        + " nobody can use them";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.AttachPartition.class, Statement.CreateTable.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    return Alteration.in(subject, TableAction.AttachPartition.class).stream()
        .flatMap(attach -> findings(subject, attach).stream())
        .toList();
  }

  private static List<Finding> findings(
      Subject subject, Alteration<TableAction.AttachPartition> attach) {
    Schema before = attach.change().before();
    Table parent = attach.table();
    String bound = attach.action().bound();
    List<Finding> findings = new ArrayList<>();
    before
        .relation(attach.action().partition())
        .found()
        .ifPresent(
            partition ->
                findings.addAll(
                    finding(subject, attach, partition, PartitionSql.inside(parent, bound))));
    PartitionSql.defaultOf(before, parent)
        .ifPresent(
            other ->
                findings.addAll(
                    finding(subject, attach, other, PartitionSql.outside(parent, bound))));
    return findings;
  }

  /** What is found if the rows of a table are read, which is certain or not. */
  private static List<Finding> finding(
      Subject subject,
      Alteration<TableAction.AttachPartition> attach,
      Relation read,
      Optional<String> condition) {
    Optional<RelationLock> lock = attach.change().locks().on(read.oid()).filter(RelationLock::scan);
    if (lock.isEmpty()) {
      return List.of();
    }
    boolean certain = lock.get().certain();
    String table = Rendering.name(attach.change().before(), read.oid());
    Finding finding =
        attach.finding(
            "attaching `%s` %s all rows of `%s` while nobody can read or write them"
                .formatted(
                    attach.action().partition().sql(), certain ? "reads" : "may read", table),
            instead(subject, attach, table, read.name(), condition));
    return List.of(certain ? finding : finding.as(Severity.WARNING));
  }

  private static String instead(
      Subject subject,
      Alteration<TableAction.AttachPartition> attach,
      String table,
      String name,
      Optional<String> condition) {
    if (condition.isEmpty()) {
      return "";
    }
    Sequel sequel = Sequel.of(subject);
    LaterCheck.add(sequel, table, PartitionSql.checkName(name), condition.get());
    String partition = attach.action().partition().sql();
    Optional<String> made = made(subject, attach.action().partition());
    String up = attach.alter().source().sql();
    return sequel
        .then(
            "<what the partition is for, as a sentence>.",
            made.map(create -> create + ";\n" + up).orElse(up),
            made.isPresent()
                ? "DROP TABLE " + partition
                : "ALTER TABLE %s DETACH PARTITION %s"
                    .formatted(attach.alter().table().sql(), partition))
        .text();
  }

  /** The statement of the same migration that makes the partition, which then moves along. */
  private static Optional<String> made(Subject subject, QualifiedName partition) {
    return Occurrence.in(subject, Statement.CreateTable.class).stream()
        .filter(create -> create.statement().table().equals(partition))
        .map(create -> create.statement().source().sql())
        .findFirst();
  }
}
