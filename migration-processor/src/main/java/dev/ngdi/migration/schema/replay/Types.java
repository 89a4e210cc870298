package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Extension;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.NearNames;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the types that statements name. */
final class Types {
  private final Work work;

  Types(Work work) {
    this.work = work;
  }

  /**
   * A type, with what a user of it depends on.
   *
   * @param needs the type or the extension that brings it; empty for PostgreSQL's own types
   */
  record Found(TypeRef type, Optional<Ref> needs) {}

  /** The type of a name; where there is none that is said, and the type is unknown. */
  Found find(TypeName name) {
    if (name.ofColumn()) {
      return new Found(ofColumn(name), Optional.empty());
    }
    QualifiedName own = name.name();
    boolean arrayName = own.name().startsWith("_") && !known(own) && known(elementName(own));
    Found element = find(arrayName ? elementName(own) : own);
    int dimensions = name.dimensions() > 0 || arrayName ? 1 : 0;
    TypeRef type = element.type();
    return new Found(
        new TypeRef(type.builtin(), type.oid(), modifiers(name, type), name.fields(), dimensions),
        element.needs());
  }

  private static QualifiedName elementName(QualifiedName array) {
    return new QualifiedName(array.schema(), array.name().substring(1));
  }

  private boolean known(QualifiedName name) {
    return isBuiltin(name) || user(name).isPresent();
  }

  private static boolean isBuiltin(QualifiedName name) {
    return BuiltinTypes.NAMES.contains(name.name())
        && name.schema().map(s -> s.equals("pg_catalog")).orElse(true);
  }

  private Found find(QualifiedName name) {
    if (isBuiltin(name)) {
      return new Found(TypeRef.of(name.name()), Optional.empty());
    }
    Optional<Ref> user = user(name);
    if (user.isPresent()) {
      return new Found(new TypeRef("", user.get().oid(), List.of(), "", 0), user);
    }
    Schema schema = work.schema();
    Optional<Extension> bringing =
        schema.all(Extension.class).stream()
            .filter(extension -> BuiltinTypes.ofExtension(extension.name()).contains(name.name()))
            .findFirst();
    if (bringing.isPresent()) {
      if (name.schema().isEmpty() && !schema.path().contains(bringing.get().namespace())) {
        work.unproven("whether the type `%s` is in the search path".formatted(name.sql()));
      }
      return new Found(TypeRef.of(name.name()), Optional.of(Ref.to(bringing.get().oid())));
    }
    if (isAbsent(name)) {
      problem(name);
      return new Found(TypeRef.UNKNOWN, Optional.empty());
    }
    work.unproven("whether there is a type `%s`".formatted(name.sql()));
    return new Found(TypeRef.of(name.name()), Optional.empty());
  }

  /** What a column of a type depends on: the type, or the extension that brings it. */
  Optional<Ref> needs(TypeRef type) {
    return type.oid() != 0
        ? Optional.of(Ref.to(type.oid()))
        : BuiltinTypes.extensionOf(type.builtin())
            .flatMap(extension -> work.schema().extension(extension).found())
            .map(extension -> Ref.to(extension.oid()));
  }

  /** Whether it is certain that there is no type of a name. */
  boolean isAbsent(QualifiedName name) {
    Schema schema = work.schema();
    boolean array = name.name().startsWith("_");
    return !isBuiltin(name)
        && !schema.open()
        && schema.typeOrRows(name).isEmpty()
        && (!array || !known(elementName(name)))
        && schema.type(name).sure()
        && schema.inRelations(name).sure()
        && schema.all(Extension.class).stream()
            .allMatch(
                e ->
                    BuiltinTypes.isKnown(e.name())
                        && !BuiltinTypes.ofExtension(e.name()).contains(name.name()))
        && !name.schema().map(s -> s.equals("pg_catalog")).orElse(false);
  }

  /** Says of a type that is not found that it is not there, where that is certain. */
  void missingOrUnsure(QualifiedName name) {
    find(name);
  }

  private void problem(QualifiedName name) {
    List<String> known = new ArrayList<>(BuiltinTypes.COMMON);
    work.schema().all(UserType.class).forEach(type -> known.add(type.name()));
    Optional<String> extension = BuiltinTypes.extensionOf(name.name());
    work.problem(
        Problem.Kind.NAME_NOT_FOUND,
        "42704",
        "there is no type `%s`".formatted(name.sql()),
        extension
            .map("CREATE EXTENSION %s"::formatted)
            .orElseGet(
                () ->
                    String.join(
                        ", ",
                        NearNames.close(name.name(), known).stream()
                            .map(n -> "`" + n + "`")
                            .toList())));
  }

  /** The number of a type that a statement made, row types included. */
  Optional<Ref> user(QualifiedName name) {
    return work.schema()
        .typeOrRows(name, o -> !work.isMaking(o.oid()))
        .map(found -> Ref.to(found.oid()));
  }

  private TypeRef ofColumn(TypeName name) {
    String table = name.name().schema().orElse("");
    int dot = table.indexOf('.');
    QualifiedName relation =
        dot < 0
            ? QualifiedName.of(table)
            : new QualifiedName(Optional.of(table.substring(0, dot)), table.substring(dot + 1));
    return work.schema()
        .relation(relation)
        .found()
        .flatMap((Relation r) -> r.column(name.name().name()))
        .map(Column::type)
        .orElse(TypeRef.UNKNOWN);
  }

  private List<String> modifiers(TypeName name, TypeRef type) {
    boolean keyword = name.name().schema().map(s -> s.equals("pg_catalog")).orElse(false);
    if (name.modifiers().isEmpty()) {
      boolean one = keyword && (type.builtin().equals("bpchar") || type.builtin().equals("bit"));
      return one ? List.of("1") : List.of();
    }
    if (BuiltinTypes.WITHOUT_MODIFIERS.contains(type.builtin())) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42601",
          "the type `%s` takes nothing in parentheses".formatted(name.name().name()),
          "`" + name.name().name() + "`");
      return List.of();
    }
    return type.builtin().equals("numeric") && name.modifiers().size() == 1
        ? List.of(name.modifiers().get(0), "0")
        : name.modifiers();
  }
}
