package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.ColumnDefault;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Extension;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Namespace;
import dev.ngdi.migration.schema.OtherObject;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import java.util.Set;

/** In which order kinds of objects are made where no need of one for another decides. */
final class Rank {
  /** Partitions are attached behind everything of this rank. */
  static final int ATTACHMENT = 8;

  private static final Set<String> LAST =
      Set.of(
          "PUBLICATION",
          "SUBSCRIPTION",
          "EVENT TRIGGER",
          "CAST",
          "OPERATOR",
          OtherObject.DEFAULT_PRIVILEGES);

  private Rank() {}

  /**
   * Whether a foreign key is made before the partitions of what it refers to are attached: the
   * server then makes one more for each, and these take the names that are left.
   */
  private static boolean refersToPartitioned(Schema schema, Constraint key) {
    return key.references()
        .flatMap(reference -> schema.get(reference.table(), Table.class))
        .filter(table -> table.partitionBy().isPresent())
        .isPresent();
  }

  static int of(Schema schema, CatalogObject object) {
    if (object instanceof Namespace) {
      return 0;
    } else if (object instanceof Extension) {
      return 1;
    } else if (object instanceof OtherObject other) {
      return LAST.contains(other.kind()) ? 14 : 2;
    } else if (object instanceof Sequence) {
      return 3; // a sequence's name must be no type's when it is made, but may be later
    } else if (object instanceof UserType) {
      return 4;
    } else if (object instanceof Table) {
      return 5;
    } else if (object instanceof ColumnDefault) {
      return 6;
    } else if (object instanceof Constraint constraint) {
      return constraint.type() != Kind.FOREIGN_KEY || refersToPartitioned(schema, constraint)
          ? 7
          : 10;
    } else if (object instanceof Index index) {
      return IndexDdl.isOnly(schema, index) ? 9 : ATTACHMENT;
    } else if (object instanceof View) {
      return 11;
    }
    return object instanceof Routine ? 12 : 13;
  }
}
