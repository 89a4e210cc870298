package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.TableElement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands against making a table as it is defined; said in the order of the server. */
final class CreateTableChecks {
  private final Work work;
  private final List<TableElement> elements;
  private final TableElement.Clauses clauses;

  CreateTableChecks(Work work, List<TableElement> elements, TableElement.Clauses clauses) {
    this.work = work;
    this.elements = elements;
    this.clauses = clauses;
  }

  void checkPrimaryKeys(QualifiedName name) {
    if (primaryKeys() > 1) {
      refuse("42P16", "`%s` would have several primary keys".formatted(name.sql()));
    }
  }

  private long primaryKeys() {
    return elements.stream()
        .flatMap(
            element ->
                element instanceof TableElement.Column column
                    ? ColumnDefinitions.others(column).stream()
                    : element instanceof TableElement.Constraint constraint
                        ? Stream.of(constraint.definition())
                        : Stream.empty())
        .filter(constraint -> constraint.kind() == Kind.PRIMARY_KEY)
        .count();
  }

  void checkParents(QualifiedName name, Table.Persistence persistence, List<Table> parents) {
    if (parents.stream().distinct().count() < parents.size()) {
      refuse("42P07", "`%s` would inherit from one table more than once".formatted(name.sql()));
    }
    boolean temporary = persistence == Table.Persistence.TEMPORARY;
    for (Table parent : parents) {
      boolean ofTemporary = parent.persistence() == Table.Persistence.TEMPORARY;
      boolean partition = clauses.partitionOf().isPresent();
      if ((ofTemporary && !temporary) || (temporary && !ofTemporary && partition)) {
        refuse(
            "42809", "only one of `%s` and `%s` is temporary".formatted(name.sql(), parent.name()));
      }
      if (partition && parent.partitionBy().isEmpty() && parent.complete()) {
        refuse("42P17", "`%s` is not partitioned".formatted(parent.name()));
      }
      if (!partition && (parent.isPartition() || parent.partitionBy().isPresent())) {
        refuse(
            "42809",
            "`%s` is %s, from which no table inherits"
                .formatted(parent.name(), parent.isPartition() ? "a partition" : "partitioned"));
      }
    }
    if (persistence == Table.Persistence.UNLOGGED
        && clauses.partitionBy().isPresent()
        && work.schema().postgres() >= 18) {
      refuse("0A000", "the partitioned table `%s` cannot be unlogged".formatted(name.sql()));
    }
  }

  void checkBound(List<Table> parents) {
    for (Table parent : parents) {
      if (clauses.bound().equalsIgnoreCase("default") && CreateTables.isHash(parent)) {
        refuse(
            "42P16",
            "`%s` is partitioned by hash and has no default partition".formatted(parent.name()));
      }
    }
  }

  /** Whether the columns can be none, which is said before what the table's name is. */
  boolean isNone(QualifiedName name) {
    Types types = new Types(work);
    for (TableElement element : elements) {
      if (element instanceof TableElement.Column column) {
        ColumnDefinitions.checkConflicts(work, name.name(), column);
        column
            .type()
            .filter(type -> ColumnDefinitions.serial(type).isEmpty())
            .ifPresent(types::find);
      }
    }
    return work.hasProblems();
  }

  /** Whether a type has columns to take; if not for sure, that is said. */
  boolean isComposite(QualifiedName name) {
    Optional<UserType> type = work.schema().type(name).found();
    boolean rows =
        work.schema().typeOrRows(name).filter(found -> !(found instanceof UserType)).isPresent();
    boolean other = type.filter(t -> !(t instanceof UserType.Composite)).isPresent();
    if (rows || other) {
      refuse("42809", "`%s` is no composite type".formatted(name.sql()));
      return false;
    }
    boolean known = type.isPresent();
    if (!known) {
      new Types(work).missingOrUnsure(name);
    }
    return known || !work.hasProblems();
  }

  private void refuse(String state, String message) {
    work.problem(Problem.Kind.NOT_POSSIBLE, state, message, "");
  }
}
