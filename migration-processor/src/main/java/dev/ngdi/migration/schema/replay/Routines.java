package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Bound;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Settings;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Functions, procedures and aggregates. */
final class Routines {
  /** What PostgreSQL does by itself. */
  private static final Map<String, String> USUAL =
      Map.of(
          "volatility", "volatile",
          "strict", "false",
          "security", "invoker",
          "parallel", "unsafe",
          "leakproof", "false");

  /** The attributes that a procedure cannot have. */
  private static final Set<String> OF_FUNCTIONS =
      Set.of("volatility", "strict", "leakproof", "window", "parallel", "cost", "rows", "support");

  private final Work work;
  private final Statement.CreateObject statement;
  private final Set<Ref> needs = new LinkedHashSet<>();
  private final List<Resolution> resolutions = new ArrayList<>();

  private Routines(Work work, Statement.CreateObject statement) {
    this.work = work;
    this.statement = statement;
  }

  static void create(Work work, Statement.CreateObject statement, Definition.Routine definition) {
    Routines routines = new Routines(work, statement);
    Optional<Integer> scope = new Finder(work).scope(statement.name());
    checkAttributes(work, statement.kind(), statement.name().sql(), definition.attributes());
    if (scope.isPresent()) {
      Routine routine = routines.read(scope.get(), definition);
      definition.names().ifPresent(names -> routines.resolutions.add(Queries.resolve(work, names)));
      Optional<Bound> atomic =
          definition.names().map(n -> routines.resolutions.get(routines.last()).bound());
      routines.place(routine, atomic);
    }
  }

  /** An aggregate, of which only the arguments are known and the definition as written. */
  static void createAggregate(
      Work work, Statement.CreateObject statement, Definition.Other definition) {
    Routines routines = new Routines(work, statement);
    Optional<Integer> scope = new Finder(work).scope(statement.name());
    if (scope.isEmpty()) {
      return;
    }
    List<Routine.Argument> arguments =
        Signatures.read(new Work(work.schema()), statement.arguments()).orElse(List.of()).stream()
            .map(type -> new Routine.Argument("IN", "", type, Optional.empty()))
            .toList();
    arguments.stream()
        .filter(argument -> argument.type().oid() != 0)
        .forEach(argument -> routines.needs.add(Ref.to(argument.type().oid())));
    routines.place(
        new Routine(
            work.newOid(),
            scope.get(),
            statement.name().name(),
            "AGGREGATE",
            arguments,
            Optional.of(TypeRef.UNKNOWN),
            false,
            "internal",
            definition.sql(),
            Optional.empty(),
            Settings.NONE),
        Optional.empty());
  }

  private static void checkAttributes(
      Work work, String kind, String name, Map<String, String> attributes) {
    Optional<String> wrong =
        attributes.keySet().stream().filter(OF_FUNCTIONS::contains).sorted().findFirst();
    if (kind.equals("PROCEDURE") && wrong.isPresent()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42P13",
          "the procedure `%s` can have no %s, as a function has".formatted(name, wrong.get()),
          "");
    }
  }

  private int last() {
    return resolutions.size() - 1;
  }

  private Routine read(int scope, Definition.Routine definition) {
    List<Routine.Argument> arguments = new ArrayList<>();
    for (Definition.Argument argument : definition.arguments()) {
      Optional<Resolution> value = argument.defaultValue().map(v -> Queries.resolve(work, v));
      value.ifPresent(resolutions::add);
      arguments.add(
          new Routine.Argument(
              argument.mode(),
              argument.name().orElse(""),
              type(new Types(work).find(argument.type())),
              value.map(Resolution::bound)));
    }
    Optional<TypeRef> returns = definition.returns().map(name -> type(new Types(work).find(name)));
    return new Routine(
        work.newOid(),
        scope,
        statement.name().name(),
        statement.kind(),
        arguments,
        returns,
        definition.returnsTable(),
        definition.language(),
        definition.body(),
        Optional.empty(),
        settings(definition));
  }

  private TypeRef type(Types.Found found) {
    found.needs().ifPresent(needs::add);
    return Signatures.plain(found.type());
  }

  private static Settings settings(Definition.Routine definition) {
    Settings settings = merged(Settings.NONE, definition.attributes());
    boolean set = definition.returns().map(type -> type.setOf()).orElse(false);
    return set ? settings.with("setof", "true") : settings;
  }

  private static Settings merged(Settings before, Map<String, String> attributes) {
    Settings settings = before;
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      String name = attribute.getKey();
      if (name.equals("set all")) {
        for (String set : settings.values().keySet()) {
          settings = set.startsWith("set ") ? settings.without(set) : settings;
        }
        continue;
      }
      boolean usual = attribute.getValue().equalsIgnoreCase(USUAL.getOrDefault(name, ""));
      settings =
          usual || attribute.getValue().isEmpty()
              ? settings.without(name)
              : settings.with(name, attribute.getValue());
    }
    return settings;
  }

  private void place(Routine made, Optional<Bound> atomic) {
    Optional<Routine> same =
        work.schema().routines(made.scope(), made.name()).stream()
            .filter(other -> other.signature().equals(made.signature()))
            .filter(other -> made.signature().stream().allMatch(TypeRef::known))
            .findFirst();
    boolean sure = same.filter(work.schema()::unsure).isEmpty();
    if (same.isPresent() && sure && !statement.orReplace()) {
      String word = made.kind().toLowerCase(Locale.ROOT);
      NotFound.taken(
          work,
          "42723",
          word,
          statement.name().sql() + Signatures.of(work.schema(), made.signature()),
          "CREATE OR REPLACE %s %s".formatted(made.kind(), statement.name().sql()));
      return;
    }
    if (same.isPresent() && sure && !canReplace(same.get(), made)) {
      return;
    }
    int oid = same.map(Routine::oid).orElseGet(work::newOid);
    same.ifPresent(this::forgetNeeds);
    Routine routine =
        new Routine(
            oid,
            made.scope(),
            made.name(),
            made.kind(),
            made.arguments(),
            made.returns(),
            made.returnsTable(),
            made.language(),
            made.body(),
            atomic,
            made.settings());
    if (same.isPresent()) {
      work.put(routine);
    } else {
      Placement.add(work, routine);
    }
    Ref ref = Ref.to(oid);
    needs.forEach(needed -> work.depend(ref, needed, Dependency.Type.NORMAL));
    resolutions.forEach(resolution -> resolution.depend(work, ref));
    work.set(work.schema().withSure(oid));
  }

  private void forgetNeeds(Routine routine) {
    for (Dependency need : work.schema().needs(routine.oid())) {
      if (!need.referenced().equals(Ref.to(routine.scope()))) {
        work.set(work.schema().without(need));
      }
    }
  }

  private boolean canReplace(Routine before, Routine made) {
    String signature = statement.name().sql() + Signatures.of(work.schema(), before.signature());
    if (!before.kind().equals(made.kind())) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42809",
          "`%s` is %s, not %s"
              .formatted(
                  signature,
                  Finder.withArticle(before),
                  Finder.withArticle(made.kind().toLowerCase(Locale.ROOT))),
          "");
      return false;
    }
    if (changesResult(before, made)) {
      refuse(before, "another result than `%s` has".formatted(signature));
      return false;
    }
    Optional<String> renamed = renamedArgument(before, made);
    renamed.ifPresent(
        name ->
            refuse(
                before, "another name for the argument `%s` of `%s`".formatted(name, signature)));
    boolean lessDefaults = defaults(made) < defaults(before);
    if (renamed.isEmpty() && lessDefaults) {
      refuse(before, "no default for an argument of `%s` that has one".formatted(signature));
    }
    return renamed.isEmpty() && !lessDefaults;
  }

  private static long defaults(Routine routine) {
    return routine.arguments().stream().filter(a -> a.defaultValue().isPresent()).count();
  }

  private static boolean changesResult(Routine before, Routine made) {
    List<TypeRef> now = results(made);
    List<TypeRef> then = results(before);
    boolean known = Stream.concat(now.stream(), then.stream()).allMatch(Routines::isFound);
    boolean setChanged = !before.settings().get("setof").equals(made.settings().get("setof"));
    return !before.kind().equals("AGGREGATE")
        && known
        && (!now.equals(then) || setChanged || before.returnsTable() != made.returnsTable());
  }

  /** Whether it is known which type it is, and not only how it is called. */
  private static boolean isFound(TypeRef type) {
    return type.oid() != 0
        || BuiltinTypes.NAMES.contains(type.builtin())
        || BuiltinTypes.extensionOf(type.builtin()).isPresent();
  }

  private static List<TypeRef> results(Routine routine) {
    List<TypeRef> results =
        new ArrayList<>(
            routine.arguments().stream()
                .filter(a -> !a.mode().equals("IN") && !a.mode().equals("VARIADIC"))
                .map(Routine.Argument::type)
                .toList());
    boolean fromArguments = !results.isEmpty();
    if (!fromArguments) {
      routine.returns().ifPresent(results::add);
    }
    return results;
  }

  private static Optional<String> renamedArgument(Routine before, Routine made) {
    Set<Integer> places = new HashSet<>();
    for (int i = 0; i < Math.min(before.arguments().size(), made.arguments().size()); i++) {
      places.add(i);
    }
    return places.stream()
        .filter(i -> !before.arguments().get(i).name().isEmpty())
        .filter(i -> !before.arguments().get(i).name().equals(made.arguments().get(i).name()))
        .map(i -> before.arguments().get(i).name())
        .findFirst();
  }

  private void refuse(Routine before, String what) {
    String signature = statement.name().sql() + Signatures.of(work.schema(), before.signature());
    work.problem(
        Problem.Kind.NOT_POSSIBLE,
        "42P13",
        "`CREATE OR REPLACE %s` cannot give %s".formatted(before.kind(), what),
        "DROP %s %s; %s".formatted(before.kind(), signature, statement.oneLine()));
  }

  /** An action on a function, procedure or aggregate; whether it is one. */
  static boolean alter(Work work, Routine routine, ObjectAction action) {
    if (action instanceof ObjectAction.Rename rename) {
      if (isFree(work, routine, routine.scope(), rename.to(), 0)) {
        Placement.rename(work, routine, rename.to());
      }
    } else if (action instanceof ObjectAction.SetSchema move) {
      new Finder(work)
          .namespace(move.schema())
          .filter(scope -> isFree(work, routine, scope, routine.name(), routine.oid()))
          .ifPresent(scope -> Placement.move(work, routine, scope));
    } else if (action instanceof ObjectAction.SetAttributes && routine.kind().equals("AGGREGATE")) {
      NotFound.wrongKind(work, routine, "function");
    } else if (action instanceof ObjectAction.SetAttributes set) {
      checkAttributes(work, routine.kind(), routine.name(), set.attributes());
      work.put(routine.withSettings(merged(routine.settings(), set.attributes())));
    } else {
      return false;
    }
    return true;
  }

  /** Whether no routine but one has a name and the arguments of another; if not, that is said. */
  private static boolean isFree(Work work, Routine routine, int scope, String name, int but) {
    boolean taken =
        work.schema().routines(scope, name).stream()
            .anyMatch(other -> other.oid() != but && other.signature().equals(routine.signature()));
    if (taken && !work.schema().unsure(name) && !work.schema().unsure(routine)) {
      NotFound.taken(
          work,
          "42723",
          routine.kind().toLowerCase(Locale.ROOT),
          Identifiers.quote(name) + Signatures.of(work.schema(), routine.signature()),
          "");
      return false;
    }
    return true;
  }
}
