package dev.ngdi.migration.processor;

import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.DeclaredMigration.Code;
import dev.ngdi.migration.model.Sql;
import dev.ngdi.migration.model.StatementEffect;
import dev.ngdi.migration.processor.Declaration.Text;
import dev.ngdi.migration.processor.Diagnostics.Place;
import dev.ngdi.migration.rules.Change;
import dev.ngdi.migration.rules.Subject.TransactionMode;
import dev.ngdi.migration.rules.Timeline;
import dev.ngdi.migration.sql.Script;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/** Makes of a declaration what goes into the manifest. */
final class Assembler {
  private final SourceDigest digests;
  private final Diagnostics diagnostics;

  Assembler(ProcessingEnvironment environment, Diagnostics diagnostics) {
    this.digests = new SourceDigest(environment.getElementUtils(), environment.getFiler());
    this.diagnostics = diagnostics;
  }

  DeclaredMigration assemble(Entry entry, Scripts scripts, Timeline timeline) {
    Declaration declaration = entry.declaration().orElseThrow();
    return new DeclaredMigration(
        declaration.id(),
        declaration.className(),
        declaration.type(),
        entry.documentation(),
        sql(scripts.up(), declaration.up(), declaration.transaction(), timeline.up()),
        sql(scripts.down(), declaration.down(), declaration.transaction(), timeline.down()),
        declaration.verify().map(Text::sql),
        entry
            .known()
            .flatMap(DeclaredMigration::code)
            .or(() -> declaration.code() ? Optional.of(code(declaration)) : Optional.empty()),
        declaration.irreversible(),
        declaration.accepted(),
        declaration.environments(),
        WayBackClass.of(declaration, timeline));
  }

  private static Optional<Sql> sql(
      Optional<Script> script, Optional<Text> text, TransactionMode mode, List<Change> changes) {
    List<StatementEffect> effects = changes.stream().map(Effects::of).toList();
    return script.map(s -> Sql.of(s, text.flatMap(Text::file), transactional(s, mode), effects));
  }

  private static boolean transactional(Script script, TransactionMode mode) {
    return switch (mode) {
      case AUTO -> script.runsInTransaction();
      case REQUIRED -> true;
      case NONE -> false;
    };
  }

  private Code code(Declaration declaration) {
    Optional<String> sha256 = digests.of(declaration.element());
    if (sha256.isEmpty()) {
      diagnostics.misuse(
          Place.of(declaration.element()),
          "source-not-found",
          "the source of `%s` cannot be read, so nobody could tell a later edit of it"
              .formatted(declaration.id()),
          "the compiler option -sourcepath, as Maven gives it");
    }
    return new Code(
        sha256.orElse(""),
        GeneratedCode.catalogueIn(Surroundings.packageOf(declaration.className())),
        declaration.codeDown());
  }
}
