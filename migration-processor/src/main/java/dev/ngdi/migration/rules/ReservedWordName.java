package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Identifiers;
import java.util.List;
import java.util.Set;

/** Warns of names that need quotes in every query, because SQL uses the word itself. */
final class ReservedWordName implements Rule {
  private static final Set<NamePattern.Kind> QUERIED =
      Set.of(NamePattern.Kind.TABLE, NamePattern.Kind.VIEW, NamePattern.Kind.COLUMN);

  @Override
  public String summary() {
    return "a table or column named with a reserved word, which needs quotes in every query";
  }

  @Override
  public Severity severity() {
    return Severity.OFF;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return NewName.in(subject).stream()
        .filter(name -> QUERIED.contains(name.kind()) && Identifiers.isReserved(name.name()))
        .map(ReservedWordName::finding)
        .toList();
  }

  private static Finding finding(NewName name) {
    String instead =
        name.kind() == NamePattern.Kind.COLUMN
            ? name.table() + "_" + name.name()
            : "app_" + name.name();
    return Finding.at(
        Part.UP,
        name.change().statement(),
        "`%s` is a reserved word: without quotes, a query that names the %s fails or means something else"
            .formatted(name.name(), name.kind().words()),
        "another name, such as `" + instead + "`");
  }
}
