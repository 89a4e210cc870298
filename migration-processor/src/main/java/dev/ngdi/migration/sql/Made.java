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
    boolean several = change.tables().size() > 1 || Cursor.over(change.source().sql()).at("with");
    boolean passesThem =
        hasObject("VIEW", change.table()) || hasObject("FOREIGN TABLE", change.table());
    return !several && !passesThem && hasRelation(change.table());
  }

  /** Whether a comment's object is made here. */
  boolean hasCommented(Statement.Comment comment) {
    QualifiedName name = comment.name();
    Optional<QualifiedName> on = comment.on();
    return switch (comment.kind()) {
      case "COLUMN" ->
          hasRelation(name) || comment.member().filter(c -> hasColumn(name, c)).isPresent();
      case "CONSTRAINT" ->
          !comment.onDomain()
              && on.filter(t -> hasRelation(t) || hasConstraint(t, name.name())).isPresent();
      case "TRIGGER", "POLICY", "RULE" -> on.filter(this::hasRelation).isPresent();
      default -> hasRelation(name) || hasObject(comment.kind(), name);
    };
  }
}
