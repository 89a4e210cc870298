package dev.ngdi.migration.processor;

import dev.ngdi.migration.processor.Declaration.Text;
import dev.ngdi.migration.sql.Script;
import java.util.Optional;

/** A declaration's scripts, parsed. */
record Scripts(Optional<Script> up, Optional<Script> down, Optional<Script> verify) {

  static Scripts of(Declaration declaration) {
    return new Scripts(
        declaration.up().map(Text::sql).map(Script::parse),
        declaration.down().map(Text::sql).map(Script::parse),
        declaration.verify().map(Text::sql).map(Script::parse));
  }

  /** Whether all of what its up does is readable. */
  boolean upIsSound() {
    return up.filter(script -> !script.problems().isEmpty()).isEmpty();
  }
}
