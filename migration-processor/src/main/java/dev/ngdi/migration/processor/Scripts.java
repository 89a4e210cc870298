package dev.ngdi.migration.processor;

import dev.ngdi.migration.processor.Declaration.Text;
import dev.ngdi.migration.sql.Script;
import java.util.Optional;

/** A declaration's scripts, parsed. */
record Scripts(Optional<Script> up, Optional<Script> down, Optional<Script> verify) {

  static Scripts of(Declaration declaration) {
    return new Scripts(
        parse(declaration.up()), parse(declaration.down()), parse(declaration.verify()));
  }

  private static Optional<Script> parse(Optional<Text> text) {
    return text.map(Text::sql).map(Script::parse);
  }
}
