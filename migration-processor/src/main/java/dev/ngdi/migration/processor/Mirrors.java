package dev.ngdi.migration.processor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Reads annotations as the compiler sees them, so that nothing of the user's code is loaded.
 *
 * <p>javac presents a constant that does not resolve as the string {@code <error>}; it reports that
 * itself.
 */
final class Mirrors {
  private static final String UNRESOLVED = "<error>";

  private Mirrors() {}

  static Optional<AnnotationMirror> find(Element element, String annotation) {
    return element.getAnnotationMirrors().stream()
        .filter(m -> nameOf(m).equals(annotation))
        .map(m -> (AnnotationMirror) m)
        .findFirst();
  }

  static String nameOf(AnnotationMirror mirror) {
    return ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName().toString();
  }

  /** The value as written; empty where the annotation leaves the default. */
  static Optional<AnnotationValue> value(AnnotationMirror mirror, String attribute) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(attribute)) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }

  static Optional<String> string(AnnotationMirror mirror, String attribute) {
    return value(mirror, attribute).map(Mirrors::string);
  }

  static String string(AnnotationValue value) {
    return value.getValue().toString();
  }

  static Optional<String> enumConstant(AnnotationMirror mirror, String attribute) {
    return value(mirror, attribute)
        .map(AnnotationValue::getValue)
        .filter(VariableElement.class::isInstance)
        .map(constant -> ((VariableElement) constant).getSimpleName().toString());
  }

  static List<AnnotationValue> array(AnnotationMirror mirror, String attribute) {
    return value(mirror, attribute).map(Mirrors::elements).orElse(List.of());
  }

  static List<AnnotationMirror> annotations(AnnotationMirror mirror, String attribute) {
    return array(mirror, attribute).stream()
        .map(AnnotationValue::getValue)
        .filter(AnnotationMirror.class::isInstance)
        .map(AnnotationMirror.class::cast)
        .toList();
  }

  static boolean resolves(AnnotationMirror mirror) {
    return mirror.getElementValues().values().stream().allMatch(Mirrors::resolves);
  }

  private static boolean resolves(AnnotationValue value) {
    if (value.getValue() instanceof AnnotationMirror nested) {
      return resolves(nested);
    }
    return value.getValue() instanceof List
        ? elements(value).stream().allMatch(Mirrors::resolves)
        : !UNRESOLVED.equals(value.getValue().toString());
  }

  private static List<AnnotationValue> elements(AnnotationValue value) {
    return value.getValue() instanceof List<?> list
        ? list.stream().map(AnnotationValue.class::cast).toList()
        : List.of();
  }
}
