package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Lookup;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Whether a name can be given to a new table, view, index or sequence. */
final class NewRelations {
  private NewRelations() {}

  /** The schema in which something is made; a temporary one has no other than its own. */
  static Optional<Integer> scope(Work work, QualifiedName name, boolean temporary) {
    if (temporary && name.schema().filter(s -> !s.startsWith("pg_temp")).isPresent()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42P16",
          "`%s` is temporary and cannot be in a schema".formatted(name.sql()),
          "");
      return Optional.empty();
    }
    return temporary ? Optional.of(Schema.PG_TEMP) : new Finder(work).scope(name);
  }

  /** Whether a name is taken, which is said unless it is no mistake. */
  static boolean taken(Work work, int scope, QualifiedName name, boolean ifNotExists) {
    Lookup<CatalogObject> lookup = work.schema().inRelations(scope, name.name());
    if (lookup.found().isPresent()) {
      if (!lookup.sure()) {
        work.unproven("whether there is `%s`".formatted(name.sql()));
        if (!ifNotExists) {
          giveUp(work, lookup.found().get());
          return false;
        }
      } else if (!ifNotExists) {
        work.problem(
            Problem.Kind.NAME_TAKEN,
            "42P07",
            "there is %s `%s` already"
                .formatted(Finder.withArticle(lookup.found().get()), name.sql()),
            "");
      }
      return true;
    }
    Lookup<UserType> type = work.schema().type(scope, name.name());
    if (type.sure() && type.found().filter(UserType.Composite.class::isInstance).isPresent()) {
      if (!ifNotExists) {
        work.problem(
            Problem.Kind.NAME_TAKEN,
            "42P07",
            "there is a composite type `%s` already".formatted(name.sql()),
            "");
      }
      return true;
    }
    if (ifNotExists && !lookup.sure()) {
      work.unproven("whether there is `%s`".formatted(name.sql()));
    }
    return false;
  }

  /** Takes away what has lost its name at least; what needs it can still be there. */
  private static void giveUp(Work work, CatalogObject object) {
    Schema before = work.schema();
    Optional<Constraint> key =
        object instanceof Index index ? Keys.of(work, index) : Optional.empty();
    Work tried = work.trial();
    Drops.drop(tried, Ref.to(key.map(Constraint::oid).orElse(object.oid())), true);
    if (tried.hasProblems()) {
      work.set(work.schema().withUnsure(object.oid()));
      return;
    }
    work.take(tried);
    List<String> gone =
        before.objects().stream()
            .filter(o -> o.oid() != object.oid() && work.schema().get(o.oid()).isEmpty())
            .filter(o -> o.scope() != object.oid())
            .map(CatalogObject::name)
            .toList();
    work.set(work.schema().withUnsure(gone));
  }

  /** Whether a type stands in the way of a new table's row type. */
  static boolean typeTaken(Work work, int scope, QualifiedName name, boolean ifNotExists) {
    Lookup<UserType> type = work.schema().type(scope, name.name());
    boolean relation = type.found().filter(UserType.Composite.class::isInstance).isPresent();
    if (type.present() && !(relation && ifNotExists)) {
      work.problem(
          Problem.Kind.NAME_TAKEN,
          relation ? "42P07" : "42710",
          "there is a type `%s` already, and a table makes one of its name".formatted(name.sql()),
          "");
    } else if (type.found().isPresent() && !type.present()) {
      work.unproven("whether there is a type `%s`".formatted(name.sql()));
    }
    return type.found().isPresent();
  }
}
