package dev.ngdi.migration.project;

import dev.ngdi.migration.MigrationCatalogue;
import dev.ngdi.migration.MigrationCode;
import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.DeclaredMigration.Code;
import dev.ngdi.migration.model.Manifest;
import dev.ngdi.migration.settings.GoalException;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The code migrations of one module, in a class loader of their own: two modules of one build never
 * see each other's classes. To be closed after use.
 */
public final class MigrationClasses implements AutoCloseable {
  private final URLClassLoader loader;
  private final Map<String, MigrationCode> loaded = new HashMap<>();

  /**
   * Opens a class path.
   *
   * @throws GoalException if an element of it is no file's name
   */
  public MigrationClasses(List<Path> classPath) throws GoalException {
    URL[] urls = new URL[classPath.size()];
    for (int i = 0; i < urls.length; i++) {
      try {
        urls[i] = classPath.get(i).toUri().toURL();
      } catch (MalformedURLException e) {
        throw new GoalException("`%s` is no class path".formatted(classPath.get(i)), e);
      }
    }
    loader = new URLClassLoader("migrations", urls, new ApiClassLoader());
  }

  /**
   * Makes every code migration, so that a class that cannot be is found out before anything runs.
   *
   * @throws GoalException if one cannot be made, saying why and what to do
   */
  public void loadAll(Manifest manifest) throws GoalException {
    for (DeclaredMigration migration : manifest.migrations()) {
      if (migration.code().isPresent()) {
        code(migration);
      }
    }
  }

  /**
   * Makes a code migration, or gives the one that was made.
   *
   * @throws GoalException if it cannot be made, saying why and what to do
   */
  public MigrationCode code(DeclaredMigration migration) throws GoalException {
    MigrationCode known = loaded.get(migration.id());
    if (known != null) {
      return known;
    }
    Code code =
        migration
            .code()
            .orElseThrow(() -> new GoalException("`" + migration.id() + "` has no Java code"));
    MigrationCode made = make(migration.id(), code.catalogue());
    loaded.put(migration.id(), made);
    return made;
  }

  /** The loader, for threads that run the code. */
  public ClassLoader loader() {
    return loader;
  }

  private MigrationCode make(String id, String catalogue) throws GoalException {
    try {
      Constructor<?> constructor = loader.loadClass(catalogue).getDeclaredConstructor();
      constructor.setAccessible(true);
      return ((MigrationCatalogue) constructor.newInstance()).code(id);
    } catch (InvocationTargetException e) {
      throw failure(id, Optional.ofNullable(e.getCause()).orElse(e));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      throw failure(id, e);
    }
  }

  private static GoalException failure(String id, Throwable cause) {
    return new GoalException(
        "the class of `%s` cannot be used: %s".formatted(id, ClassProblem.describe(cause)), cause);
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
