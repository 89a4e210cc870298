package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Extension;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.sql.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the function, procedure or aggregate that a statement names, with arguments or without. */
final class RoutineSearch {
  private final Work work;
  private final boolean mayBeAbsent;

  RoutineSearch(Work work, boolean mayBeAbsent) {
    this.work = work;
    this.mayBeAbsent = mayBeAbsent;
  }

  Optional<CatalogObject> find(String kind, QualifiedName name, String arguments) {
    List<Routine> named = work.schema().routines(name);
    Optional<List<TypeRef>> types = Signatures.read(new Work(work.schema()), arguments);
    List<Routine> fitting =
        named.stream()
            .filter(routine -> types.isPresent() || isOf(kind, routine))
            .filter(routine -> types.map(t -> Signatures.match(routine, t)).orElse(true))
            .toList();
    if (fitting.size() > 1 && types.isEmpty()) {
      ambiguous(kind, name, fitting);
      return Optional.empty();
    }
    if (fitting.isEmpty()) {
      missing(kind, name, arguments, named, types);
      return Optional.empty();
    }
    Routine routine = fitting.get(0);
    if (!isOf(kind, routine)) {
      NotFound.wrongKind(work, routine, kind.toLowerCase(Locale.ROOT));
      return Optional.empty();
    }
    return Optional.of(routine);
  }

  private static boolean isOf(String kind, Routine routine) {
    return kind.equals("ROUTINE")
        || kind.equals(routine.kind())
        || (kind.equals("FUNCTION") && routine.kind().equals("AGGREGATE"));
  }

  private void ambiguous(String kind, QualifiedName name, List<Routine> fitting) {
    List<String> signatures =
        fitting.stream()
            .map(routine -> name.sql() + Signatures.of(work.schema(), routine.signature()))
            .toList();
    work.problem(
        Problem.Kind.NOT_POSSIBLE,
        "42725",
        "there are several %ss `%s`".formatted(kind.toLowerCase(Locale.ROOT), name.sql()),
        String.join(" or ", signatures));
  }

  private void missing(
      String kind,
      QualifiedName name,
      String arguments,
      List<Routine> named,
      Optional<List<TypeRef>> types) {
    Schema schema = work.schema();
    boolean allTypesKnown = types.map(t -> t.stream().allMatch(TypeRef::known)).orElse(true);
    if (!allTypesKnown && !mayBeAbsent) {
      Signatures.read(work, arguments);
    }
    if (work.hasProblems()) {
      return;
    }
    boolean builtin = name.name().startsWith("pg_");
    boolean extended = !schema.all(Extension.class).isEmpty();
    boolean ofType = named.isEmpty() && schema.type(name).found().isPresent();
    boolean mayBeThere =
        ofType
            || schema.open()
            || schema.unsureOfRoutines(name)
            || builtin
            || name.schema().filter("pg_catalog"::equals).isPresent()
            || !allTypesKnown
            || named.stream().anyMatch(routine -> !known(routine))
            || (named.isEmpty() && extended)
            || name.schema().map(s -> !schema.namespace(s).sure()).orElse(false);
    boolean noSchema =
        !schema.open() && name.schema().filter(s -> schema.namespace(s).absent()).isPresent();
    if (!mayBeAbsent && noSchema && !Extensions.anyUnknown(schema)) {
      new Finder(work).namespace(name.schema().orElseThrow());
      return;
    }
    if (named.isEmpty() && !mayBeAbsent && !schema.open() && !builtin && extended) {
      work.unproven("whether an extension brings `%s`".formatted(name.sql()));
    }
    if (!mayBeAbsent && !allTypesKnown && !schema.open()) {
      Signatures.find(work, arguments);
    }
    if (ofType) {
      work.unproven("whether `%s` makes the values of the type".formatted(name.sql()));
    }
    if (mayBeAbsent || mayBeThere) {
      if (schema.unsureOfRoutines(name)) {
        work.unproven("what `%s` is now".formatted(name.sql()));
      }
      return;
    }
    report(kind, name, arguments, named);
  }

  private void report(String kind, QualifiedName name, String arguments, List<Routine> named) {
    Schema schema = work.schema();
    String word = kind.toLowerCase(Locale.ROOT);
    if (named.isEmpty()) {
      new Finder(work).missing(word, name, "42883", NotFound.names(schema, Routine.class));
      return;
    }
    List<String> signatures =
        named.stream()
            .map(routine -> name.sql() + Signatures.of(schema, routine.signature()))
            .toList();
    work.problem(
        Problem.Kind.NAME_NOT_FOUND,
        "42883",
        "there is no %s `%s%s`".formatted(word, name.sql(), arguments),
        String.join(" or ", signatures));
  }

  private static boolean known(Routine routine) {
    return routine.signature().stream().allMatch(TypeRef::known);
  }
}
