package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.NearNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The problems that a name means nothing, or something else than is asked for. */
final class NotFound {
  private NotFound() {}

  /**
   * Says that there is no such object.
   *
   * @param word PostgreSQL's word for what is asked for, lower case
   * @param candidates the names that can have been meant
   */
  static void object(
      Work work, String sqlState, String word, String name, Collection<String> candidates) {
    work.problem(
        Problem.Kind.NAME_NOT_FOUND,
        sqlState,
        "there is no %s `%s`".formatted(word, name),
        Finder.instead(name, candidates));
  }

  /** Says that there is no such column. */
  static void column(Work work, String name, Collection<String> candidates) {
    List<String> near = NearNames.nearest(name, candidates);
    work.problem(
        Problem.Kind.NAME_NOT_FOUND,
        "42703",
        "there is no column `%s`".formatted(name),
        String.join(", ", near.stream().map(n -> "`" + n + "`").toList()));
  }

  static void type(Work work, String name) {
    List<String> types = new ArrayList<>(names(work.schema(), UserType.class));
    types.addAll(names(work.schema(), Relation.class));
    object(work, "42704", "type", name, types);
  }

  static void routine(Work work, String word, String name) {
    object(work, "42883", word, name, names(work.schema(), Routine.class));
  }

  /** Says that an object is of another kind than the statement is for. */
  static void wrongKind(Work work, CatalogObject object, String wanted) {
    work.problem(
        Problem.Kind.NOT_POSSIBLE,
        "42809",
        "`%s` is %s, not %s"
            .formatted(object.name(), Finder.withArticle(object), Finder.withArticle(wanted)),
        "");
  }

  /** Says that a name is taken. */
  static void taken(Work work, String sqlState, String word, String name, String instead) {
    work.problem(
        Problem.Kind.NAME_TAKEN,
        sqlState,
        "there is already %s `%s`".formatted(Finder.withArticle(word), name),
        instead);
  }

  static List<String> names(Schema schema, Class<? extends CatalogObject> kind) {
    return schema.all(kind).stream().map(CatalogObject::name).distinct().toList();
  }
}
