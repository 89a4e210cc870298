package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.ColumnDefault;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.PartialName;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Objects that were made where something unreadable can have made others of the same name. */
final class NewObjects {
  private NewObjects() {}

  /**
   * Makes unsure what a statement made: it can have been there before, unless the statement fails
   * then, and it can have got another name than the usual one.
   */
  static void doubt(Work work, Schema before, Statement statement) {
    boolean mayBeThere =
        (statement instanceof Statement.CreateTable table && table.ifNotExists())
            || (statement instanceof Statement.CreateIndex index && index.ifNotExists())
            || (statement instanceof Statement.CreateObject object && object.ifNotExists());
    String text = statement.source().sql().toLowerCase(Locale.ROOT);
    made(work, before)
        .forEach(
            object -> {
              boolean named = text.contains(object.name().toLowerCase(Locale.ROOT));
              if (!named) {
                doubtName(work, object);
              } else if (mayBeThere) {
                work.set(work.schema().withUnsure(object.oid()));
              }
            });
  }

  /** Makes unsure what can have got another name than the usual one. */
  static void doubtName(Work work, CatalogObject object) {
    String start = object.name().substring(0, object.name().length() / 2);
    PartialName numbered = new PartialName(List.of(start, ""));
    work.set(work.schema().withUnsure(object.oid()).withMore(object, numbered));
  }

  /** Makes unsure what was made under a condition that may not hold. */
  static void doubt(Work work, Schema before) {
    made(work, before).forEach(object -> work.set(work.schema().withUnsure(object.oid())));
  }

  /** Makes unsure all that was made since then. */
  static void doubtAll(Work work, Schema before) {
    IntStream.range(before.nextOid(), work.schema().nextOid())
        .forEach(oid -> work.set(work.schema().withUnsure(oid)));
  }

  /** The name that is chosen for a constraint is free in the whole schema. */
  private static boolean isOfUnsureChoice(Schema before, Schema now, CatalogObject object) {
    return object instanceof Constraint constraint
        && now.get(constraint.scope())
            .filter(owner -> before.unsureOfName(owner.scope(), constraint.name()))
            .isPresent();
  }

  /** Whether it belongs to a table that was there before and can have more than is known. */
  private static boolean isOfUnseen(Schema now, CatalogObject object) {
    int table = object instanceof Index index ? index.table() : object.scope();
    return now.get(table, Table.class).filter(t -> !t.complete()).isPresent();
  }

  private static Stream<CatalogObject> made(Work work, Schema before) {
    Schema now = work.schema();
    return IntStream.range(before.nextOid(), now.nextOid())
        .mapToObj(now::get)
        .flatMap(Optional::stream)
        .filter(object -> !(object instanceof ColumnDefault))
        .filter(
            object ->
                before.unsureOfName(object)
                    || isOfUnsureChoice(before, now, object)
                    || isOfUnseen(now, object));
  }
}
