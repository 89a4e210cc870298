package dev.ngdi.migration.authoring;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.ngdi.migration.DataMigration;
import dev.ngdi.migration.SchemaMigration;
import dev.ngdi.migration.SeedMigration;
import dev.ngdi.migration.settings.GoalException;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.lang.model.element.Modifier;

/**
 * The source of a new migration, to be filled in. On purpose it does not compile before: without
 * Javadoc and SQL the rules refuse it, each with what to write.
 *
 * @param migration the migration to make
 */
public record Skeleton(NewMigration migration) {
  private static final String TEXT_BLOCK = "\"\"\"\n-- %s\n\"\"\"";

  /** The source. */
  public String text() {
    TypeSpec type =
        TypeSpec.classBuilder(migration.id())
            .addModifiers(Modifier.FINAL)
            .addAnnotation(
                AnnotationSpec.builder(annotation())
                    .addMember("up", "$L", TEXT_BLOCK.formatted("makes the change"))
                    .addMember("down", "$L", TEXT_BLOCK.formatted("takes it back"))
                    .build())
            .build();
    return JavaFile.builder(migration.packageName(), type).indent("  ").build().toString();
  }

  /**
   * Writes the source file; never over another one.
   *
   * @param sources the directory of the module's sources
   * @return the file
   * @throws GoalException if it cannot be written, or is there already
   */
  public Path writeTo(Path sources) throws GoalException {
    Path file =
        sources
            .resolve(migration.packageName().replace('.', '/'))
            .resolve(migration.id() + ".java");
    try {
      Files.createDirectories(file.resolveSibling("."));
      return Files.writeString(file, text(), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new GoalException("`%s` is there already, and stays as it is".formatted(file), e);
    } catch (IOException e) {
      throw new GoalException("`%s` cannot be written: %s".formatted(file, e.getMessage()), e);
    }
  }

  private Class<? extends Annotation> annotation() {
    return switch (migration.type()) {
      case SCHEMA -> SchemaMigration.class;
      case DATA -> DataMigration.class;
      case SEED -> SeedMigration.class;
    };
  }
}
