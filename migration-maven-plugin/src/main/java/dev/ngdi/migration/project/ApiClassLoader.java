package dev.ngdi.migration.project;

import dev.ngdi.migration.MigrationCode;

/**
 * What a project's migrations share with the plugin: the Java platform and the types of {@code
 * migration-annotations}. Everything else they find on their own class path, in their own versions.
 */
final class ApiClassLoader extends ClassLoader {
  private static final String PACKAGE = MigrationCode.class.getPackageName();

  ApiClassLoader() {
    super("migration-api", ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    int end = name.lastIndexOf('.');
    if (end >= 0 && name.substring(0, end).equals(PACKAGE)) {
      return Class.forName(name, false, MigrationCode.class.getClassLoader());
    }
    throw new ClassNotFoundException(name);
  }
}
