package dev.ngdi.migration.processor;

import dev.ngdi.migration.MigrationCode;
import dev.ngdi.migration.processor.Diagnostics.Place;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Misuse of the annotations that shows before anything is read: what may be a migration at all. */
final class ClassShape {
  private final Diagnostics diagnostics;

  ClassShape(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Whether the class can be read as a migration; reports what forbids it. */
  boolean accepts(TypeElement element) {
    List<AnnotationMirror> migrations = Annotations.migrationsOn(element);
    if (migrations.size() > 1) {
      diagnostics.misuse(
          Place.of(element, migrations.get(1)),
          "annotation-conflict",
          "`%s` is %s at once: which one runs first would be nobody's decision"
              .formatted(
                  element.getSimpleName(),
                  migrations.stream()
                      .map(m -> "`@" + m.getAnnotationType().asElement().getSimpleName() + "`")
                      .collect(Collectors.joining(" and "))),
          "one class for each");
      return false;
    }
    if (element.getNestingKind() != NestingKind.TOP_LEVEL) {
      return refuse(
          element,
          "`%s` is a member of another class, where it has no file of its own to review",
          "a class at the top level of its file");
    }
    if (element.getKind() != ElementKind.CLASS) {
      return refuse(element, "`%s` is not a class", "final class %s {}");
    }
    if (element.getModifiers().contains(Modifier.ABSTRACT)) {
      return refuse(
          element,
          "`%s` is abstract, and a migration is one particular change",
          "final class %s {}");
    }
    if (!element.getTypeParameters().isEmpty()) {
      return refuse(
          element,
          "`%s` is generic, and a migration is one particular change",
          "final class %s {}");
    }
    if (isCode(element.getInterfaces()) && !hasUsableConstructor(element)) {
      return refuse(
          element,
          "`%s` has no constructor without parameters that its package may call, so nothing can"
              + " run it",
          "%s() {}");
    }
    return true;
  }

  /** Reports an annotation that only means something on a migration. */
  void refuseLoneCompanion(TypeElement element) {
    for (AnnotationMirror companion : element.getAnnotationMirrors()) {
      if (Annotations.COMPANIONS.contains(Mirrors.nameOf(companion))) {
        diagnostics.misuse(
            Place.of(element, companion),
            "annotation-conflict",
            "`@Allow` and `@Irreversible` speak of a migration, and `%s` is none"
                .formatted(element.getSimpleName()),
            "@SchemaMigration, @DataMigration or @SeedMigration beside it");
      }
    }
  }

  /** Reports a migration that another annotation processor wrote. */
  void refuseGenerated(TypeElement element) {
    refuse(
        element,
        "`%s` is generated during the compilation, and what is applied once must never be written"
            + " anew",
        "a source file of its own, under version control");
  }

  private boolean refuse(TypeElement element, String problem, String instead) {
    diagnostics.misuse(
        Place.of(element),
        "class-shape",
        problem.formatted(element.getSimpleName()),
        instead.formatted(element.getSimpleName()));
    return false;
  }

  private static boolean isCode(List<? extends TypeMirror> interfaces) {
    return interfaces.stream()
        .anyMatch(i -> i.toString().equals(MigrationCode.class.getCanonicalName()));
  }

  private static boolean hasUsableConstructor(TypeElement element) {
    for (ExecutableElement constructor :
        ElementFilter.constructorsIn(element.getEnclosedElements())) {
      if (constructor.getParameters().isEmpty()
          && !constructor.getModifiers().contains(Modifier.PRIVATE)) {
        return true;
      }
    }
    return false;
  }
}
