package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Refuses to attach a partition whose rows are read while nobody can use them. */
final class AttachPartitionScan implements Rule {
  @Override
  public String summary() {
    return "attaching a partition reads all of its rows, or those of the default partition, while"
               + " nobody can use them";
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
    QualifiedName name = attach.action().partition();
    String bound = attach.action().bound();
    List<Finding> findings = new ArrayList<>();
    before
        .relation(name)
        .found()
        .filter(partition -> isRead(attach, partition.oid()))
        .ifPresent(
            partition ->
                findings.add(
                    attach.finding(
                        problem(name.sql(), name.sql()),
                        instead(
                            subject,
                            attach,
                            name.sql(),
                            partition.name(),
                            PartitionSql.inside(parent, bound)))));
    PartitionSql.defaultOf(before, parent)
        .filter(other -> isRead(attach, other.oid()))
        .ifPresent(
            other ->
                findings.add(
                    attach.finding(
                        problem(name.sql(), Rendering.name(before, other.oid())),
                        instead(
                            subject,
                            attach,
                            Rendering.name(before, other.oid()),
                            other.name(),
                            PartitionSql.outside(parent, bound)))));
    return findings;
  }

  private static boolean isRead(Alteration<TableAction.AttachPartition> attach, int oid) {
    return attach
        .change()
        .locks()
        .on(oid)
        .filter(lock -> lock.scan() && lock.certain())
        .isPresent();
  }

  private static String problem(String attached, String read) {
    return "attaching `%s` reads all rows of `%s` while nobody can read or write them"
        .formatted(attached, read);
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
    return sequel
        .then(
            "<what the partition is for, as a sentence>.",
            attach.alter().source().sql(),
            "ALTER TABLE %s DETACH PARTITION %s"
                .formatted(attach.alter().table().sql(), attach.action().partition().sql()))
        .text();
  }
}
