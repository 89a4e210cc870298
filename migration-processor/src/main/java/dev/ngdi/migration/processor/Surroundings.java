package dev.ngdi.migration.processor;

import dev.ngdi.migration.MigrationIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** The migrations that exist beside those being compiled: of the same module and of others. */
final class Surroundings {
  private final Elements elements;
  private final Filer filer;

  Surroundings(ProcessingEnvironment environment) {
    this.elements = environment.getElementUtils();
    this.filer = environment.getFiler();
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
      for (TypeElement type : ElementFilter.typesIn(element.getEnclosedElements())) {
        if (!compiling.contains(type.getQualifiedName().toString())
            && Annotations.migrationsOn(type).size() == 1
            && isInOutput(name, type)) {
          found.add(type);
        }
      }
    }
    return found;
  }

  private boolean isInOutput(String packageName, TypeElement type) {
    return exists(StandardLocation.CLASS_OUTPUT, packageName, type.getSimpleName() + ".class")
        && !sourceIsGone(packageName, type);
  }

  /**
   * Whether the compiler knows where sources are and the class has none: then it was deleted, and
   * only its class file is left over.
   */
  private boolean sourceIsGone(String packageName, TypeElement type) {
    return knowsSources(packageName)
        && !exists(StandardLocation.SOURCE_PATH, packageName, type.getSimpleName() + ".java");
  }

  private boolean knowsSources(String packageName) {
    for (Element element : elements.getPackageElement(packageName).getEnclosedElements()) {
      if (exists(StandardLocation.SOURCE_PATH, packageName, element.getSimpleName() + ".java")) {
        return true;
      }
    }
    return false;
  }

  private boolean exists(StandardLocation location, String packageName, String name) {
    try {
      FileObject file = filer.getResource(location, packageName, name);
      file.openInputStream().close();
      return true;
    } catch (IOException | RuntimeException e) {
      return false;
    }
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
      Mirrors.find(type, MigrationIndex.class.getCanonicalName()).stream()
          .flatMap(mirror -> Mirrors.array(mirror, "value").stream())
          .map(AnnotationValue::getValue)
          .map(Object::toString)
          .filter(name -> !own.contains(packageOf(name)) && elements.getTypeElement(name) != null)
          .forEach(names::add);
    }
    return names;
  }

  static String packageOf(String className) {
    return className.substring(0, Math.max(0, className.lastIndexOf('.')));
  }
}
