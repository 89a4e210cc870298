package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import java.util.List;

/** Asks that a new table says what it is for, where everybody who sees the database reads it. */
final class MissingComment implements Rule {
  @Override
  public String summary() {
    return "a new table without a `COMMENT` that says what it holds";
  }

  @Override
  public Severity severity() {
    return Severity.OFF;
  }

  @Override
  public List<Finding> check(Subject subject) {
    Schema end = subject.timeline().end();
    return NewName.in(subject).stream()
        .filter(name -> name.kind() == NamePattern.Kind.TABLE)
        .filter(name -> name.change().before().get(name.object().oid()).isEmpty())
        .filter(name -> end.get(name.object().oid(), Table.class).isPresent())
        .filter(name -> !(name.object() instanceof Table table && table.isPartition()))
        .filter(name -> end.comment(Ref.to(name.object().oid())).isEmpty())
        .map(name -> finding(end, name))
        .toList();
  }

  private static Finding finding(Schema end, NewName name) {
    return Finding.at(
        Part.UP,
        name.change().statement(),
        "nothing in the database says what the table `%s` holds".formatted(name.name()),
        "COMMENT ON TABLE %s IS '…';".formatted(Rendering.name(end, name.object().oid())));
  }
}
