package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Settings;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code CREATE TABLE}. */
final class CreateTables {
  private final Work work;
  private final Finder finder;
  private final List<TableElement> elements;
  private final TableElement.Clauses clauses;
  private final CreateTableChecks checks;
  private final Map<Integer, TableElement.Column> defined = new LinkedHashMap<>();
  private final List<ConstraintDefinition> constraints = new ArrayList<>();
  private final Map<TableElement.Like, Relation> originals = new HashMap<>();
  private final List<Likes> likes = new ArrayList<>();
  private int oid;

  private CreateTables(Work work, List<TableElement> elements, TableElement.Clauses clauses) {
    this.work = work;
    this.finder = new Finder(work);
    this.elements = elements;
    this.clauses = clauses;
    this.checks = new CreateTableChecks(work, elements, clauses);
  }

  /** {@code CREATE TABLE}, in every form. */
  static void replay(Work work, Statement.CreateTable statement) {
    boolean temporary =
        statement.temporary()
            || statement.table().schema().filter(s -> s.startsWith("pg_temp")).isPresent();
    Table.Persistence persistence =
        temporary
            ? Table.Persistence.TEMPORARY
            : statement.clauses().unlogged()
                ? Table.Persistence.UNLOGGED
                : Table.Persistence.PERMANENT;
    new CreateTables(work, statement.elements(), statement.clauses())
        .create(statement.table(), statement.ifNotExists(), persistence);
  }

  /** {@code CREATE FOREIGN TABLE}. */
  static void foreign(
      Work work,
      QualifiedName name,
      boolean ifNotExists,
      List<TableElement> elements,
      TableElement.Clauses clauses) {
    new CreateTables(work, elements, clauses)
        .create(name, ifNotExists, Table.Persistence.PERMANENT);
  }

  private void create(QualifiedName name, boolean ifNotExists, Table.Persistence persistence) {
    boolean temporary = persistence == Table.Persistence.TEMPORARY;
    Optional<Integer> scope = NewRelations.scope(work, name, temporary);
    if (scope.isEmpty()) {
      return;
    }
    boolean there = ifNotExists && work.schema().inRelations(scope.get(), name.name()).present();
    if (!there) {
      checks.checkPrimaryKeys(name);
    }
    Optional<List<Table>> parents = there ? Optional.of(List.of()) : parents();
    parents.ifPresent(found -> checks.checkParents(name, persistence, found));
    boolean refused = !there && work.hasProblems();
    if (refused && work.schema().inRelations(scope.get(), name.name()).found().isPresent()) {
      return;
    }
    if (NewRelations.taken(work, scope.get(), name, ifNotExists)) {
      clauses.query().ifPresent(query -> Queries.resolve(work, query));
      return;
    }
    boolean replaced =
        parents.stream().flatMap(List::stream).anyMatch(p -> work.schema().get(p.oid()).isEmpty());
    if (replaced) {
      work.unproven("what `%s` inherits from".formatted(name.sql()));
      return;
    }
    if (parents.isEmpty()
        || clauses.ofType().filter(type -> !checks.isComposite(type)).isPresent()) {
      return;
    }
    if ((work.schema().type(scope.get(), name.name()).present() && checks.isNone(name))
        || NewRelations.typeTaken(work, scope.get(), name, ifNotExists)) {
      return;
    }
    checks.checkBound(parents.get());
    elements.stream()
        .filter(TableElement.Like.class::isInstance)
        .map(TableElement.Like.class::cast)
        .filter(like -> composite(like).isEmpty())
        .forEach(like -> finder.relation(like.table()).ifPresent(o -> originals.put(like, o)));
    Optional<Resolution> query = clauses.query().map(q -> Queries.resolve(work, q));
    oid = work.newOid();
    work.put(table(scope.get(), name.name(), persistence, parents.get()));
    work.depend(Ref.to(oid), Ref.to(scope.get()), Dependency.Type.NORMAL);
    if (query.isPresent()) {
      QueryTables.fill(work, oid, query.get(), clauses.columnNames());
    } else {
      work.making(oid);
      define();
      work.making(0);
    }
  }

  private void refuse(String state, String message) {
    work.problem(Problem.Kind.NOT_POSSIBLE, state, message, "");
  }

  static boolean isHash(Table table) {
    return table.partitionBy().filter(p -> p.strategy().equalsIgnoreCase("hash")).isPresent();
  }

  private Optional<List<Table>> parents() {
    List<QualifiedName> names = new ArrayList<>(clauses.inherits());
    clauses.partitionOf().ifPresent(names::add);
    List<Table> parents = new ArrayList<>();
    for (QualifiedName name : names) {
      Optional<Table> parent = finder.table(name);
      if (parent.isEmpty()) {
        return Optional.empty();
      }
      parents.add(parent.get());
    }
    return Optional.of(parents);
  }

  private Table table(int scope, String name, Table.Persistence persistence, List<Table> parents) {
    Settings settings = Settings.NONE.withAll("option.", clauses.options());
    if (clauses.accessMethod().filter(m -> !m.equals("heap")).isPresent()) {
      settings = settings.with("access method", clauses.accessMethod().get());
    }
    if (clauses.tablespace().isPresent()) {
      settings = settings.with("tablespace", clauses.tablespace().get());
    }
    return new Table(
        oid,
        scope,
        name,
        persistence,
        List.of(),
        parents.stream().allMatch(p -> p.complete() && !work.schema().unsure(p)),
        parents.stream().map(Table::oid).toList(),
        Optional.empty(),
        clauses.partitionOf().map(p -> clauses.bound()),
        0,
        clauses.server().orElse(""),
        settings);
  }

  private void define() {
    Inheritance inheritance = new Inheritance(work, oid);
    work.table(oid).parents().forEach(inheritance::takeColumns);
    clauses.ofType().ifPresent(this::takeType);
    clauses
        .server()
        .ifPresent(name -> OtherObjects.need(work, oid, "SERVER", QualifiedName.of(name)));
    elements.forEach(this::columns);
    of(Kind.PRIMARY_KEY).stream().skip(1).forEach(constraints::remove);
    defined.forEach((number, column) -> ColumnDefinitions.fill(work, oid, number, column));
    likes.forEach(Likes::fill);
    inheritance.takeDefaults(defined);
    inheritance.takeChecks();
    clauses.partitionBy().ifPresent(by -> Partitions.partitionBy(work, oid, by));
    of(Kind.CHECK).forEach(this::add);
    of(Kind.NOT_NULL).stream()
        .sorted(Comparator.comparing(c -> c.name().isEmpty()))
        .forEach(this::add);
    if (NotNulls.haveNames(work)) {
      of(Kind.PRIMARY_KEY).forEach(this::addNotNulls);
    }
    likes.forEach(Likes::takeNotNulls);
    inheritance.takeNotNulls();
    if (work.table(oid).isPartition()) {
      Partitions.takeFromParent(work, oid);
    }
    KeyOrder.of(constraints).forEach(this::add);
    likes.forEach(Likes::takeOthers);
    of(Kind.FOREIGN_KEY).forEach(this::add);
  }

  private List<ConstraintDefinition> of(Kind kind) {
    return constraints.stream().filter(c -> c.kind() == kind).toList();
  }

  private void add(ConstraintDefinition constraint) {
    Constraints.add(work, oid, constraint, true, true);
  }

  private void addNotNulls(ConstraintDefinition key) {
    Table table = work.table(oid);
    key.columns().stream()
        .flatMap(name -> table.column(name).stream())
        .map(Column::number)
        .forEach(c -> NotNulls.set(work, oid, c, Optional.empty(), Constraint.State.USUAL, true));
  }

  private void columns(TableElement element) {
    if (element instanceof TableElement.Column column) {
      column(column);
    } else if (element instanceof TableElement.Constraint constraint) {
      constraints.add(constraint.definition());
    } else if (element instanceof TableElement.Like like) {
      composite(like).ifPresent(type -> takeAttributes(type, like.including()));
      Optional.ofNullable(originals.get(like))
          .filter(source -> !makesSequenceTwice(source, like.including()))
          .ifPresent(
              source -> {
                Likes copied = new Likes(work, oid, source.oid(), like.including());
                copied.takeColumns();
                likes.add(copied);
              });
    }
  }

  /** Whether a column that fills itself comes twice: its sequences, which is said. */
  private boolean makesSequenceTwice(Relation source, Set<String> including) {
    Optional<Column> twice =
        source.columns().stream()
            .filter(column -> including.contains("identity"))
            .filter(column -> column.identity() != Column.Identity.NONE)
            .filter(
                column ->
                    work.table(oid).column(column.name()).filter(this::hasSequence).isPresent())
            .findFirst();
    twice.ifPresent(
        column ->
            refuse("42P07", "the sequence of column `%s` is made twice".formatted(column.name())));
    return twice.isPresent();
  }

  private boolean hasSequence(Column column) {
    return Optional.ofNullable(defined.get(column.number()))
        .filter(
            own ->
                own.identity().isPresent()
                    || own.type().flatMap(ColumnDefinitions::serial).isPresent())
        .isPresent();
  }

  /** The composite type that a table is made like. */
  private Optional<UserType.Composite> composite(TableElement.Like like) {
    return work.schema().inRelations(like.table()).found().isPresent()
        ? Optional.empty()
        : work.schema()
            .type(like.table())
            .found()
            .filter(UserType.Composite.class::isInstance)
            .map(UserType.Composite.class::cast);
  }

  private void takeAttributes(UserType.Composite type, Set<String> including) {
    for (Column attribute : type.attributes()) {
      Table table = work.table(oid);
      if (table.column(attribute.name()).isPresent()) {
        ColumnDefinitions.taken(work, table, attribute.name());
        continue;
      }
      int number = Finder.nextNumber(table);
      List<Column> columns = new ArrayList<>(table.columns());
      columns.add(
          Column.of(number, attribute.name(), attribute.type())
              .withType(attribute.type(), attribute.collation()));
      work.put(table.withColumns(columns));
      Ref made = new Ref(oid, number);
      new Types(work)
          .needs(attribute.type())
          .ifPresent(needed -> work.depend(made, needed, Dependency.Type.NORMAL));
      Optional<String> comment = work.schema().comment(new Ref(type.oid(), attribute.number()));
      if (including.contains("comments") && comment.isPresent()) {
        work.set(work.schema().withComment(made, comment));
      }
    }
  }

  private void column(TableElement.Column column) {
    Table table = work.table(oid);
    ColumnDefinitions.checkConflicts(work, table.name(), column);
    Optional<Column> inherited = table.column(column.name());
    int number;
    if (inherited.isPresent()) {
      number = inherited.get().number();
      if (defined.containsKey(number)
          || (inherited.get().inherited() == 0 && table.ofType() == 0)) {
        ColumnDefinitions.taken(work, table, column.name());
        return;
      }
      if (!ColumnDefinitions.merges(work, table, inherited.get(), column)) {
        return;
      }
      boolean filled = column.defaultValue().isPresent() || column.identity().isPresent();
      if (inherited.get().generated() != Column.Generated.NONE
          && column.generated().isEmpty()
          && filled) {
        refuse(
            "42611",
            "column `%s` of `%s` is generated as in the parent table and has no default"
                .formatted(column.name(), table.name()));
        return;
      }
      Settings kept = inherited.get().settings();
      Column own =
          inherited
              .get()
              .withInheritance(inherited.get().inherited(), !table.isPartition())
              .withSettings(
                  column
                      .compression()
                      .filter(method -> !method.equalsIgnoreCase("default"))
                      .map(method -> kept.with("compression", method))
                      .orElse(kept));
      work.put(table.withColumn(own.withGenerated(ColumnDefinitions.generated(column))));
      if (column.generated().isEmpty()) {
        work.put(table.withColumn(own));
      }
    } else if (table.isPartition() || table.ofType() != 0) {
      finder.column(table, column.name());
      return;
    } else {
      number = ColumnDefinitions.put(work, oid, column);
    }
    defined.put(number, column);
    ColumnDefinitions.notNull(column).ifPresent(constraints::add);
    constraints.addAll(ColumnDefinitions.others(column));
  }

  private void takeType(QualifiedName name) {
    Optional<UserType> type = work.schema().type(name).found();
    if (type.isPresent() && type.get() instanceof UserType.Composite composite) {
      List<Column> columns =
          composite.attributes().stream()
              .map(a -> Column.of(a.number(), a.name(), a.type()).withType(a.type(), a.collation()))
              .toList();
      work.put(work.table(oid).withColumns(columns).withType(composite.oid()));
      work.depend(Ref.to(oid), Ref.to(composite.oid()), Dependency.Type.NORMAL);
    } else {
      work.put(work.table(oid).incomplete());
    }
  }

  /** The columns of something as {@code NOT NULL} constraints have them. */
  static List<Constraint> notNulls(Work work, Relation relation) {
    return work.schema().of(relation.oid(), Constraint.class).stream()
        .filter(c -> c.type() == Kind.NOT_NULL && !c.state().noInherit())
        .toList();
  }
}
