package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Settings;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.SequenceOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code LIKE}: what a new table takes over from another relation. */
final class Likes {
  private final Work work;
  private final int oid;
  private final int from;
  private final Set<String> including;
  private final Map<Column, Integer> copied = new LinkedHashMap<>();

  Likes(Work work, int oid, int from, Set<String> including) {
    this.work = work;
    this.oid = oid;
    this.from = from;
    this.including = including;
  }

  private Relation source() {
    return work.get(from, Relation.class).orElseThrow();
  }

  /** The columns behind those that there are. */
  void takeColumns() {
    for (Column column : source().columns()) {
      Table table = work.table(oid);
      Optional<Column> before = table.column(column.name());
      if (before.isPresent()) {
        ColumnDefinitions.taken(work, table, column.name());
        continue;
      }
      int number = Finder.nextNumber(table);
      List<Column> columns = new ArrayList<>(table.columns());
      columns.add(copy(column, number));
      work.put(table.withColumns(columns));
      Ref made = new Ref(oid, number);
      new Types(work)
          .needs(column.type())
          .ifPresent(type -> work.depend(made, type, Dependency.Type.NORMAL));
      copied.put(column, number);
      if (including.contains("comments")) {
        copyComment(new Ref(from, column.number()), new Ref(oid, number));
      }
    }
    if (!source().complete() || work.schema().unsure(source())) {
      work.put(work.table(oid).incomplete());
    }
  }

  private Column copy(Column column, int number) {
    Settings settings = Settings.NONE;
    for (String name : List.of("storage", "compression")) {
      Optional<String> value = column.settings().get(name);
      if (including.contains(name) && value.isPresent()) {
        settings = settings.with(name, value.get());
      }
    }
    return new Column(
        number,
        column.name(),
        column.type(),
        column.collation(),
        column.notNull() && !NotNulls.haveNames(work),
        0,
        including.contains("identity") ? column.identity() : Column.Identity.NONE,
        including.contains("generated") ? column.generated() : Column.Generated.NONE,
        0,
        true,
        settings);
  }

  /** Their defaults, expressions and sequences. */
  void fill() {
    copied.forEach(
        (column, number) -> {
          boolean generated = column.generated() != Column.Generated.NONE;
          if (including.contains(generated ? "generated" : "defaults")) {
            Defaults.copy(work, from, column, oid, number);
          }
          if (including.contains("identity") && column.identity() != Column.Identity.NONE) {
            copyIdentity(column, number);
          }
        });
  }

  private void copyIdentity(Column column, int number) {
    Optional<Sequence> original = Sequences.ofIdentity(work, from, column.number());
    Sequence made = Sequences.ofColumn(work, oid, number, true, SequenceOptions.NONE);
    original.ifPresent(o -> work.put(made.withSettings(Sequences.ofBigint(o.settings()))));
  }

  /** Their {@code NOT NULL}. */
  void takeNotNulls() {
    List<Constraint> named =
        work.schema().of(from, Constraint.class).stream()
            .filter(c -> c.type() == Kind.NOT_NULL)
            .toList();
    copied.forEach(
        (column, number) -> {
          if (column.notNull() && NotNulls.haveNames(work)) {
            Optional<Constraint> original =
                named.stream().filter(c -> c.columns().contains(column.number())).findFirst();
            Constraint.State usual = Constraint.State.USUAL;
            boolean noInherit = original.filter(c -> c.state().noInherit()).isPresent();
            Constraint.State state =
                new Constraint.State(false, false, true, usual.enforced(), noInherit);
            Optional<String> name = original.map(Constraint::name);
            int made = work.newOid();
            NotNulls.make(work, oid, number, name, state, 0, true, Set.of());
            boolean comments =
                including.contains("comments") && work.schema().get(made).isPresent();
            original
                .filter(c -> comments)
                .ifPresent(c -> copyComment(Ref.to(c.oid()), Ref.to(made)));
          }
        });
  }

  /** Checks, indexes with their constraints, and statistics. */
  void takeOthers() {
    if (including.contains("constraints")) {
      for (Constraint check : ofKind()) {
        Checks.copy(work, check, oid);
        if (including.contains("comments")) {
          work.schema()
              .constraint(oid, check.name())
              .found()
              .ifPresent(made -> copyComment(Ref.to(check.oid()), Ref.to(made.oid())));
        }
      }
    }
    if (including.contains("indexes")) {
      List<Index> indexes = new ArrayList<>(work.schema().indexes(from));
      indexes.sort(Comparator.comparingInt(Index::oid));
      indexes.forEach(this::takeIndex);
    }
    if (including.contains("statistics")) {
      ExtendedStatistics.copy(work, from, oid, including.contains("comments"));
    }
  }

  private void takeIndex(Index index) {
    int made = work.newOid();
    IndexPartitions.copy(work, index, oid);
    if (including.contains("comments") && work.get(made, Index.class).isPresent()) {
      copyComment(Ref.to(index.oid()), Ref.to(made));
    }
  }

  private List<Constraint> ofKind() {
    return work.schema().of(from, Constraint.class).stream()
        .filter(c -> c.type() == Kind.CHECK)
        .toList();
  }

  private void copyComment(Ref original, Ref copy) {
    work.schema()
        .comment(original)
        .ifPresent(text -> work.set(work.schema().withComment(copy, Optional.of(text))));
  }
}
