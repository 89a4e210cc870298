package dev.ngdi.migration.processor;

import dev.ngdi.migration.processor.Declaration.Text;
import dev.ngdi.migration.sql.Script;
import java.util.Optional;
import java.util.function.Function;

/** A declaration's scripts, parsed. */
record Scripts(Optional<Script> up, Optional<Script> down, Optional<Script> verify) {

  static Scripts of(Declaration declaration) {
    return of(declaration, Script::parse);
  }

  /** Of a declaration whose scripts were parsed by an earlier compilation. */
  static Scripts again(Declaration declaration) {
    return of(declaration, Script::reread);
  }

  private static Scripts of(Declaration declaration, Function<String, Script> read) {
    return new Scripts(
        declaration.up().map(Text::sql).map(read),
        declaration.down().map(Text::sql).map(read),
        declaration.verify().map(Text::sql).map(read));
  }

  /** Whether all of what its up does is readable. */
  boolean upIsSound() {
    return up.filter(script -> !script.problems().isEmpty()).isEmpty();
  }
}
