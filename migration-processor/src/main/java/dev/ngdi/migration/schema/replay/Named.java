package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Extension;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Lookup;
import dev.ngdi.migration.schema.Namespace;
import dev.ngdi.migration.schema.OtherObject;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Statistics;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.QualifiedName;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the objects that statements name with their kind. */
final class Named {
  /** The kinds of which PostgreSQL and its extensions bring none. */
  private static final Set<String> ONLY_MADE = Set.of("PUBLICATION", "EVENT TRIGGER", "SERVER");

  private final Work work;
  private final boolean mayBeAbsent;

  /**
   * A search.
   *
   * @param mayBeAbsent whether it is no problem that there is no such object: {@code IF EXISTS}
   */
  Named(Work work, boolean mayBeAbsent) {
    this.work = work;
    this.mayBeAbsent = mayBeAbsent;
  }

  /**
   * The object; where it is certain that there is none, that is said.
   *
   * @param kind PostgreSQL's word, upper case
   * @param arguments a function's argument types in parentheses, or empty
   */
  Optional<CatalogObject> find(String kind, QualifiedName name, String arguments) {
    return switch (kind) {
      case "TABLE", "VIEW", "MATERIALIZED VIEW", "FOREIGN TABLE", "SEQUENCE", "INDEX" ->
          relation(kind, name);
      case "TYPE", "DOMAIN" -> type(kind, name);
      case "FUNCTION", "PROCEDURE", "AGGREGATE", "ROUTINE" ->
          new RoutineSearch(work, mayBeAbsent).find(kind, name, arguments);
      case "SCHEMA" -> schema(name.name());
      case "EXTENSION" -> extension(name.name());
      case "STATISTICS" ->
          found(work.schema().statistics(name), "statistics", "42704", name, Statistics.class);
      default -> other(kind, name);
    };
  }

  private Optional<CatalogObject> other(String kind, QualifiedName name) {
    Lookup<OtherObject> found = work.schema().other(kind, name);
    return found.found().isEmpty() && !ONLY_MADE.contains(kind)
        ? Optional.empty()
        : found(found, kind.toLowerCase(Locale.ROOT), "42704", name, OtherObject.class);
  }

  private Optional<CatalogObject> relation(String kind, QualifiedName name) {
    Lookup<CatalogObject> lookup = work.schema().inRelations(name);
    Optional<CatalogObject> found = lookup.found();
    if (found.isPresent()) {
      if (lookup.sure() && !found.get().kind().equals(kind) && !isAssumed(found.get())) {
        NotFound.wrongKind(work, found.get(), kind.toLowerCase(Locale.ROOT));
        return Optional.empty();
      }
      return found;
    }
    Class<? extends CatalogObject> type =
        switch (kind) {
          case "SEQUENCE" -> Sequence.class;
          case "INDEX" -> Index.class;
          default -> Relation.class;
        };
    return found(lookup, kind.toLowerCase(Locale.ROOT), "42P01", name, type);
  }

  /** Whether it is only taken to be a table. */
  private static boolean isAssumed(CatalogObject object) {
    return object instanceof Relation relation && !relation.complete();
  }

  private Optional<CatalogObject> type(String kind, QualifiedName name) {
    Optional<CatalogObject> any = work.schema().typeOrRows(name);
    Optional<Relation> rows = any.filter(Relation.class::isInstance).map(Relation.class::cast);
    Lookup<UserType> lookup =
        new Lookup<>(
            any.filter(UserType.class::isInstance).map(UserType.class::cast),
            work.schema().type(name).sure());
    Optional<UserType> found = lookup.found();
    if (found.isEmpty() && BuiltinTypes.NAMES.contains(name.name())) {
      return Optional.empty();
    }
    if (found.isPresent() && kind.equals("DOMAIN") && !(found.get() instanceof UserType.Domain)) {
      if (lookup.sure()) {
        NotFound.wrongKind(work, found.get(), "domain");
      }
      return Optional.empty();
    }
    if (found.isEmpty() && kind.equals("DOMAIN") && rows.filter(Relation::complete).isPresent()) {
      if (work.schema().relation(name).sure()) {
        NotFound.wrongKind(work, rows.get(), "domain");
      }
      return Optional.empty();
    }
    boolean ofExtension = BuiltinTypes.extensionOf(name.name()).isPresent();
    boolean ofRelation = rows.isPresent();
    return ofExtension || ofRelation
        ? found.map(CatalogObject.class::cast)
        : found(lookup, kind.toLowerCase(Locale.ROOT), "42704", name, UserType.class);
  }

  private Optional<CatalogObject> schema(String name) {
    return found(
        work.schema().namespace(name), "schema", "3F000", QualifiedName.of(name), Namespace.class);
  }

  private Optional<CatalogObject> extension(String name) {
    return name.equals("plpgsql")
        ? Optional.empty()
        : found(
            work.schema().extension(name),
            "extension",
            "42704",
            QualifiedName.of(name),
            Extension.class);
  }

  private Optional<CatalogObject> found(
      Lookup<? extends CatalogObject> lookup,
      String word,
      String sqlState,
      QualifiedName name,
      Class<? extends CatalogObject> candidates) {
    if (lookup.found().isPresent()) {
      if (!lookup.sure()) {
        work.unproven("what `%s` is now".formatted(name.sql()));
      }
      return lookup.found().map(CatalogObject.class::cast);
    }
    Schema schema = work.schema();
    boolean ofExtension = !schema.open() && Extensions.anyUnknown(schema);
    boolean open = schema.open() || ofExtension;
    if (!lookup.sure() || (ofExtension && !mayBeAbsent)) {
      work.unproven("whether there is the %s `%s`".formatted(word, name.sql()));
    } else if (!mayBeAbsent && !open) {
      new Finder(work).missing(word, name, sqlState, NotFound.names(schema, candidates));
    }
    return Optional.empty();
  }
}
