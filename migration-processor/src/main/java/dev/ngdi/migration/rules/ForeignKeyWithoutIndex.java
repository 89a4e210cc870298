package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Warns of a foreign key whose rows PostgreSQL can only find by reading the whole table. */
final class ForeignKeyWithoutIndex implements Rule {
  @Override
  public String summary() {
    return "a foreign key whose columns no index begins with";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(
        Statement.CreateTable.class, Statement.AlterTable.class, Statement.CreateObject.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    Schema end = subject.timeline().end();
    List<AddedConstraint> added = AddedConstraint.in(subject, Kind.FOREIGN_KEY);
    List<Finding> findings = new ArrayList<>();
    for (Change change : subject.timeline().up()) {
      for (Constraint key : ForeignKeyIndex.made(change)) {
        Optional<AddedConstraint> onExisting =
            added.stream()
                .filter(a -> a.at().change().equals(change))
                .filter(a -> a.made().filter(key::equals).isPresent())
                .findFirst();
        boolean refused = ForeignKeyIndex.isRefused(subject, change);
        if (!refused && ForeignKeyIndex.isMissing(subject.timeline(), end, key)) {
          findings.add(
              Finding.at(
                  Part.UP,
                  change.statement(),
                  problem(change.after(), key),
                  instead(subject, change, key, onExisting)));
        }
      }
    }
    return List.copyOf(findings);
  }

  private static String problem(Schema schema, Constraint key) {
    String parent =
        key.references().map(reference -> Rendering.name(schema, reference.table())).orElse("…");
    return "each `DELETE` in `%s` reads all of `%s`: no index of it begins with `%s`"
        .formatted(
            parent, Rendering.name(schema, key.scope()), ForeignKeyIndex.columns(schema, key));
  }

  private static String instead(
      Subject subject, Change change, Constraint key, Optional<AddedConstraint> onExisting) {
    Schema schema = change.after();
    boolean isNew =
        schema
            .get(key.scope(), Table.class)
            .filter(table -> subject.timeline().start().get(table.oid()).isEmpty())
            .filter(Table::complete)
            .isPresent();
    if (onExisting.isEmpty() || isNew) {
      String concurrently = isNew ? "" : " CONCURRENTLY";
      return (isNew ? "" : "-- in a migration of its own, before the foreign key:\n")
          + "CREATE INDEX%s %s ON %s (%s)%s"
              .formatted(
                  concurrently,
                  ForeignKeyIndex.name(schema, key),
                  Rendering.name(schema, key.scope()),
                  ForeignKeyIndex.columns(schema, key),
                  isNew ? "" : ";");
    }
    AddedConstraint added = onExisting.get();
    Sequel sequel = Sequel.of(subject);
    ForeignKeyIndex.then(sequel, added);
    return sequel
        .then(
            "New rows of %s refer to what is there.".formatted(added.table()),
            AddedConstraint.withTimeout(added.addNotValid()),
            added.drop())
        .text();
  }
}
