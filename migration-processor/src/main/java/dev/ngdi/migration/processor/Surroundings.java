package dev.ngdi.migration.processor;

import dev.ngdi.migration.MigrationIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/** The migrations that exist beside those being compiled: of the same module and of others. */
final class Surroundings {
  private final Elements elements;
  private final CompilerFiles files;

  Surroundings(ProcessingEnvironment environment) {
    this.elements = environment.getElementUtils();
    this.files = new CompilerFiles(environment.getFiler());
  }

  /**
   * The migration classes that an earlier compilation of this module left in its output, where the
   * compiler was given some of the module's sources only.
   *
   * @param packages where to look
   * @param compiling the binary names of the classes being compiled now
   */
  List<TypeElement> compiledBefore(Collection<String> packages, Set<String> compiling) {
    List<TypeElement> found = new ArrayList<>();
    for (String name : packages) {
      PackageElement element = elements.getPackageElement(name);
      if (element == null) {
        continue;
      }
      List<TypeElement> candidates =
          ElementFilter.typesIn(element.getEnclosedElements()).stream()
              .filter(type -> !compiling.contains(type.getQualifiedName().toString()))
              .filter(type -> Annotations.migrationsOn(type).size() == 1)
              .filter(type -> hasClassFile(name, type))
              .toList();
      found.addAll(withSource(name, candidates));
    }
    return found;
  }

  private boolean hasClassFile(String packageName, TypeElement type) {
    return files.exist(StandardLocation.CLASS_OUTPUT, packageName, type.getSimpleName() + ".class");
  }

  private boolean hasSource(String packageName, TypeElement type) {
    return files.exist(StandardLocation.SOURCE_PATH, packageName, type.getSimpleName() + ".java");
  }

  /**
   * Leaves out classes that were deleted, of which only the class file is left over. That shows
   * where the compiler knows the sources of some of the package's classes and not of these.
   */
  private List<TypeElement> withSource(String packageName, List<TypeElement> candidates) {
    boolean knowsSources =
        ElementFilter.typesIn(elements.getPackageElement(packageName).getEnclosedElements())
            .stream()
            .anyMatch(type -> hasSource(packageName, type));
    return knowsSources
        ? candidates.stream().filter(type -> hasSource(packageName, type)).toList()
        : candidates;
  }

  /**
   * The binary names of the migrations in other modules on the class path.
   *
   * @param own the packages of this module's migrations
   */
  Set<String> inOtherModules(Collection<String> own) {
    Set<String> names = new TreeSet<>();
    PackageElement index = elements.getPackageElement(GeneratedCode.INDEX_PACKAGE);
    if (index == null) {
      return names;
    }
    for (TypeElement type : ElementFilter.typesIn(index.getEnclosedElements())) {
      for (String name : listed(type)) {
        if (!own.contains(packageOf(name)) && elements.getTypeElement(name) != null) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /** Whether an earlier compilation left an index of a package that lists these, in this order. */
  boolean isIndexed(String packageName, List<String> classNames) {
    String index = GeneratedCode.indexOf(packageName);
    TypeElement type = elements.getTypeElement(GeneratedCode.INDEX_PACKAGE + "." + index);
    return type != null
        && hasClassFile(GeneratedCode.INDEX_PACKAGE, type)
        && listed(type).equals(classNames);
  }

  private static List<String> listed(TypeElement index) {
    return Mirrors.find(index, MigrationIndex.class.getCanonicalName()).stream()
        .flatMap(mirror -> Mirrors.array(mirror, "value").stream())
        .map(Mirrors::string)
        .toList();
  }

  static String packageOf(String className) {
    return className.substring(0, Math.max(0, className.lastIndexOf('.')));
  }
}
