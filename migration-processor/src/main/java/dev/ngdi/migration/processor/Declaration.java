package dev.ngdi.migration.processor;

import dev.ngdi.migration.model.Acceptance;
import dev.ngdi.migration.model.MigrationType;
import dev.ngdi.migration.processor.Diagnostics.Place;
import dev.ngdi.migration.rules.Part;
import dev.ngdi.migration.rules.Subject.TransactionMode;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/**
 * A migration class as the compiler shows it, read but not judged.
 *
 * @param element the class
 * @param mirror its migration annotation
 * @param code whether it implements {@code MigrationCode}
 * @param codeDown whether it overrides the way back of that
 */
record Declaration(
    TypeElement element,
    AnnotationMirror mirror,
    String id,
    String className,
    MigrationType type,
    String documentation,
    Optional<Text> up,
    Optional<Text> down,
    Optional<Text> verify,
    TransactionMode transaction,
    boolean code,
    boolean codeDown,
    Optional<String> irreversible,
    List<Acceptance> accepted,
    List<String> environments) {

  /**
   * A script and the attribute it comes from.
   *
   * @param sql what it says
   * @param attribute {@code up} or {@code upFile}
   * @param file the file's name as the attribute gives it
   */
  record Text(String sql, String attribute, Optional<String> file) {}

  Declaration {
    accepted = List.copyOf(accepted);
    environments = List.copyOf(environments);
  }

  /** Where a finding is shown. */
  Place placeOf(Part part, int index) {
    return switch (part) {
      case NAME -> Place.of(element);
      case ANNOTATION -> Place.of(element, mirror);
      case UP -> valueOf(up.map(Text::attribute).orElse("up"));
      case DOWN -> valueOf(down.map(Text::attribute).orElse("down"));
      case VERIFY -> valueOf("verify");
      case TRANSACTION -> valueOf("transaction");
      case ENVIRONMENTS -> valueOf("environments");
      case IRREVERSIBLE ->
          Mirrors.find(element, Annotations.IRREVERSIBLE)
              .map(m -> Place.of(element, m, Mirrors.value(m, "because")))
              .orElse(Place.of(element));
      case ALLOW -> Place.of(element, Annotations.allowsOn(element).get(index));
    };
  }

  private Place valueOf(String attribute) {
    return Place.of(element, mirror, Mirrors.value(mirror, attribute));
  }

  /** What lines of a part's SQL are counted in. */
  String scriptOf(Part part) {
    return switch (part) {
      case UP -> up.flatMap(Text::file).orElse("up");
      case DOWN -> down.flatMap(Text::file).orElse("down");
      case VERIFY -> "verify";
      default -> "";
    };
  }
}
