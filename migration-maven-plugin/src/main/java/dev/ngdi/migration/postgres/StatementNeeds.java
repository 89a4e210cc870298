package dev.ngdi.migration.postgres;

import dev.ngdi.migration.postgres.Need.Kind;
import dev.ngdi.migration.postgres.Need.Right;
import dev.ngdi.migration.postgres.Need.Thing;
import dev.ngdi.migration.postgres.Need.Wanted;
import dev.ngdi.migration.sql.Fragment;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What one statement needs of what it names, and which names it makes or unmakes. */
final class StatementNeeds {
  /** Kinds that are relations, besides tables and indexes. */
  static final Set<String> RELATIONS =
      Set.of("VIEW", "MATERIALIZED VIEW", "SEQUENCE", "FOREIGN TABLE");

  static final Set<String> ROUTINES = Set.of("FUNCTION", "PROCEDURE", "ROUTINE", "AGGREGATE");
  static final Set<String> TYPES = Set.of("TYPE", "DOMAIN");
  static final Set<String> PARTS_OF_TABLES = Set.of("TRIGGER", "POLICY", "RULE");

  /** Functions that change nothing that a right depends on. */
  private static final Set<String> HARMLESS =
      Set.of("setval", "nextval", "pg_get_serial_sequence", "max", "min", "count", "coalesce");

  private final List<Wanted> wanted = new ArrayList<>();
  private final List<Thing> made = new ArrayList<>();
  private final List<Thing> created = new ArrayList<>();
  private boolean open;
  private boolean regroups;

  private StatementNeeds() {}

  /** Those of a statement. */
  static StatementNeeds of(Statement statement) {
    StatementNeeds needs = new StatementNeeds();
    if (statement instanceof Statement.CreateTable create) {
      new TableNeeds(needs).create(create);
    } else if (statement instanceof Statement.AlterTable alter) {
      new TableNeeds(needs).alter(alter);
    } else if (statement instanceof Statement.CreateIndex create) {
      new TableNeeds(needs).index(create);
    } else if (statement instanceof Statement.DropIndex drop) {
      new ObjectNeeds(needs).drop(drop.names());
    } else if (statement instanceof Statement.CreateObject create) {
      new ObjectNeeds(needs).create(create);
    } else if (statement instanceof Statement.DropObject drop) {
      new ObjectNeeds(needs).drop(drop);
    } else if (statement instanceof Statement.AlterObject alter) {
      new ObjectNeeds(needs).alter(alter);
    } else if (statement instanceof Statement.ChangeRows change) {
      new RowNeeds(needs).change(change);
    } else if (statement instanceof Statement.Query query) {
      new RowNeeds(needs).query(query);
    } else if (statement instanceof Statement.Maintenance maintenance) {
      new AccessNeeds(needs).maintain(maintenance);
    } else if (statement instanceof Statement.Comment comment) {
      new AccessNeeds(needs).comment(comment);
    } else if (statement instanceof Statement.Grant grant) {
      new AccessNeeds(needs).grant(grant);
    } else if (statement instanceof Statement.SetParameter set) {
      new AccessNeeds(needs).set(set);
    } else if (statement instanceof Statement.DefaultPrivileges defaults) {
      new AccessNeeds(needs).defaults(defaults);
    } else if (statement.command().equals("COPY")) {
      new RowNeeds(needs).copy(statement);
    } else if (statement instanceof Statement.DoBlock || statement instanceof Statement.Other) {
      needs.open = true;
    }
    return needs;
  }

  List<Wanted> wanted() {
    return wanted;
  }

  /** Names that stand for something else, or for nothing, after it. */
  List<Thing> made() {
    return made;
  }

  /** The relations among them that are new, and so the user's. */
  List<Thing> created() {
    return created;
  }

  /** Whether it may do more than is known, so that nothing is certain after it. */
  boolean open() {
    return open;
  }

  /** Whether tables may inherit from others than before, or have other owners. */
  boolean regroups() {
    return regroups;
  }

  void open(boolean now) {
    open |= now;
  }

  void regroup() {
    regroups = true;
  }

  void need(QualifiedName relation, Right right) {
    need(Kind.RELATION, relation, right);
  }

  void need(Kind kind, QualifiedName name, Right right) {
    wanted.add(new Wanted(new Thing(kind, name), right, ""));
  }

  void make(Kind kind, QualifiedName name) {
    made.add(new Thing(kind, name));
  }

  void create(QualifiedName relation) {
    make(Kind.RELATION, relation);
    created.add(new Thing(Kind.RELATION, relation));
  }

  /** That something can be made where this is. */
  void createBeside(QualifiedName name) {
    name.schema().ifPresent(this::createIn);
  }

  /** That something can be made in a schema. */
  void createIn(String place) {
    wanted.add(new Wanted(Thing.schema(place), Right.CREATE, ""));
  }

  void createInDatabase() {
    need(Kind.DATABASE, QualifiedName.of(""), Right.CREATE);
  }

  /** That a relation can get another owner. */
  void give(QualifiedName relation, String role) {
    Thing thing = new Thing(Kind.RELATION, relation);
    wanted.add(new Wanted(thing, Right.GIVE, role));
    wanted.add(new Wanted(thing, Right.HOLD, role));
    regroups = true;
  }

  void become(String role) {
    need(Kind.ROLE, QualifiedName.of(role), Right.SET);
  }

  /** That a column, an argument or the like can be of a type. */
  void use(TypeName type) {
    boolean known = type.name().schema().filter("pg_catalog"::equals).isPresent();
    if (!known && !type.ofColumn()) {
      need(Kind.TYPE, type.name(), Right.USAGE);
    }
  }

  /** That a query's rows can be read. */
  void read(Fragment query) {
    relations(query).forEach(name -> need(name, Right.SELECT));
  }

  /** That a query can be written down. */
  void see(Fragment query) {
    relations(query).forEach(name -> need(name, Right.SEE));
  }

  private static List<QualifiedName> relations(Fragment query) {
    List<QualifiedName> names = new ArrayList<>();
    for (Fragment.Scope scope : query.scopes()) {
      for (Fragment.Source source : scope.sources()) {
        if (source instanceof Fragment.RelationSource relation && !relation.written()) {
          names.add(relation.name());
        }
      }
    }
    return names;
  }

  static boolean mayDoAnything(Fragment query) {
    return !query.complete()
        || query.functions().stream().anyMatch(f -> !HARMLESS.contains(f.name().name()));
  }

  static QualifiedName beside(QualifiedName neighbour, String name) {
    return new QualifiedName(neighbour.schema(), name);
  }
}
