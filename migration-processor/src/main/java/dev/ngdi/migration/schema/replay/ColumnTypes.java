package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Bound;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.ColumnDefault;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Extension;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Policy;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.RewriteRule;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Settings;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.TableAction;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code ALTER COLUMN … TYPE}. */
final class ColumnTypes {
  private static final Set<String> TEXTS = Set.of("text", "varchar");

  /** What has several values of one type: a list, a choice. */
  private static final Pattern SEVERAL =
      Pattern.compile(",|\\[|\\bcase\\b|\\bin\\b", Pattern.CASE_INSENSITIVE);

  private ColumnTypes() {}

  static void alter(Work work, int oid, TableAction.AlterType alter, boolean recurse) {
    Table table = work.table(oid);
    Optional<Column> found = new Finder(work).column(table, alter.column());
    if (found.isEmpty()) {
      return;
    }
    Unseen.doubtHeirs(work, table, alter.column());
    Column column = found.get();
    if (isRefused(work, table, column, alter, recurse)) {
      return;
    }
    boolean partitions = Partitions.isPartitionedBy(table, column.number());
    if (recurse && !partitions && isReferredTo(work, oid, column)) {
      return;
    }
    Types.Found type = new Types(work).find(alter.type());
    String collation = alter.collation().map(c -> c.sql()).orElse("");
    change(work, oid, column.name(), type, collation);
    if (recurse) {
      descend(work, oid, column.name(), type, collation);
    }
    rebuild(work, oid, column.number());
  }

  /** Whether the column, as it is before all actions, cannot get a type, which is said. */
  static boolean isRefused(
      Work work, Table table, Column column, TableAction.AlterType alter, boolean recurse) {
    int oid = table.oid();
    if (column.identity() != Column.Identity.NONE
        && ColumnDefinitions.isNoNumber(
            work, new Types(new Work(work.schema())).find(alter.type()).type())) {
      return true;
    }
    if (table.ofType() != 0) {
      refuse(
          work,
          "42809",
          "the columns of `%s` have the types that its own type gives them"
              .formatted(table.name()));
      return true;
    }
    if (alter.using().isPresent() && column.generated() != Column.Generated.NONE) {
      refuse(
          work,
          "42611",
          "column `%s` of `%s` is generated, so there is no `USING` for it"
              .formatted(column.name(), table.name()));
      return true;
    }
    if (column.inherited() > 0) {
      refuse(
          work,
          "42P16",
          "column `%s` of `%s` comes from the table it inherits from"
              .formatted(column.name(), table.name()));
      return true;
    }
    if (!recurse && !work.schema().children(oid).isEmpty()) {
      refuse(
          work,
          "42P16",
          "column `%s` has to get the type in the tables that inherit from `%s` too"
              .formatted(column.name(), table.name()));
      return true;
    }
    if (recurse && Inheritance.comesFromElsewhere(work, oid, column.name())) {
      refuse(
          work,
          "42P16",
          "a table that inherits column `%s` from `%s` inherits it from another table too"
              .formatted(column.name(), table.name()));
      return true;
    }
    return false;
  }

  /** Whether a foreign key holds on to a partition's part of an index of the column; it is said. */
  private static boolean isReferredTo(Work work, int oid, Column column) {
    for (Index index : work.schema().indexes(oid)) {
      Optional<Constraint> key = isOf(index, column) ? referring(work, index) : Optional.empty();
      if (key.isPresent()) {
        refuse(
            work,
            "2BP01",
            "the index `%s` cannot be made anew for another type of `%s`: %s needs its part in a partition"
                .formatted(
                    index.name(),
                    column.name(),
                    Described.of(work.schema(), Ref.to(key.get().oid()))));
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(Index index, Column column) {
    return index.include().contains(column.number())
        || index.parts().stream().anyMatch(part -> part.column() == column.number());
  }

  /** A foreign key that refers to a part of an index. */
  private static Optional<Constraint> referring(Work work, Index index) {
    for (Dependency dependency : work.schema().dependents(Ref.to(index.oid()))) {
      Optional<Index> part =
          work.get(dependency.dependent().oid(), Index.class)
              .filter(other -> other.parent() == index.oid());
      if (part.isPresent()) {
        Optional<Constraint> key =
            work.schema().dependents(Ref.to(part.get().oid())).stream()
                .flatMap(d -> work.get(d.dependent().oid(), Constraint.class).stream())
                .filter(c -> c.type() == ConstraintDefinition.Kind.FOREIGN_KEY)
                .findFirst()
                .or(() -> referring(work, part.get()));
        if (key.isPresent()) {
          return key;
        }
      }
    }
    return Optional.empty();
  }

  /** The server makes the indexes of a column anew, then for all partitions. */
  private static void rebuild(Work work, int oid, int column) {
    for (Index index : work.schema().indexes(oid)) {
      boolean named =
          work.schema().needs(index.oid()).stream()
                  .anyMatch(need -> need.referenced().equals(new Ref(oid, column)))
              || index.include().contains(column)
              || index.parts().stream().anyMatch(part -> part.column() == column);
      if (named && !index.valid() && Indexes.waits(work, oid)) {
        work.put(index.withValid(true));
        IndexPartitions.create(work, index.withValid(true));
      }
    }
  }

  private static void descend(Work work, int oid, String name, Types.Found type, String collation) {
    for (Table child : work.schema().children(oid)) {
      change(work, child.oid(), name, type, collation);
      descend(work, child.oid(), name, type, collation);
    }
  }

  private static void change(Work work, int oid, String name, Types.Found type, String collation) {
    Table table = work.table(oid);
    Optional<Column> found = table.column(name);
    if (found.isEmpty()) {
      return;
    }
    Column column = found.get();
    if (Partitions.isPartitionedBy(table, column.number())) {
      refuse(
          work,
          "42P16",
          "`%s` is partitioned by column `%s`, which keeps its type"
              .formatted(table.name(), column.name()));
      return;
    }
    Ref ref = new Ref(oid, column.number());
    if (used(work, table, column, ref) || TableSettings.isRowType(work, table)) {
      return;
    }
    for (Dependency need : work.schema().needs(oid)) {
      if (need.dependent().equals(ref) && isType(work, need)) {
        work.set(work.schema().without(need));
      }
    }
    Settings kept = column.settings().without("storage").without("compression");
    Column changed = column.withType(type.type(), collation).withSettings(kept);
    work.put(work.table(oid).withColumn(changed));
    Defaults.keepType(work, column);
    doubtExpressions(work, ref, column, type.type());
    doubtCollations(work, ref, column, collation);
    type.needs().ifPresent(need -> work.depend(ref, need, Dependency.Type.NORMAL));
    retypeSequence(work, oid, column, type);
  }

  /** The server writes expressions anew for another type, with casts to the one before. */
  private static void doubtExpressions(Work work, Ref column, Column before, TypeRef after) {
    boolean plain = !rewrites(before.type(), after);
    boolean same = plain && before.type().builtin().equals(after.builtin());
    if (same) {
      return;
    }
    for (Dependency dependency : work.schema().dependents(column)) {
      int oid = dependency.dependent().oid();
      if (expressions(work, oid).anyMatch(e -> !plain || isOfSeveral(e))) {
        work.set(work.schema().withUnsure(oid));
      }
    }
  }

  /** Whether an index has another collation than its expression hinges on the column's. */
  private static void doubtCollations(Work work, Ref column, Column before, String after) {
    if (before.collation().isEmpty() && after.isEmpty()) {
      return;
    }
    for (Dependency dependency : work.schema().dependents(column)) {
      int oid = dependency.dependent().oid();
      boolean collated =
          work.get(oid, Index.class).stream()
              .flatMap(index -> index.parts().stream())
              .anyMatch(part -> part.column() == 0 && !part.collation().isEmpty());
      if (collated) {
        work.set(work.schema().withUnsure(oid));
      }
    }
  }

  private static Stream<Bound> expressions(Work work, int oid) {
    return Stream.concat(
        work.get(oid, Constraint.class).flatMap(Constraint::expression).stream(),
        work.get(oid, Index.class).stream()
            .flatMap(
                index ->
                    Stream.concat(
                        index.predicate().stream(),
                        index.parts().stream().flatMap(part -> part.expression().stream()))));
  }

  /** Whether a string in an expression can have got its type from something beside it. */
  private static boolean isOfSeveral(Bound expression) {
    return SEVERAL.matcher(expression.sql()).find();
  }

  private static boolean rewrites(TypeRef before, TypeRef after) {
    boolean texts = TEXTS.contains(before.builtin()) && TEXTS.contains(after.builtin());
    return !texts && !Signatures.plain(before).equals(Signatures.plain(after));
  }

  private static boolean isType(Work work, Dependency need) {
    return work.schema()
        .get(need.referenced().oid())
        .filter(o -> o instanceof UserType || o instanceof Extension || o instanceof Table)
        .isPresent();
  }

  /** The sequence of an identity column has the column's type. */
  private static void retypeSequence(Work work, int oid, Column column, Types.Found type) {
    Optional<Sequence> sequence = Sequences.ofIdentity(work, oid, column.number());
    if (sequence.isPresent()) {
      String as =
          switch (type.type().builtin()) {
            case "int4" -> "integer";
            case "int2" -> "smallint";
            default -> "bigint";
          };
      Sequences.retype(work, sequence.get(), as);
    }
  }

  private static boolean used(Work work, Table table, Column column, Ref ref) {
    for (Dependency dependency : work.schema().dependents(ref)) {
      int oid = dependency.dependent().oid();
      boolean view =
          work.get(oid, View.class).isPresent() || work.get(oid, RewriteRule.class).isPresent();
      boolean trigger = work.get(oid, Trigger.class).isPresent();
      boolean policy = work.get(oid, Policy.class).isPresent();
      boolean generated =
          work.get(oid, ColumnDefault.class).filter(d -> d.column() != column.number()).isPresent()
              || (dependency.dependent().column() > 0 && oid == table.oid());
      if (!(view || trigger || policy || generated)) {
        continue;
      }
      if (!dependency.certain()) {
        work.unproven("whether `%s` is used".formatted(column.name()));
        continue;
      }
      refuse(
          work,
          "0A000",
          "the type of column `%s` of `%s` cannot change while %s uses it"
              .formatted(
                  column.name(),
                  table.name(),
                  Described.of(work.schema(), dependency.dependent())));
      return true;
    }
    return false;
  }

  private static void refuse(Work work, String sqlState, String message) {
    work.problem(Problem.Kind.NOT_POSSIBLE, sqlState, message, "");
  }
}
