package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.ColumnDefault;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Extension;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Namespace;
import dev.ngdi.migration.schema.OtherObject;
import dev.ngdi.migration.schema.Policy;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.RewriteRule;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Statistics;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Identifiers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes objects as they are in a schema, each after what it needs. What is not wanted is taken to
 * be there, under the names of the schema.
 */
final class Creation {
  private final Schema schema;
  private final Wanted wanted;
  private final TableCreation tables;
  private final Set<Integer> begun = new HashSet<>();
  private final Set<Integer> done = new HashSet<>();
  private final Set<Integer> unattached = new LinkedHashSet<>();
  private final Map<Integer, List<Sequence>> owned = new HashMap<>();
  private final List<String> statements = new ArrayList<>();

  Creation(Schema schema, Wanted wanted) {
    this.schema = schema;
    this.wanted = wanted;
    this.tables = new TableCreation(schema, wanted, this);
    for (CatalogObject object : wanted.objects()) {
      if (object instanceof Table table && table.isPartition() && wanted.makes(table.oid())) {
        unattached.add(table.oid());
      }
    }
  }

  List<String> statements() {
    List<CatalogObject> order =
        wanted.objects().stream()
            .sorted(
                Comparator.<CatalogObject>comparingInt(this::rank)
                    .thenComparingInt(CatalogObject::oid))
            .toList();
    boolean attached = false;
    for (CatalogObject object : order) {
      if (!attached && rank(object) > Rank.ATTACHMENT) {
        attachAll();
        attached = true;
      }
      make(object.oid());
    }
    attachAll();
    wanted.objects().stream()
        .filter(o -> o instanceof Constraint c && !c.local() && !tables.isOfPartitionToAttach(c))
        .forEach(inherited -> addAll(ofInherited((Constraint) inherited)));
    return statements;
  }

  /** What is said of a constraint that comes with another, and its name where that is its own. */
  private List<String> ofInherited(Constraint constraint) {
    List<String> said = new ArrayList<>();
    Optional<String> given =
        schema.needs(constraint.oid()).stream()
            .flatMap(need -> schema.get(need.referenced().oid(), Constraint.class).stream())
            .filter(parent -> parent.type() == Kind.FOREIGN_KEY)
            .map(Constraint::name)
            .filter(name -> schema.constraint(constraint.scope(), name).found().isEmpty())
            .findFirst();
    given.ifPresent(
        name ->
            said.add(
                "ALTER TABLE "
                    + Written.name(schema, constraint.scope())
                    + " RENAME CONSTRAINT "
                    + Identifiers.quote(name)
                    + " TO "
                    + Written.own(constraint)));
    said.addAll(AccessDdl.of(schema, constraint));
    return said;
  }

  /** An index that not all partitions have is made when these are attached. */
  private int rank(CatalogObject object) {
    Optional<Index> of =
        object instanceof Constraint constraint && constraint.type() != Kind.FOREIGN_KEY
            ? schema.get(constraint.index(), Index.class)
            : schema.get(object.oid(), Index.class);
    boolean later = of.filter(i -> isOnly(i) || IndexDdl.isLikeAttached(schema, i)).isPresent();
    return Math.max(Rank.of(schema, object), later ? Rank.ATTACHMENT + 1 : 0);
  }

  private boolean isOnly(Index index) {
    return IndexDdl.comesAfterPartitions(schema, index)
        || schema
            .get(index.parent(), Index.class)
            .filter(parent -> IndexDdl.isOnly(schema, parent))
            .isPresent();
  }

  /** Whether something is there at this moment. */
  boolean there(int oid) {
    return !wanted.has(oid) || done.contains(oid);
  }

  void addDone(int oid) {
    begun.add(oid);
    done.add(oid);
  }

  void add(String statement) {
    statements.add(statement);
  }

  void addAll(List<String> more) {
    statements.addAll(more);
  }

  void make(int oid) {
    if (!wanted.has(oid) || !begun.add(oid)) {
      return;
    }
    CatalogObject object = schema.get(oid).orElseThrow();
    if (object instanceof Sequence sequence && sequence.identity()) {
      make(sequence.owner().oid());
    }
    Optional<Constraint> constraint = wanted.constraintOf(oid);
    if (constraint.isPresent()) {
      make(constraint.get().oid());
      done.add(oid);
      return;
    }
    Set<Ref> needs = new LinkedHashSet<>(Needs.of(schema, object));
    if (object instanceof Table table) {
      needs.addAll(tables.needs(table));
    }
    needs.forEach(need -> make(need.oid()));
    if (done.contains(oid)) {
      return;
    }
    if (wanted.changes().containsKey(oid)) {
      tables.change(object);
    } else {
      write(object);
    }
    done.add(oid);
    owned.getOrDefault(oid, List.of()).forEach(s -> add(SequenceDdl.own(schema, s)));
  }

  private void write(CatalogObject object) {
    if (!Belongings.makers(schema, object).isEmpty()) {
      return;
    } else if (object instanceof Table table) {
      tables.create(table);
    } else if (object instanceof Constraint constraint) {
      write(constraint);
    } else if (object instanceof Index index) {
      write(index);
    } else if (object instanceof ColumnDefault value) {
      write(value);
    } else if (object instanceof Sequence sequence) {
      write(sequence);
    } else {
      statements.addAll(plain(object));
      statements.addAll(AccessDdl.of(schema, object));
    }
  }

  private List<String> plain(CatalogObject object) {
    if (object instanceof View view) {
      view.columns().forEach(column -> schema.defaultOf(column).ifPresent(v -> addDone(v.oid())));
      return ViewDdl.create(schema, view, false);
    } else if (object instanceof Routine routine) {
      return List.of(RoutineDdl.create(schema, routine, false));
    } else if (object instanceof UserType type) {
      wanted.constraints(type.oid()).forEach(c -> addDone(c.oid()));
      return TypeDdl.create(schema, type);
    } else if (object instanceof Trigger trigger) {
      return trigger.parent() != 0 ? List.of() : MemberDdl.create(schema, trigger);
    } else if (object instanceof Policy policy) {
      return List.of(MemberDdl.create(schema, policy));
    } else if (object instanceof RewriteRule rule) {
      return MemberDdl.create(schema, rule, false);
    } else if (object instanceof Namespace namespace) {
      return List.of(OtherDdl.create(namespace));
    } else if (object instanceof Extension extension) {
      return List.of(OtherDdl.create(schema, extension));
    } else if (object instanceof Statistics statistics) {
      return OtherDdl.create(schema, statistics);
    }
    return object instanceof OtherObject other && !other.isDefaultPrivileges()
        ? List.of(OtherDdl.create(schema, other))
        : List.of();
  }

  private void write(Constraint constraint) {
    if (constraint.index() != 0 && constraint.type() != Kind.FOREIGN_KEY) {
      addDone(constraint.index());
    }
    if (!constraint.local() && !isLeft(constraint) && !tables.isOfPartitionToAttach(constraint)) {
      return;
    }
    Optional<Index> index = schema.get(constraint.index(), Index.class);
    boolean only =
        index
            .filter(i -> IndexDdl.isOnly(schema, i) || hasIndexesOfPartitionsToMake(i))
            .isPresent();
    statements.add(
        tables.isPlainNotNull(constraint)
            ? ownNotNull(constraint)
            : ConstraintDdl.add(schema, constraint, only));
    addAll(validOfHeirs(constraint));
    statements.addAll(AccessDdl.of(schema, constraint));
    if (constraint.type() != Kind.FOREIGN_KEY) {
      index.ifPresent(i -> statements.addAll(AccessDdl.of(schema, i)));
    }
    index.ifPresent(this::attach);
  }

  /** Whether a check came from a parent that has lost it with a column. */
  private boolean isLeft(Constraint constraint) {
    return constraint.type() == Kind.CHECK
        && schema.get(constraint.scope(), Table.class).stream()
            .flatMap(table -> table.parents().stream())
            .allMatch(parent -> schema.constraint(parent, constraint.name()).found().isEmpty());
  }

  /** What makes a constraint hold for all rows of heirs that are there, where it does not here. */
  private List<String> validOfHeirs(Constraint check) {
    boolean shared = check.type() == Kind.CHECK || check.type() == Kind.NOT_NULL;
    if (!shared || check.state().validated() || check.state().noInherit()) {
      return List.of();
    }
    List<String> valid = new ArrayList<>();
    for (Table heir : schema.children(check.scope())) {
      Optional<Constraint> own = ofHeir(check, heir);
      if (there(heir.oid()) && own.filter(c -> c.state().validated()).isPresent()) {
        valid.add(
            "ALTER TABLE "
                + Written.name(schema, heir.oid())
                + " VALIDATE CONSTRAINT "
                + Written.own(own.get()));
      } else if (there(heir.oid()) && own.isPresent()) {
        valid.addAll(validOfHeirs(own.get()));
      }
    }
    return valid;
  }

  private Optional<Constraint> ofHeir(Constraint constraint, Table heir) {
    if (constraint.type() == Kind.CHECK) {
      return schema.constraint(heir.oid(), constraint.name()).found();
    }
    Optional<Column> column =
        schema
            .get(constraint.scope(), Table.class)
            .flatMap(table -> table.column(constraint.columns().get(0)))
            .flatMap(own -> heir.column(own.name()));
    return schema.of(heir.oid(), Constraint.class).stream()
        .filter(c -> c.type() == Kind.NOT_NULL)
        .filter(c -> column.filter(own -> c.columns().contains(own.number())).isPresent())
        .findFirst();
  }

  private void write(Index index) {
    boolean only = IndexDdl.isOnly(schema, index) || hasIndexesOfPartitionsToMake(index);
    statements.addAll(IndexDdl.create(schema, index, only, wanted.concurrently(index)));
    statements.addAll(AccessDdl.of(schema, index));
    attach(index);
  }

  /** Whether its partitions are attached already, so that their indexes are made one by one. */
  private boolean hasIndexesOfPartitionsToMake(Index index) {
    return wanted.objects().stream()
        .anyMatch(
            o ->
                o instanceof Index part
                    && part.parent() == index.oid()
                    && !done.contains(part.oid())
                    && !unattached.contains(part.table()));
  }

  /** An index whose table is attached later is attached with it. */
  private void attach(Index index) {
    if (index.parent() != 0 && !unattached.contains(index.table())) {
      statements.add(
          "ALTER INDEX "
              + Written.name(schema, index.parent())
              + " ATTACH PARTITION "
              + Written.name(schema, index.oid()));
    }
  }

  private void attachAll() {
    for (int oid : List.copyOf(unattached)) {
      Table table = schema.get(oid, Table.class).orElseThrow();
      make(oid);
      statements.add(TableDdl.attach(schema, table));
      wanted.constraints(oid).stream()
          .filter(c -> c.type() == Kind.NOT_NULL && c.local() && c.inherited() > 0)
          .forEach(c -> statements.add(ownNotNull(c)));
      unattached.remove(oid);
    }
  }

  /** Makes what came from the parent be the partition's own as well. */
  private String ownNotNull(Constraint constraint) {
    return ColumnDdl.alterRelation(schema, constraint.scope())
        + " ALTER COLUMN "
        + Written.columns(schema, constraint.scope(), constraint.columns())
        + " SET NOT NULL";
  }

  private void write(ColumnDefault value) {
    boolean computed =
        schema
            .get(value.scope(), Table.class)
            .flatMap(table -> table.column(value.column()))
            .filter(column -> column.generated() != Column.Generated.NONE)
            .isPresent();
    statements.add(
        computed ? ColumnDdl.setExpression(schema, value) : ColumnDdl.setDefault(schema, value));
  }

  private void write(Sequence sequence) {
    if (sequence.identity()) {
      return;
    }
    statements.add(SequenceDdl.create(schema, sequence));
    statements.addAll(AccessDdl.of(schema, sequence));
    int owner = sequence.owner().oid();
    if (owner != 0 && there(owner)) {
      statements.add(SequenceDdl.own(schema, sequence));
    } else if (owner != 0) {
      owned.computeIfAbsent(owner, o -> new ArrayList<>()).add(sequence);
    }
  }
}
