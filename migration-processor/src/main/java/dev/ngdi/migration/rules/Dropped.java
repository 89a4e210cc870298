package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * An object that {@code up} drops and did not make itself.
 *
 * @param change the statement
 * @param drop the statement as what it is
 * @param name the object, of several one
 */
record Dropped(Change change, Statement.DropObject drop, QualifiedName name) {

  /** A finding about it. */
  Finding finding(String problem, String instead) {
    return Finding.at(Part.UP, change.statement(), problem, instead);
  }

  /** All of one of these kinds, in order. */
  static List<Dropped> in(Subject subject, String... kinds) {
    List<Dropped> found = new ArrayList<>();
    for (Change change : subject.timeline().up()) {
      if (change.statement() instanceof Statement.DropObject drop
          && List.of(kinds).contains(drop.kind())) {
        drop.names().stream()
            .filter(name -> !Objects.made(subject, drop.kind(), name))
            .forEach(name -> found.add(new Dropped(change, drop, name)));
      }
    }
    return List.copyOf(found);
  }
}
