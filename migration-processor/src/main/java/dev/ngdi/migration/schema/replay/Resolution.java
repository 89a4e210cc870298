package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Bound;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An expression or a query whose names are resolved.
 *
 * @param bound it, so that its names follow renames
 * @param needs what it needs, and whether that is certain
 * @param outputs the columns of the query's result
 * @param complete whether these are all, each with its right name
 */
record Resolution(Bound bound, Map<Ref, Boolean> needs, List<Output> outputs, boolean complete) {

  /**
   * A column of the result.
   *
   * @param type unknown where that cannot be told
   * @param collation of a column, where it is not the type's own
   */
  record Output(String name, TypeRef type, String collation) {
    /** The same of another type. */
    Output withType(TypeRef other) {
      return new Output(name, other, collation);
    }
  }

  Resolution {
    needs = Map.copyOf(needs);
    outputs = List.copyOf(outputs);
  }

  /** Says that an object or a column of it needs all that stands in here. */
  void depend(Work work, Ref dependent) {
    needs.forEach(
        (ref, certain) -> {
          if (ref.oid() == dependent.oid()) {
            return;
          }
          if (certain) {
            work.depend(dependent, ref, Dependency.Type.NORMAL);
          } else {
            work.maybeDepend(dependent, ref, Dependency.Type.NORMAL);
          }
        });
  }

  /**
   * The columns of the result under names that its definition gives to the first of them; where not
   * all are known, only these.
   */
  List<Column> columns(List<String> names) {
    List<Column> columns = new ArrayList<>();
    if (!complete && !names.isEmpty()) {
      names.forEach(name -> columns.add(Column.of(columns.size() + 1, name, TypeRef.UNKNOWN)));
      return columns;
    }
    for (int i = 0; i < outputs.size(); i++) {
      String name = i < names.size() ? names.get(i) : outputs.get(i).name();
      TypeRef type = outputs.get(i).type();
      columns.add(Column.of(i + 1, name, type).withType(type, outputs.get(i).collation()));
    }
    return columns;
  }
}
