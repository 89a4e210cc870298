package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * An action of an {@code ALTER} in {@code up} on something else than a table, which the migration
 * did not make itself.
 *
 * @param change the statement
 * @param alter the statement as what it is
 * @param action the action
 */
record ObjectChange<A extends ObjectAction>(Change change, Statement.AlterObject alter, A action) {

  /** A finding about it. */
  Finding finding(String problem, String instead) {
    return Finding.at(Part.UP, change.statement(), problem, instead);
  }

  /** All of one sort on objects of these kinds, in order. */
  static <A extends ObjectAction> List<ObjectChange<A>> in(
      Subject subject, Class<A> type, String... kinds) {
    List<ObjectChange<A>> found = new ArrayList<>();
    for (Change change : subject.timeline().up()) {
      if (change.statement() instanceof Statement.AlterObject alter
          && List.of(kinds).contains(alter.kind())
          && !Objects.made(subject, alter.kind(), alter.name())) {
        alter.actions().stream()
            .filter(type::isInstance)
            .forEach(action -> found.add(new ObjectChange<>(change, alter, type.cast(action))));
      }
    }
    return List.copyOf(found);
  }
}
