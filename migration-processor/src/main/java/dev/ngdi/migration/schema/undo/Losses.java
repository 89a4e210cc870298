package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.schema.replay.Course;
import dev.ngdi.migration.schema.replay.Step;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What rows a script loses or changes so that no way back can bring them back. */
public final class Losses {
  private final Schema before;
  private final Schema after;
  private final Set<String> sentences = new LinkedHashSet<>();

  private Losses(Schema before, Schema after) {
    this.before = before;
    this.after = after;
  }

  /**
   * What is lost for good, each in one sentence in the user's names: lower case, no full stop, code
   * in backticks; none if every way back that restores the schema restores the rows too. Rows that
   * come into being later are not looked at.
   */
  public static List<String> of(Course up) {
    Losses losses = new Losses(up.start(), up.end());
    for (int oid : Touched.between(up.start(), up.end())) {
      losses.before.get(oid).ifPresent(losses::compare);
    }
    up.steps().forEach(losses::compareRows);
    return List.copyOf(losses.sentences);
  }

  private void compare(CatalogObject was) {
    Optional<CatalogObject> is = after.get(was.oid());
    if (was instanceof Table table) {
      if (is.isEmpty()) {
        sentences.add("the rows of " + name(before, table.oid()));
      } else if (is.get() instanceof Table now) {
        table.columns().forEach(column -> compare(table, column, now));
      }
    } else if (was instanceof UserType.Enumeration old
        && is.isPresent()
        && is.get() instanceof UserType.Enumeration now
        && EnumChanges.remakes(old, now)) {
      for (String value : now.values()) {
        if (!old.values().contains(value)) {
          sentences.add(
              "rows that have come to hold `" + value + "` of " + name(before, old.oid()));
        }
      }
    }
  }

  private void compare(Table table, Column was, Table now) {
    Optional<Column> is = now.column(was.number());
    boolean computed = was.generated() != Column.Generated.NONE;
    if (is.isEmpty() && !computed) {
      sentences.add("what column " + name(table, was) + " held");
    } else if (is.isPresent()
        && !was.type().equals(is.get().type())
        && !Casts.keepsAll(was.type(), is.get().type())) {
      sentences.add(
          "what of column "
              + name(table, was)
              + " does not fit into `"
              + Rendering.type(after, is.get().type())
              + "`");
    }
  }

  private void compareRows(Step step) {
    if (step.statement() instanceof Statement.ChangeRows change
        && !change.command().equals("INSERT")
        && !change.command().equals("COPY")) {
      String what =
          change.command().equals("UPDATE") || change.command().equals("MERGE")
              ? "what rows of %s held before `" + change.command() + "`"
              : "the rows of %s that `" + change.command() + "` takes away";
      for (QualifiedName table : change.tables()) {
        if (wasThere(step.before(), table)) {
          sentences.add(what.formatted("`" + table.sql() + "`"));
        }
      }
    }
  }

  /** Rows of a table that the script makes itself are lost with it anyway. */
  private boolean wasThere(Schema schema, QualifiedName table) {
    return schema
        .relation(table)
        .found()
        .filter(relation -> relation instanceof View || before.get(relation.oid()).isPresent())
        .isPresent();
  }

  private String name(Table table, Column column) {
    return "`" + Written.name(before, table.oid()) + "." + Identifiers.quote(column.name()) + "`";
  }

  private static String name(Schema schema, int oid) {
    return "`" + Rendering.name(schema, oid) + "`";
  }
}
