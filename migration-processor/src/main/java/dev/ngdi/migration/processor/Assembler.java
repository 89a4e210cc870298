package dev.ngdi.migration.processor;

import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.DeclaredMigration.Code;
import dev.ngdi.migration.model.Sql;
import dev.ngdi.migration.processor.Declaration.Text;
import dev.ngdi.migration.processor.Diagnostics.Place;
import dev.ngdi.migration.rules.Subject.TransactionMode;
import dev.ngdi.migration.sql.Script;
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

  DeclaredMigration assemble(Declaration declaration, Scripts scripts, String documentation) {
    return new DeclaredMigration(
        declaration.id(),
        declaration.className(),
        declaration.type(),
        documentation,
        sql(scripts.up(), declaration.up(), declaration.transaction()),
        sql(scripts.down(), declaration.down(), declaration.transaction()),
        declaration.verify().map(Text::sql),
        declaration.code() ? Optional.of(code(declaration)) : Optional.empty(),
        declaration.irreversible(),
        declaration.accepted(),
        declaration.environments());
  }

  private static Optional<Sql> sql(
      Optional<Script> script, Optional<Text> text, TransactionMode mode) {
    return script.map(s -> Sql.of(s, text.flatMap(Text::file), transactional(s, mode)));
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
