package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a script has made so far, so that dropping it takes back all that happened to it. */
final class Made {
  private record Relation(QualifiedName name) {}

  private record Column(QualifiedName table, String name) {}

  private record Constraint(QualifiedName table, String name) {}

  private record Thing(String kind, QualifiedName name) {}

  private final Set<Object> made = new HashSet<>();
  private final List<String> droppedLast = new ArrayList<>();
  private final Script script;

  Made(Script script) {
    this.script = script;
  }

  void relation(QualifiedName name) {
    made.add(new Relation(name));
  }

  boolean hasRelation(QualifiedName name) {
    return made.contains(new Relation(name));
  }

  void column(QualifiedName table, String name) {
    made.add(new Column(table, name));
  }

  boolean hasColumn(QualifiedName table, String name) {
    return made.contains(new Column(table, name));
  }

  void constraint(QualifiedName table, String name) {
    made.add(new Constraint(table, name));
  }

  boolean hasConstraint(QualifiedName table, String name) {
    return made.contains(new Constraint(table, name));
  }

  void object(String kind, QualifiedName name) {
    made.add(new Thing(kind, name));
  }

  boolean hasObject(String kind, QualifiedName name) {
    return made.contains(new Thing(kind, name));
  }

  /**
   * The trigger of a table made here goes with it, so the function made here that it calls can only
   * go after that.
   */
  void trigger(QualifiedName function) {
    for (Statement.CreateObject create : script.all(Statement.CreateObject.class)) {
      if (create.kind().equals("FUNCTION") && create.name().equals(function)) {
        String drop = ObjectInverse.drop(create);
        if (!droppedLast.contains(drop)) {
          droppedLast.add(0, drop);
        }
      }
    }
  }

  List<String> droppedLast() {
    return List.copyOf(droppedLast);
  }

  /** Whether the change touches rows of a table made here, and no others. */
  boolean hasOnlyRowsOf(Statement.ChangeRows change) {
    Cursor cursor = Cursor.over(change.source().sql());
    boolean several =
        cursor.at("with")
            || (change.command().equals("TRUNCATE") && cursor.splitAtCommas().size() > 1);
    boolean passesThem =
        hasObject("VIEW", change.table()) || hasObject("FOREIGN TABLE", change.table());
    return !several && !passesThem && hasRelation(change.table());
  }

  /** Whether a comment's object is made here. */
  boolean hasCommented(Statement.Other comment) {
    Cursor cursor = Cursor.over(comment.source().sql());
    Optional<QualifiedName> target = comment.target();
    if (target.isEmpty() || !cursor.skip("comment", "on")) {
      return false;
    }
    if (hasRelation(target.get())) {
      return !cursor.at("constraint") || !cursor.copy().seek("domain");
    }
    if (cursor.skip("column")) {
      cursor.tableOfColumnName();
      return hasColumn(target.get(), cursor.previous().value());
    }
    if (cursor.skip("constraint")) {
      return hasConstraint(target.get(), cursor.name());
    }
    return ObjectKind.read(cursor)
        .filter(kind -> !kind.belongsToTable())
        .filter(kind -> hasObject(kind.sql(), target.get()))
        .isPresent();
  }
}
