package dev.ngdi.migration.project;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what stands in the way of a class, and what to do. */
final class ClassProblem {
  private static final Pattern VERSION = Pattern.compile("class file version (\\d+)");

  /** Java 1.0 wrote class files of version 44. */
  private static final int FIRST_VERSION = 44;

  private ClassProblem() {}

  static String describe(Throwable cause) {
    if (cause instanceof UnsupportedClassVersionError) {
      return """
      it was compiled for Java %s, and Maven runs on Java %d
      run Maven on that Java, or set `maven.compiler.release`"""
          .formatted(release(cause), Runtime.version().feature());
    }
    if (cause instanceof ExceptionInInitializerError) {
      return "a static initialiser failed with "
          + said(Optional.ofNullable(cause.getCause()).orElse(cause));
    }
    if (cause instanceof ClassNotFoundException || cause instanceof NoClassDefFoundError) {
      return """
      `%s` is not on the run-time class path
      run `mvn clean compile`, and see that the dependency's scope is `compile` or `runtime`"""
          .formatted(Optional.ofNullable(cause.getMessage()).orElse("a class").replace('/', '.'));
    }
    return "it failed with " + said(cause);
  }

  private static String release(Throwable cause) {
    Matcher version = VERSION.matcher(Optional.ofNullable(cause.getMessage()).orElse(""));
    return version.find()
        ? String.valueOf(Integer.parseInt(version.group(1)) - FIRST_VERSION)
        : "a newer release";
  }

  private static String said(Throwable cause) {
    return "`%s`".formatted(cause.toString().strip());
  }
}
