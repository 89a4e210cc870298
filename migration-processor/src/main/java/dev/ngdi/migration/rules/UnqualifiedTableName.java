package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Namespace;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks for the schema of every table, so that it does not depend on who runs the migration. */
final class UnqualifiedTableName implements Rule {
  @Override
  public String summary() {
    return "a table without its schema, which the `search_path` of the session then chooses";
  }

  @Override
  public Severity severity() {
    return Severity.OFF;
  }

  @Override
  public List<Finding> check(Subject subject) {
    Set<QualifiedName> seen = new HashSet<>();
    List<Finding> findings = new ArrayList<>();
    for (Change change : subject.timeline().up()) {
      for (QualifiedName name : tables(change.statement())) {
        if (name.schema().isEmpty() && seen.add(name)) {
          qualified(change, name)
              .ifPresent(proposed -> findings.add(finding(change, name, proposed)));
        }
      }
    }
    return List.copyOf(findings);
  }

  private static List<QualifiedName> tables(Statement statement) {
    if (statement instanceof Statement.CreateTable create) {
      return create.temporary() ? List.of() : List.of(create.table());
    } else if (statement instanceof Statement.AlterTable alter) {
      return List.of(alter.table());
    } else if (statement instanceof Statement.CreateIndex index) {
      return List.of(index.table());
    } else if (statement instanceof Statement.ChangeRows rows) {
      return rows.tables();
    } else if (statement instanceof Statement.DropObject drop && drop.kind().equals("TABLE")) {
      return drop.names();
    }
    return List.of();
  }

  /** The name with the schema that it is found in; empty for what is gone with the session. */
  private static Optional<String> qualified(Change change, QualifiedName name) {
    Optional<CatalogObject> object =
        change
            .before()
            .inRelations(name)
            .found()
            .or(() -> change.after().inRelations(name).found());
    boolean temporary =
        object
            .filter(
                o -> o instanceof Table table && table.persistence() == Table.Persistence.TEMPORARY)
            .isPresent();
    return temporary
        ? Optional.empty()
        : object
            .flatMap(
                o -> schema(change.after(), o.scope()).or(() -> schema(change.before(), o.scope())))
            .map(s -> Identifiers.quote(s) + "." + name.sql());
  }

  private static Optional<String> schema(Schema schema, int oid) {
    return schema.get(oid, Namespace.class).map(Namespace::name);
  }

  private static Finding finding(Change change, QualifiedName name, String proposed) {
    return Finding.at(
        Part.UP,
        change.statement(),
        "which table `%s` is depends on the `search_path` of the session".formatted(name.sql()),
        proposed);
  }
}
