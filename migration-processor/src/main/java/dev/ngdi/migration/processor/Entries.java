package dev.ngdi.migration.processor;

import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.processor.Diagnostics.Place;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Reads migrations from what is compiled, and from what an earlier compilation left. */
final class Entries {
  private final MigrationReader reader;
  private final EarlierManifest earlier;
  private final Diagnostics diagnostics;

  Entries(MigrationReader reader, EarlierManifest earlier, Diagnostics diagnostics) {
    this.reader = reader;
    this.earlier = earlier;
    this.diagnostics = diagnostics;
  }

  /** A class of this compilation. */
  Entry compiled(TypeElement type) {
    try {
      var mirror = Annotations.migrationsOn(type).get(0);
      Optional<Declaration> read =
          Mirrors.resolves(mirror) ? reader.read(type, mirror) : Optional.empty();
      boolean asBefore = read.filter(now -> known(now).isPresent()).isPresent();
      return new Entry(
          type,
          read,
          true,
          asBefore,
          Optional.empty(),
          read.map(Declaration::documentation).orElse(""));
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      diagnostics.internal(Place.of(type), "`" + type.getSimpleName() + "`", e);
      return new Entry(type, Optional.empty(), true, false, Optional.empty(), "");
    }
  }

  /** A class that an earlier compilation checked. */
  Entry unchanged(TypeElement type) {
    var mirror = Annotations.migrationsOn(type).get(0);
    Optional<Declaration> read = reader.read(type, mirror);
    if (read.isEmpty()) {
      return new Entry(type, read, false, false, Optional.empty(), "");
    }
    Declaration declaration = read.get();
    String documentation =
        declaration.documentation().isEmpty()
            ? earlier.find(declaration.className()).map(DeclaredMigration::documentation).orElse("")
            : declaration.documentation();
    if (documentation.isEmpty()) {
      diagnostics.general(
          ("[manifest-missing] `%s` was compiled earlier, and the manifest of that compilation is"
                  + " gone: compile the whole module, with `mvn clean compile` or the IDE's Rebuild")
              .formatted(declaration.id()));
      return new Entry(type, Optional.empty(), false, false, Optional.empty(), "");
    }
    Optional<DeclaredMigration> known = known(declaration);
    return new Entry(type, read, false, known.isPresent(), known, documentation);
  }

  /** What the earlier compilation wrote of it, if that declared the same. */
  private Optional<DeclaredMigration> known(Declaration declaration) {
    return earlier.find(declaration.className()).filter(known -> isStill(known, declaration));
  }

  private static boolean isStill(DeclaredMigration known, Declaration declaration) {
    return known.up().map(s -> s.text()).equals(declaration.up().map(Declaration.Text::sql))
        && known.down().map(s -> s.text()).equals(declaration.down().map(Declaration.Text::sql))
        && known.verify().equals(declaration.verify().map(Declaration.Text::sql))
        && known.code().isPresent() == declaration.code()
        && known.accepted().equals(declaration.accepted())
        && known.irreversible().equals(declaration.irreversible())
        && known.environments().equals(declaration.environments());
  }
}
