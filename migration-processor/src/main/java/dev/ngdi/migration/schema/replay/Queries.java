package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Bound;
import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Lookup;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.schema.replay.Resolution.Output;
import dev.ngdi.migration.schema.replay.Sources.Source;
import dev.ngdi.migration.schema.replay.Sources.SourceColumn;
import dev.ngdi.migration.sql.Fragment;
import dev.ngdi.migration.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds out what the names in a query or an expression mean. */
final class Queries {
  private static final Pattern IN_LIST =
      Pattern.compile(
          ".*(,|\\b(row|values)\\s*\\()\\s*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern INTO =
      Pattern.compile(".*\\binto\\s+(\\S+\\s*\\.\\s*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Work work;
  private final Fragment fragment;
  private final List<Source> given;
  private final Rewriting rewriting;
  private final Map<Integer, List<Source>> sources = new HashMap<>();
  private final Map<Integer, List<Output>> outputs = new HashMap<>();
  private final Set<Integer> unknownOutputs = new HashSet<>();
  private final Set<Integer> underWay = new HashSet<>();

  private Queries(Work work, Fragment fragment, List<Source> given) {
    this.work = work;
    this.fragment = fragment;
    this.given = given;
    this.rewriting = new Rewriting(fragment.sql());
  }

  /** Resolves a query. */
  static Resolution resolve(Work work, Fragment fragment) {
    return new Queries(work, fragment, List.of()).resolve();
  }

  /** Resolves an expression that can use the columns of relations under their own names. */
  static Resolution resolve(Work work, Fragment fragment, List<? extends Relation> around) {
    Map<String, Relation> named = new HashMap<>();
    around.forEach(relation -> named.put(relation.name(), relation));
    return resolve(work, fragment, named, true);
  }

  /**
   * Resolves an expression that can use the columns of relations.
   *
   * @param around the relations under the names that their columns can be qualified with
   * @param renames whether these are the relations' own names
   */
  static Resolution resolve(
      Work work, Fragment fragment, Map<String, Relation> around, boolean renames) {
    List<Source> given = new ArrayList<>();
    around.forEach(
        (name, relation) ->
            given.add(
                Sources.of(
                    relation,
                    work.schema().get(relation.scope()).map(CatalogObject::name),
                    Optional.of(name),
                    !renames,
                    List.of(),
                    !new Finder(work).unsure(relation))));
    return new Queries(work, fragment.withoutName(), given).resolve();
  }

  /**
   * Resolves what a rule of a relation does, which can use its rows {@code OLD} and {@code NEW}.
   */
  static Resolution resolveAction(Work work, Fragment fragment, Relation relation) {
    List<Source> rows = new ArrayList<>();
    for (String row : List.of("old", "new")) {
      Optional<String> schema = Optional.empty();
      rows.add(Sources.of(relation, schema, Optional.of(row), true, List.of(), true));
    }
    return new Queries(work, fragment, rows).resolve();
  }

  private Resolution resolve() {
    for (int i = 0; i < fragment.scopes().size(); i++) {
      outputs(i);
      sources(i);
    }
    for (int i = 0; i < fragment.scopes().size(); i++) {
      columns(i);
    }
    fragment.functions().forEach(this::function);
    fragment.types().forEach(this::type);
    fragment.literals().forEach(this::literal);
    boolean any = !fragment.scopes().isEmpty();
    return new Resolution(
        rewriting.bound(fragment.complete()),
        rewriting.needs(),
        any ? ValueTypes.decided(outputs(0)) : List.of(),
        any && fragment.complete() && !unknownOutputs.contains(0));
  }

  // ---- what a level reads from

  private List<Source> sources(int scope) {
    List<Source> known = sources.get(scope);
    if (known != null) {
      return known;
    }
    List<Source> found = new ArrayList<>();
    for (Fragment.Source source : fragment.scopes().get(scope).sources()) {
      found.add(source(source));
    }
    if (fragment.scopes().get(scope).parent() < 0) {
      boolean reads = !found.isEmpty() || scope > 0;
      given.forEach(source -> found.add(reads ? source.asShy() : source));
    }
    sources.put(scope, found);
    return found;
  }

  private Source source(Fragment.Source source) {
    if (source instanceof Fragment.RelationSource relation) {
      return relation(relation);
    } else if (source instanceof Fragment.QuerySource query) {
      boolean recursive = underWay.contains(query.scope());
      List<Output> columns = recursive ? List.of() : ValueTypes.decided(outputs(query.scope()));
      boolean complete = !recursive && !unknownOutputs.contains(query.scope());
      return Sources.of(columns, complete, query.alias(), query.columnAliases());
    }
    return Sources.unknown(source.alias(), Optional.empty(), source.columnAliases());
  }

  /** The relation of a name; where it is certain that there is none, that is said. */
  private Optional<Relation> read(QualifiedName name) {
    Lookup<CatalogObject> lookup = work.schema().inRelations(name);
    if (lookup.found().isPresent()) {
      return lookup.found().filter(Relation.class::isInstance).map(Relation.class::cast);
    }
    boolean doubtful =
        !lookup.sure()
            || ExtensionRelations.has(name.name())
            || Extensions.anyUnknown(work.schema());
    if (!lookup.sure() && !work.schema().open()) {
      work.unproven("whether there is `%s`".formatted(name.sql()));
    }
    return doubtful ? Optional.empty() : new Finder(work).relation(name);
  }

  private Source relation(Fragment.RelationSource source) {
    Optional<Relation> found = read(source.name());
    if (found.isEmpty()) {
      Optional<CatalogObject> other = work.schema().inRelations(source.name()).found();
      other.ifPresent(object -> rewriting.need(Ref.to(object.oid()), true));
      if (other.isPresent() && other.get() instanceof Sequence sequence) {
        Ref ref = Ref.to(sequence.oid());
        rewriting.object(source.at(), ref, Bound.Form.OBJECT, true);
        return Sources.ofSequence(
            source.alias().or(() -> Optional.of(source.name().name())), source.columnAliases());
      } else if (other.isPresent()) {
        new Finder(work).relation(source.name());
      }
      rewriting.doubt();
      return Sources.unknown(source.alias(), source.name().schema(), source.columnAliases());
    }
    int oid = found.get().oid();
    boolean sure = work.schema().relation(source.name()).sure();
    if (source.written() && fillsAllColumns(source)) {
      found.get().columns().forEach(c -> rewriting.need(new Ref(oid, c.number()), false));
    }
    rewriting.object(source.at(), Ref.to(oid), Bound.Form.OBJECT, sure);
    return Sources.of(
        found.get(),
        work.schema().get(found.get().scope()).map(CatalogObject::name),
        source.alias().or(() -> Optional.of(source.name().name())),
        source.aliased(),
        source.columnAliases(),
        sure);
  }

  /** Whether it is {@code INSERT INTO} without a list of columns. */
  private boolean fillsAllColumns(Fragment.RelationSource source) {
    return INTO.matcher(fragment.sql().substring(0, source.at().start())).matches()
        && !fragment.sql().substring(source.at().end()).stripLeading().startsWith("(");
  }

  // ---- what a level's result is

  private List<Output> outputs(int scope) {
    List<Output> known = outputs.get(scope);
    if (known != null) {
      return known;
    }
    underWay.add(scope);
    List<Output> result = new ArrayList<>();
    for (Fragment.Output output : fragment.scopes().get(scope).outputs()) {
      if (output.name().isEmpty()) {
        result.addAll(all(scope, output));
      } else {
        ValueTypes.Typed typed = typed(scope, output);
        result.add(new Output(output.name().get(), typed.type(), typed.collation()));
      }
    }
    for (int other : fragment.scopes().get(scope).united()) {
      if (!underWay.contains(other)) {
        result = ValueTypes.united(work, result, outputs(other));
      }
    }
    underWay.remove(scope);
    outputs.put(scope, result);
    return result;
  }

  private List<Output> all(int scope, Fragment.Output star) {
    List<Source> expanded = star.column().map(use -> starred(scope, use)).orElse(List.of());
    boolean merged = fragment.scopes().get(scope).merged() && expanded.size() > 1;
    if (expanded.isEmpty() || merged || expanded.stream().anyMatch(s -> !s.complete())) {
      unknownOutputs.add(scope);
    }
    return expanded.stream()
        .flatMap(source -> source.columns().stream())
        .map(column -> new Output(column.name(), column.type(), column.collation()))
        .toList();
  }

  private List<Source> starred(int scope, Fragment.ColumnUse use) {
    if (use.path().size() == 1) {
      return sources(scope).stream()
          .filter(source -> !source.shy() && !given.contains(source))
          .toList();
    }
    String qualifier = use.path().get(use.path().size() - 2);
    for (int level = scope; level >= 0; level = fragment.scopes().get(level).parent()) {
      List<Source> called =
          sources(level).stream().filter(s -> s.isCalled(qualifier)).limit(1).toList();
      if (!called.isEmpty()) {
        return called;
      }
    }
    return List.of();
  }

  private ValueTypes.Typed typed(int scope, Fragment.Output output) {
    if (output.column().isPresent() && output.type().isEmpty()) {
      return typed(scope, output.column().get().path());
    }
    return new ValueTypes(work, path -> typed(scope, path)).of(output.value());
  }

  /** The type of what a name surely means, if that can be told. */
  private ValueTypes.Typed typed(int scope, List<String> path) {
    String name = path.get(path.size() - 1);
    for (int level = scope; level >= 0; level = fragment.scopes().get(level).parent()) {
      List<Source> called =
          sources(level).stream()
              .filter(source -> path.size() == 1 || source.isCalled(path.get(path.size() - 2)))
              .toList();
      List<SourceColumn> here =
          called.stream().flatMap(source -> source.named(name).stream()).toList();
      if (!here.isEmpty()) {
        return new ValueTypes.Typed(here.get(0).type(), here.get(0).collation(), false);
      }
      if (!called.stream().allMatch(Source::complete)) {
        return ValueTypes.Typed.UNKNOWN;
      }
      Optional<Source> row =
          path.size() == 1
              ? called.stream().filter(s -> s.isCalled(name) && s.oid() != 0).findFirst()
              : Optional.empty();
      if (row.isPresent()) {
        return ValueTypes.Typed.of(new TypeRef("", row.get().oid(), List.of(), "", 0));
      }
    }
    return ValueTypes.Typed.UNKNOWN;
  }

  // ---- the columns

  private void columns(int scope) {
    Fragment.Scope level = fragment.scopes().get(scope);
    for (Fragment.ColumnUse use : level.columns()) {
      if (use.star()) {
        star(scope, use);
      } else {
        new ColumnSearch(work, fragment, this::sources, rewriting).find(scope, use);
      }
    }
  }

  private void star(int scope, Fragment.ColumnUse use) {
    List<Source> expanded = starred(scope, use);
    boolean output =
        fragment.scopes().get(scope).outputs().stream()
            .anyMatch(o -> o.name().isEmpty() && o.column().filter(use::equals).isPresent());
    boolean possible = output && !expanded.isEmpty();
    for (Source source : expanded) {
      possible &= source.complete() && source.alias().isPresent();
      if (output || spreads(use)) {
        source.columns().forEach(column -> rewriting.need(column.ref(), output));
      } else if (source.oid() != 0 && source.renames() && use.qualifierAt().isPresent()) {
        Fragment.Span at = use.qualifierAt().get();
        rewriting.object(at, Ref.to(source.oid()), Bound.Form.QUALIFIER, true);
      }
    }
    boolean merged = fragment.scopes().get(scope).merged() && expanded.size() > 1;
    if (possible && !merged) {
      rewriting.expand(use, expanded);
    } else if (expanded.isEmpty() || expanded.stream().anyMatch(s -> !s.complete())) {
      rewriting.doubt();
    }
  }

  /** Whether a star can stand for columns in a list, and not for a row as a whole. */
  private boolean spreads(Fragment.ColumnUse use) {
    int start = use.qualifierAt().map(Fragment.Span::start).orElse(use.at().start());
    return IN_LIST.matcher(fragment.sql().substring(0, start)).matches()
        || fragment.sql().substring(use.at().end()).stripLeading().startsWith(",");
  }

  // ---- functions, types and relations that constants name

  private void function(Fragment.FunctionUse use) {
    List<Routine> named = work.schema().routines(use.name());
    List<Routine> fitting =
        named.stream().filter(routine -> Signatures.accepts(routine, use.arguments())).toList();
    boolean sure = fitting.size() == 1 && !work.schema().unsureOfRoutines(use.name());
    for (Routine routine : fitting) {
      if (sure) {
        rewriting.object(use.at(), Ref.to(routine.oid()), Bound.Form.OBJECT, true);
      } else {
        rewriting.need(Ref.to(routine.oid()), false);
        rewriting.doubt();
      }
    }
  }

  private void type(Fragment.TypeUse use) {
    Types types = new Types(work);
    Optional<Ref> made = types.user(use.name());
    if (made.isEmpty() && types.isAbsent(use.name())) {
      types.missingOrUnsure(use.name());
    }
    made.ifPresent(ref -> rewriting.object(use.at(), ref, Bound.Form.OBJECT, true));
  }

  private void literal(Fragment.RelationLiteral literal) {
    Schema schema = work.schema();
    QualifiedName name = literal.name();
    Lookup<CatalogObject> found = schema.inRelations(name);
    if (found.found().isPresent()) {
      Ref ref = Ref.to(found.found().get().oid());
      rewriting.object(literal.at(), ref, Bound.Form.LITERAL, found.sure());
    } else if (found.sure() && !schema.open()) {
      new Finder(work).relation(name);
    }
  }
}
