package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.AlterTableText;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Refuses to drop the check that spares {@code SET NOT NULL} its work in the same statement. */
final class SetNotNullDropCheckSameAlter implements Rule {
  @Override
  public String summary() {
    return "`SET NOT NULL` in one statement with the drop of the `CHECK` that says the same";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.SetNotNull.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Alteration.in(subject, TableAction.SetNotNull.class).stream()
        .filter(NotNullChecks::droppedBeside)
        .map(
            set ->
                set.finding(
                    "the `CHECK` is dropped first, so `SET NOT NULL` on `%s` reads the whole table while nobody can read or write it"
                        .formatted(set.named(set.action().column())),
                    instead(subject, set.alter())))
        .toList();
  }

  private static String instead(Subject subject, Statement.AlterTable alter) {
    Sequel sequel = Sequel.of(subject);
    Optional<AlterTableText> text = AlterTableText.of(alter);
    if (text.isEmpty()) {
      return "";
    }
    List<Integer> drops =
        IntStream.range(0, alter.actions().size())
            .filter(i -> alter.actions().get(i) instanceof TableAction.DropConstraint)
            .boxed()
            .toList();
    List<String> kept =
        IntStream.range(0, alter.actions().size())
            .filter(i -> !drops.contains(i))
            .mapToObj(i -> text.get().actions().get(i))
            .toList();
    sequel.here(text.get().head() + " " + String.join(", ", kept));
    for (int drop : drops) {
      TableAction.DropConstraint action = (TableAction.DropConstraint) alter.actions().get(drop);
      sequel.here(
          "ALTER TABLE %s DROP CONSTRAINT %s"
              .formatted(alter.table().sql(), Identifiers.quote(action.name())));
    }
    return sequel.text();
  }
}
