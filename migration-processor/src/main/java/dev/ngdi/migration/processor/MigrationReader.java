package dev.ngdi.migration.processor;

import dev.ngdi.migration.MigrationCode;
import dev.ngdi.migration.model.Acceptance;
import dev.ngdi.migration.processor.Declaration.Text;
import dev.ngdi.migration.processor.Diagnostics.Place;
import dev.ngdi.migration.rules.Subject.TransactionMode;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Makes a {@link Declaration} of an annotated class. */
final class MigrationReader {
  private final Elements elements;
  private final Types types;
  private final SqlFiles files;
  private final Diagnostics diagnostics;

  MigrationReader(ProcessingEnvironment environment, Diagnostics diagnostics) {
    this.elements = environment.getElementUtils();
    this.types = environment.getTypeUtils();
    this.files = new SqlFiles(environment.getFiler());
    this.diagnostics = diagnostics;
  }

  /**
   * Reads a class that bears one migration annotation.
   *
   * @return nothing if a script of it cannot be had; that is reported then
   */
  Optional<Declaration> read(TypeElement element, AnnotationMirror mirror) {
    Script up = script(element, mirror, "up");
    Script down = script(element, mirror, "down");
    if (up.failed() || down.failed()) {
      return Optional.empty();
    }
    boolean code = isCode(element);
    return Optional.of(
        new Declaration(
            element,
            mirror,
            element.getSimpleName().toString(),
            elements.getBinaryName(element).toString(),
            Annotations.typeOf(mirror),
            Javadoc.text(Optional.ofNullable(elements.getDocComment(element))),
            up.text(),
            down.text(),
            Mirrors.string(mirror, "verify").map(sql -> new Text(sql, "verify", Optional.empty())),
            Mirrors.enumConstant(mirror, "transaction")
                .map(TransactionMode::valueOf)
                .orElse(TransactionMode.AUTO),
            code,
            code && overridesDown(element),
            Mirrors.find(element, Annotations.IRREVERSIBLE)
                .map(m -> Mirrors.string(m, "because").orElse("")),
            Annotations.allowsOn(element).stream().map(MigrationReader::acceptance).toList(),
            Mirrors.array(mirror, "environments").stream().map(Mirrors::string).toList()));
  }

  private record Script(Optional<Text> text, boolean failed) {}

  private Script script(TypeElement element, AnnotationMirror mirror, String attribute) {
    String fileAttribute = attribute + "File";
    Optional<String> sql = Mirrors.string(mirror, attribute);
    Optional<String> file = Mirrors.string(mirror, fileAttribute);
    if (file.isEmpty()) {
      return new Script(sql.map(s -> new Text(s, attribute, Optional.empty())), false);
    }
    Place place = Place.of(element, mirror, Mirrors.value(mirror, fileAttribute));
    if (sql.isPresent()) {
      diagnostics.misuse(
          place,
          "file-and-sql",
          "both `%s` and `%s` are given".formatted(attribute, fileAttribute),
          "one of the two");
      return new Script(Optional.empty(), true);
    }
    String name = file.get();
    SqlFiles.Found found =
        files.read(name, elements.getPackageOf(element).getQualifiedName().toString());
    if (found.text().isEmpty()) {
      diagnostics.misuse(
          place,
          "file-not-found",
          found.problem(),
          "the name of a UTF-8 file under src/main/resources, from the package of the class or,"
              + " with a leading slash, from the root");
      return new Script(Optional.empty(), true);
    }
    return new Script(
        Optional.of(new Text(found.text().get(), fileAttribute, Optional.of(name))), false);
  }

  private boolean isCode(TypeElement element) {
    return codeInterface()
        .filter(code -> types.isAssignable(element.asType(), code.asType()))
        .isPresent();
  }

  private Optional<TypeElement> codeInterface() {
    return Optional.ofNullable(elements.getTypeElement(MigrationCode.class.getCanonicalName()));
  }

  private boolean overridesDown(TypeElement element) {
    return ElementFilter.methodsIn(elements.getAllMembers(element)).stream()
        .filter(method -> method.getSimpleName().contentEquals("down"))
        .filter(method -> method.getParameters().size() == 1)
        .map(method -> Optional.ofNullable(method.getEnclosingElement()))
        .anyMatch(owner -> !owner.equals(codeInterface().map(code -> (Element) code)));
  }

  private static Acceptance acceptance(AnnotationMirror allow) {
    return new Acceptance(
        Mirrors.string(allow, "rule").orElse(""), Mirrors.string(allow, "because").orElse(""));
  }
}
