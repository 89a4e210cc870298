package dev.ngdi.migration.schema;

import dev.ngdi.migration.schema.NameKey.Space;
import dev.ngdi.migration.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.IntTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What a database holds, as far as is known. Immutable: every change gives another one, which
 * shares with the first all that did not change.
 */
public final class Schema {
  /** The number of the schema {@code pg_catalog}. */
  public static final int PG_CATALOG = 11;

  /** The number of the schema {@code public}. */
  public static final int PUBLIC = 2200;

  /** The number of the schema of temporary objects. */
  public static final int PG_TEMP = 3;

  private static final int FIRST_OID = 16384;
  private static final List<String> USUAL_PATH = List.of("$user", "public");
  private static final String USUAL_ZONE = "UTC";

  private final int postgres;
  private final int nextOid;
  private final boolean open;
  private final List<String> searchPath;
  private final Optional<String> timeZone;
  private final List<Integer> path;
  private final Unknowns unknowns;
  private final PMap<Integer, CatalogObject> objects;
  private final NameIndex names;
  private final Dependencies dependencies;
  private final PMap<Ref, String> comments;
  private final PMap<Integer, String> owners;
  private final PMap<Ref, PVector<Privilege>> privileges;
  private final Trail trail;

  private Schema(Parts parts) {
    this.postgres = parts.postgres;
    this.nextOid = parts.nextOid;
    this.open = parts.open;
    this.searchPath = parts.searchPath;
    this.timeZone = parts.timeZone;
    this.path = parts.path;
    this.unknowns = parts.unknowns;
    this.objects = parts.objects;
    this.names = parts.names;
    this.dependencies = parts.dependencies;
    this.comments = parts.comments;
    this.owners = parts.owners;
    this.privileges = parts.privileges;
    this.trail = parts.trail;
  }

  /** The components on their way from one to the next. */
  private static final class Parts {
    private int postgres;
    private int nextOid = FIRST_OID;
    private boolean open = true;
    private List<String> searchPath = USUAL_PATH;
    private Optional<String> timeZone = Optional.of(USUAL_ZONE);
    private List<Integer> path = List.of();
    private Unknowns unknowns = Unknowns.NONE;
    private PMap<Integer, CatalogObject> objects = IntTreePMap.empty();
    private NameIndex names = NameIndex.NONE;
    private Dependencies dependencies = Dependencies.NONE;
    private PMap<Ref, String> comments = HashTreePMap.empty();
    private PMap<Integer, String> owners = IntTreePMap.empty();
    private PMap<Ref, PVector<Privilege>> privileges = HashTreePMap.empty();
    private Trail trail = Trail.start();

    private Parts(int postgres) {
      this.postgres = postgres;
    }

    private Parts(Schema from) {
      this(from.postgres);
      nextOid = from.nextOid;
      open = from.open;
      searchPath = from.searchPath;
      timeZone = from.timeZone;
      path = from.path;
      unknowns = from.unknowns;
      objects = from.objects;
      names = from.names;
      dependencies = from.dependencies;
      comments = from.comments;
      owners = from.owners;
      privileges = from.privileges;
      trail = from.trail;
    }

    private void change(CatalogObject object) {
      trail = trail.with(object.oid());
      objects = objects.plus(object.oid(), object);
    }

    private void add(CatalogObject object) {
      change(object);
      names = names.with(object);
      if (object instanceof Namespace) {
        path = names.path(searchPath);
      }
    }

    private void forgetName(CatalogObject object) {
      unknowns = unknowns.withFree(NameKey.of(object), nextOid);
      names = names.without(object);
    }
  }

  /**
   * An empty database, of which nobody says yet that it really was: what a script uses without
   * making it is taken to have been there.
   *
   * @param postgres the server's major version
   */
  public static Schema empty(int postgres) {
    Parts parts = new Parts(postgres);
    parts.add(new Namespace(PG_CATALOG, "pg_catalog"));
    parts.add(new Namespace(PG_TEMP, "pg_temp"));
    parts.add(new Namespace(PUBLIC, "public"));
    return new Schema(parts);
  }

  /** The server's major version. */
  public int postgres() {
    return postgres;
  }

  /** The number that the next object gets. */
  public int nextOid() {
    return nextOid;
  }

  /** Whether objects can have been there that no statement made. */
  public boolean open() {
    return open;
  }

  /** The names in the search path, as set. */
  public List<String> searchPath() {
    return searchPath;
  }

  /** The session's time zone as set; empty where it is not known. */
  public Optional<String> timeZone() {
    return timeZone;
  }

  // ---- objects

  /** All objects, in no order. */
  public Collection<CatalogObject> objects() {
    return objects.values();
  }

  /** All objects of a class, in no order. */
  public <T extends CatalogObject> List<T> all(Class<T> type) {
    return objects.values().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /**
   * The numbers of the objects that can be different in another schema; empty if the two have
   * nothing in common.
   */
  public Optional<Set<Integer>> touchedSince(Schema other) {
    return Trail.since(trail, other.trail);
  }

  /** The object of a number. */
  public Optional<CatalogObject> get(int oid) {
    return Optional.ofNullable(objects.get(oid));
  }

  /** The object of a number, if it is of a class. */
  public <T extends CatalogObject> Optional<T> get(int oid, Class<T> type) {
    return get(oid).filter(type::isInstance).map(type::cast);
  }

  /** The objects of a class that belong to another: a table's constraints, triggers, policies. */
  public <T extends CatalogObject> List<T> of(int scope, Class<T> type) {
    List<T> found = new ArrayList<>();
    for (int oid : dependencies.dependents(scope)) {
      CatalogObject object = objects.get(oid);
      if (type.isInstance(object) && object.scope() == scope) {
        found.add(type.cast(object));
      }
    }
    return List.copyOf(found);
  }

  /** The indexes of a table or materialized view, those of constraints too. */
  public List<Index> indexes(int table) {
    Set<Index> found = new LinkedHashSet<>();
    for (Constraint constraint : of(table, Constraint.class)) {
      addIndex(constraint.index(), table, found);
    }
    for (int oid : dependencies.dependents(table)) {
      addIndex(oid, table, found);
    }
    return List.copyOf(found);
  }

  private void addIndex(int oid, int table, Set<Index> found) {
    if (objects.get(oid) instanceof Index index && index.table() == table) {
      found.add(index);
    }
  }

  /** The tables that inherit from a table, its partitions among them. */
  public List<Table> children(int table) {
    List<Table> found = new ArrayList<>();
    for (int oid : dependencies.dependents(table)) {
      if (objects.get(oid) instanceof Table child && child.parents().contains(table)) {
        found.add(child);
      }
    }
    return List.copyOf(found);
  }

  /** The default of a column. */
  public Optional<ColumnDefault> defaultOf(Column column) {
    return get(column.defaultOid(), ColumnDefault.class);
  }

  /** What depends on an object or, with a column, on that column; on the whole as well. */
  public List<Dependency> dependents(Ref referenced) {
    return dependencies.on(referenced);
  }

  /** The numbers of what depends on an object or on a column of it. */
  public Set<Integer> dependentsOf(int oid) {
    return dependencies.dependents(oid);
  }

  /** What an object depends on. */
  public List<Dependency> needs(int oid) {
    return dependencies.of(oid);
  }

  /** The comment on something, as SQL writes it, in quotes. */
  public Optional<String> comment(Ref ref) {
    return Optional.ofNullable(comments.get(ref));
  }

  /** Who owns an object, where that is not who runs the migrations. */
  public Optional<String> owner(int oid) {
    return Optional.ofNullable(owners.get(oid));
  }

  /** What was granted on something. */
  public List<Privilege> privileges(Ref ref) {
    return privileges.getOrDefault(ref, TreePVector.empty());
  }

  // ---- names

  /** The numbers of the schemas in which a name without a schema is looked for, in order. */
  public List<Integer> path() {
    return path;
  }

  /** The number of the schema in which a name without a schema is made; empty if there is none. */
  public Optional<Integer> creationScope() {
    return path.stream().filter(oid -> oid != PG_TEMP && oid != PG_CATALOG).findFirst();
  }

  /** The schema of a name. */
  public Lookup<Namespace> namespace(String name) {
    return exactly(Space.SCHEMA, 0, name, Namespace.class);
  }

  /** The table, view or materialized view of a name. */
  public Lookup<Relation> relation(QualifiedName name) {
    return visible(Space.RELATION, name, Relation.class);
  }

  /** Whatever has a name among tables, views, indexes and sequences. */
  public Lookup<CatalogObject> inRelations(QualifiedName name) {
    return visible(Space.RELATION, name, CatalogObject.class);
  }

  /** The index of a name. */
  public Lookup<Index> index(QualifiedName name) {
    return visible(Space.RELATION, name, Index.class);
  }

  /** The sequence of a name. */
  public Lookup<Sequence> sequence(QualifiedName name) {
    return visible(Space.RELATION, name, Sequence.class);
  }

  /** The type of a name, row types left out. */
  public Lookup<UserType> type(QualifiedName name) {
    return visible(Space.TYPE, name, UserType.class);
  }

  /** What a name means as a type: a type, or a relation that has rows of it. */
  public Optional<CatalogObject> typeOrRows(QualifiedName name) {
    return typeOrRows(name, object -> true);
  }

  /** The same of only some objects. */
  public Optional<CatalogObject> typeOrRows(QualifiedName name, Predicate<CatalogObject> counts) {
    return scopes(name).stream()
        .flatMap(
            scope ->
                Stream.concat(
                    named(Space.TYPE, scope, name.name(), CatalogObject.class).stream(),
                    named(Space.RELATION, scope, name.name(), Relation.class).stream()))
        .filter(counts)
        .findFirst();
  }

  /** The extended statistics of a name. */
  public Lookup<Statistics> statistics(QualifiedName name) {
    return visible(Space.STATISTICS, name, Statistics.class);
  }

  /**
   * The functions, procedures and aggregates of a name, of those with the same arguments the first
   * in the search path.
   */
  public List<Routine> routines(QualifiedName name) {
    List<Routine> found = new ArrayList<>();
    Set<List<TypeRef>> signatures = new HashSet<>();
    for (int scope : scopes(name)) {
      for (Routine routine : named(Space.ROUTINE, scope, name.name(), Routine.class)) {
        if (signatures.add(routine.signature())) {
          found.add(routine);
        }
      }
    }
    return List.copyOf(found);
  }

  /** The extension of a name. */
  public Lookup<Extension> extension(String name) {
    return exactly(Space.EXTENSION, 0, name, Extension.class);
  }

  /** The constraint of a table or domain. */
  public Lookup<Constraint> constraint(int scope, String name) {
    return exactly(Space.CONSTRAINT, scope, name, Constraint.class);
  }

  /** The constraints of a name, whatever table or domain they belong to. */
  public List<Constraint> constraints(String name) {
    NameKey key = NameKey.ofAnyConstraint(name);
    return named(key.space(), key.scope(), key.name(), Constraint.class);
  }

  /** The trigger of a table. */
  public Lookup<Trigger> trigger(int table, String name) {
    return exactly(Space.TRIGGER, table, name, Trigger.class);
  }

  /** The policy of a table. */
  public Lookup<Policy> policy(int table, String name) {
    return exactly(Space.POLICY, table, name, Policy.class);
  }

  /** The rule of a table or view. */
  public Lookup<RewriteRule> rule(int table, String name) {
    return exactly(Space.RULE, table, name, RewriteRule.class);
  }

  /** An object of another kind, in a schema or without one. */
  public Lookup<OtherObject> other(String kind, QualifiedName name) {
    Lookup<OtherObject> global = other(0, kind, name.name());
    return global.found().isPresent()
        ? global
        : visible(
            Space.OTHER,
            new QualifiedName(name.schema(), NameKey.other(kind, name.name())),
            OtherObject.class);
  }

  /** The same in one schema, or for 0 of what is in none. */
  public Lookup<OtherObject> other(int scope, String kind, String name) {
    return exactly(Space.OTHER, scope, NameKey.other(kind, name), OtherObject.class);
  }

  /** Whatever has a name among a schema's tables, views, indexes and sequences. */
  public Lookup<CatalogObject> inRelations(int scope, String name) {
    return exactly(Space.RELATION, scope, name, CatalogObject.class);
  }

  /** The type of a name in a schema. */
  public Lookup<UserType> type(int scope, String name) {
    return exactly(Space.TYPE, scope, name, UserType.class);
  }

  /** The functions, procedures and aggregates of a name in a schema. */
  public List<Routine> routines(int scope, String name) {
    return named(Space.ROUTINE, scope, name, Routine.class);
  }

  /** Whether something unreadable may have touched something that has this name. */
  public boolean unsure(String name) {
    return unknowns.has(name);
  }

  /** Whether something unreadable may have changed or dropped the object of this number. */
  public boolean unsure(int oid) {
    return unknowns.of(oid).isPresent();
  }

  /** Whether something unreadable may have touched an object or what it belongs to. */
  public boolean unsure(CatalogObject object) {
    return unknowns.has(object) || (object instanceof Relation relation && !relation.complete());
  }

  /** Whether that can have been since another schema, from which this one was made. */
  public boolean unsureSince(int oid, Schema earlier) {
    return unknowns.of(oid).filter(doubt -> doubt.since() > earlier.nextOid).isPresent();
  }

  /** Whether something unreadable may have touched a column, or the whole before it was added. */
  public boolean unsureOfColumn(Ref column) {
    return unknowns.of(column.oid()).filter(doubt -> column.column() < doubt.column()).isPresent();
  }

  /** Whether something unreadable may have made something else that is called as an object is. */
  public boolean unsureOfName(CatalogObject object) {
    return unknowns.mayHold(NameKey.of(object));
  }

  /** Whether something unreadable may have given a name to a table, index or constraint. */
  public boolean unsureOfName(int namespace, String name) {
    return unknowns.mayHold(new NameKey(Space.RELATION, namespace, name))
        || unknowns.mayHold(new NameKey(Space.CONSTRAINT, namespace, name));
  }

  /** Whether something unreadable may have made a function of a name, or changed one. */
  public boolean unsureOfRoutines(QualifiedName name) {
    return scopes(name).stream()
            .filter(scope -> scope != PG_CATALOG && scope != PG_TEMP)
            .anyMatch(s -> unknowns.mayHold(new NameKey(Space.ROUTINE, s, name.name())))
        || routines(name).stream().anyMatch(unknowns::has);
  }

  /** Whether something unreadable may have given a table more of a kind, or changed what it has. */
  public boolean unsureOf(int table, Class<? extends CatalogObject> kind) {
    return unknowns.mayHoldMore(NameKey.spaceOf(kind), table)
        || of(table, kind).stream().anyMatch(unknowns::has);
  }

  /** What may be called so of a kind that something unreadable can have made. */
  public List<PartialName> unsureNames(Class<? extends CatalogObject> kind) {
    return unknowns.names(NameKey.spaceOf(kind));
  }

  /** Whether there is something that something unreadable may have touched. */
  public boolean unsureOfAnything() {
    return !unknowns.none();
  }

  /** Whether something unreadable may have touched anything. */
  public boolean unsureOfEverything() {
    return unknowns.everything() > 0;
  }

  private List<Integer> scopes(QualifiedName name) {
    return name.schema()
        .map(s -> namespace(s).found().map(n -> List.of(n.oid())).orElse(List.of()))
        .orElseGet(this::path);
  }

  private <T extends CatalogObject> Lookup<T> visible(
      Space space, QualifiedName name, Class<T> type) {
    Optional<CatalogObject> found = Optional.empty();
    for (int scope : scopes(name)) {
      found = first(space, scope, name.name());
      if (found.isPresent()) {
        break;
      }
    }
    boolean known =
        found.isPresent() ? !unknowns.has(found.get()) : schemaSure(name) && !more(space, name);
    return new Lookup<>(
        found.filter(type::isInstance).map(type::cast),
        known && !isSystem(name.schema().orElse("")) && !name.name().startsWith("pg_"));
  }

  private static boolean isSystem(String schema) {
    return schema.equals("pg_catalog") || schema.equals("information_schema");
  }

  private boolean schemaSure(QualifiedName name) {
    return name.schema().isEmpty() || namespace(name.schema().get()).sure();
  }

  private boolean more(Space space, QualifiedName name) {
    for (int scope : scopes(name)) {
      if (scope != PG_CATALOG
          && scope != PG_TEMP
          && unknowns.mayHold(new NameKey(space, scope, name.name()))) {
        return true;
      }
    }
    return false;
  }

  private <T extends CatalogObject> Lookup<T> exactly(
      Space space, int scope, String name, Class<T> type) {
    Optional<CatalogObject> found = first(space, scope, name);
    boolean known =
        found.isPresent()
            ? !unknowns.has(found.get())
            : get(scope, Relation.class).filter(r -> !r.complete()).isEmpty()
                && !unknowns.mayHold(new NameKey(space, scope, name));
    return new Lookup<>(found.filter(type::isInstance).map(type::cast), known);
  }

  private Optional<CatalogObject> first(Space space, int scope, String name) {
    List<Integer> oids = names.find(new NameKey(space, scope, name));
    return oids.isEmpty() ? Optional.empty() : get(oids.get(0));
  }

  private <T extends CatalogObject> List<T> named(
      Space space, int scope, String name, Class<T> type) {
    List<Integer> oids = names.find(new NameKey(space, scope, name));
    return oids.isEmpty()
        ? List.of()
        : oids.stream().flatMap(oid -> get(oid, type).stream()).toList();
  }

  // ---- changes

  /** With an object: a new one, whose number is {@link #nextOid}, or a known one changed. */
  public Schema with(CatalogObject object) {
    Parts parts = new Parts(this);
    CatalogObject old = objects.get(object.oid());
    if (old != null && NameKey.of(old).equals(NameKey.of(object))) {
      parts.change(object);
    } else {
      get(object.oid()).ifPresent(parts::forgetName);
      parts.add(object);
    }
    parts.nextOid = Math.max(nextOid, object.oid() + 1);
    return new Schema(parts);
  }

  /** With a dependency. */
  public Schema with(Dependency dependency) {
    Parts parts = new Parts(this);
    parts.dependencies = dependencies.with(dependency);
    return new Schema(parts);
  }

  /** Without a dependency. */
  public Schema without(Dependency dependency) {
    Parts parts = new Parts(this);
    parts.dependencies = dependencies.without(dependency);
    return new Schema(parts);
  }

  /** Without an object, and all that is said of it; what depends on it stays. */
  public Schema without(int oid) {
    Parts parts = new Parts(this);
    Optional<CatalogObject> object = get(oid);
    object.ifPresent(parts::forgetName);
    if (object.filter(Namespace.class::isInstance).isPresent()) {
      parts.path = parts.names.path(searchPath);
    }
    parts.objects = objects.minus(oid);
    parts.trail = trail.with(oid);
    for (Dependency dependency : needs(oid)) {
      parts.dependencies = parts.dependencies.without(dependency);
    }
    for (Dependency dependency : dependents(Ref.to(oid))) {
      parts.dependencies = parts.dependencies.without(dependency);
    }
    parts.owners = owners.minus(oid);
    int columns =
        object.filter(Relation.class::isInstance).map(o -> lastNumber((Relation) o)).orElse(0);
    for (int column = 0; column <= columns; column++) {
      parts.comments = parts.comments.minus(new Ref(oid, column));
      parts.privileges = parts.privileges.minus(new Ref(oid, column));
    }
    return new Schema(parts);
  }

  private static int lastNumber(Relation relation) {
    return relation.columns().stream().mapToInt(Column::number).max().orElse(0);
  }

  /** With a comment on something, as SQL writes it; empty takes it away. */
  public Schema withComment(Ref ref, Optional<String> text) {
    Parts parts = new Parts(this);
    parts.comments = text.map(t -> comments.plus(ref, t)).orElseGet(() -> comments.minus(ref));
    parts.trail = trail.with(ref.oid());
    return new Schema(parts);
  }

  /** With another owner of an object. */
  public Schema withOwner(int oid, String role) {
    Parts parts = new Parts(this);
    parts.owners = owners.plus(oid, role);
    parts.trail = trail.with(oid);
    return new Schema(parts);
  }

  /** With these grants on something and no others. */
  public Schema withPrivileges(Ref ref, Collection<Privilege> granted) {
    Parts parts = new Parts(this);
    parts.privileges =
        granted.isEmpty() ? privileges.minus(ref) : privileges.plus(ref, TreePVector.from(granted));
    parts.trail = trail.with(ref.oid());
    return new Schema(parts);
  }

  /** With another search path. */
  public Schema withSearchPath(List<String> path) {
    Parts parts = new Parts(this);
    parts.searchPath = List.copyOf(path);
    parts.path = names.path(path);
    return new Schema(parts);
  }

  /** With the search path that every migration starts with. */
  public Schema withUsualSearchPath() {
    return searchPath.equals(USUAL_PATH) ? this : withSearchPath(USUAL_PATH);
  }

  /** With another time zone of the session, or one that is not known. */
  public Schema withTimeZone(Optional<String> zone) {
    Parts parts = new Parts(this);
    parts.timeZone = zone;
    return new Schema(parts);
  }

  /** With the search path and the time zone, UTC, that every migration starts with. */
  public Schema withUsualSession() {
    Schema schema = withUsualSearchPath();
    return timeZone.equals(Optional.of(USUAL_ZONE))
        ? schema
        : schema.withTimeZone(Optional.of(USUAL_ZONE));
  }

  /** A database of which all that it held at first is known. */
  public Schema closed() {
    if (!open) {
      return this;
    }
    Parts parts = new Parts(this);
    parts.open = false;
    return new Schema(parts);
  }

  /** After something unreadable that can have touched anything. */
  public Schema withEverythingUnsure() {
    return withUnknowns(unknowns.withEverything(nextOid + 1, all(Relation.class)));
  }

  /** After something unreadable that can have touched what has one of these names. */
  public Schema withUnsure(Collection<String> touched) {
    Schema changed = this;
    for (String name : touched) {
      changed = changed.withUnsure(PartialName.exactly(name));
    }
    return changed;
  }

  /**
   * After something unreadable that can have touched what has a name that contains one of these.
   */
  public Schema withUnsureParts(Collection<String> contained) {
    Schema changed = this;
    for (String part : contained) {
      changed = changed.withUnsure(PartialName.containing(part));
    }
    return changed;
  }

  private Schema withUnsure(PartialName names) {
    return withMore(CatalogObject.class, Optional.empty(), names)
        .withChanged(CatalogObject.class, Optional.empty(), names, object -> true);
  }

  /**
   * After something unreadable that can have made something.
   *
   * @param kind of what kind
   * @param owner what the table can be called that it belongs to; empty for what is in a schema
   * @param names what it can be called
   */
  public Schema withMore(
      Class<? extends CatalogObject> kind, Optional<PartialName> owner, PartialName names) {
    int since = nextOid + 1;
    Unknowns more = unknowns;
    boolean anything = kind == CatalogObject.class;
    if (anything && names.isExact()) {
      return withUnknowns(more.withName(names.pieces().get(0), since));
    }
    Optional<Space> space = anything ? Optional.empty() : Optional.of(NameKey.spaceOf(kind));
    boolean anywhere = owner.filter(o -> !o.equals(PartialName.ANY)).isEmpty();
    if (anywhere) {
      return withUnknowns(more.withRoom(new Unknowns.Room(space, 0, names, since)));
    }
    for (Relation relation : all(Relation.class)) {
      if (owner.get().matches(relation.name())) {
        more = more.withRoom(new Unknowns.Room(space, relation.oid(), names, since));
      }
    }
    return withUnknowns(more);
  }

  /**
   * After something unreadable that can have changed or dropped something, as above.
   *
   * @param which whether it can have been an object
   */
  public Schema withChanged(
      Class<? extends CatalogObject> kind,
      Optional<PartialName> owner,
      PartialName names,
      Predicate<CatalogObject> which) {
    Unknowns more = unknowns;
    for (CatalogObject object : objects.values()) {
      boolean meant =
          kind.isInstance(object)
              && names.matches(object.name())
              && which.test(object)
              && owner
                  .map(o -> get(object.scope()).filter(t -> o.matches(t.name())).isPresent())
                  .orElse(true);
      more = meant ? more.with(object, nextOid + 1) : more;
    }
    return withUnknowns(more);
  }

  /** After something unreadable that can have touched an object. */
  public Schema withUnsure(int oid) {
    return get(oid).map(o -> withUnknowns(unknowns.with(o, nextOid + 1))).orElse(this);
  }

  /** With possibly more objects of one's kind and in its place that are called so. */
  public Schema withMore(CatalogObject like, PartialName names) {
    Optional<Space> space = Optional.of(NameKey.of(like).space());
    return withUnknowns(
        unknowns.withRoom(new Unknowns.Room(space, like.scope(), names, nextOid + 1)));
  }

  /** With an object that is as it is known to be, whatever may have touched it before. */
  public Schema withSure(int oid) {
    return unsure(oid) ? withUnknowns(unknowns.without(oid)) : this;
  }

  /** What is unknown takes a number, as an object does: what is made later has a higher one. */
  private Schema withUnknowns(Unknowns changed) {
    Parts parts = new Parts(this);
    parts.unknowns = changed;
    parts.nextOid = nextOid + 1;
    return new Schema(parts);
  }
}
