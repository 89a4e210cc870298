package dev.ngdi.migration.processor;

import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Manifest;
import dev.ngdi.migration.model.ManifestPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/** Writes everything that a compilation without errors leaves behind. */
final class Output {
  private final Filer filer;
  private final Elements elements;
  private final Surroundings surroundings;
  private final EarlierManifest earlier;
  private final GeneratedCode generated;

  Output(ProcessingEnvironment environment, Surroundings surroundings, EarlierManifest earlier) {
    this.filer = environment.getFiler();
    this.elements = environment.getElementUtils();
    this.surroundings = surroundings;
    this.earlier = earlier;
    this.generated = new GeneratedCode(filer);
  }

  /**
   * Writes the manifest and the generated classes.
   *
   * @param compiled the migrations of this compilation; the others' packages keep what they have
   * @param unchanged the class names of those that are taken over from the earlier manifest
   */
  void write(Manifest manifest, List<TypeElement> compiled, Set<String> unchanged) {
    Element[] origins = compiled.toArray(Element[]::new);
    try {
      resource(Manifest.PATH, earlier.write(manifest, unchanged), origins);
      resource(Manifest.READABLE_PATH, ManifestPage.of(manifest), origins);
      Set<String> packages =
          compiled.stream()
              .map(type -> elements.getPackageOf(type).getQualifiedName().toString())
              .collect(Collectors.toCollection(TreeSet::new));
      for (String name : packages) {
        writeClasses(name, manifest, origins);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the manifest cannot be written: " + e.getMessage(), e);
    }
  }

  private void writeClasses(String packageName, Manifest manifest, Element... origins)
      throws IOException {
    List<DeclaredMigration> members =
        manifest.migrations().stream()
            .filter(m -> Surroundings.packageOf(m.className()).equals(packageName))
            .toList();
    List<String> code =
        members.stream().filter(m -> m.code().isPresent()).map(DeclaredMigration::id).toList();
    if (!code.isEmpty()) {
      generated.writeCatalogue(packageName, code, origins);
    }
    List<String> classNames = members.stream().map(DeclaredMigration::className).toList();
    if (isInUnnamedModule(origins[0]) && !surroundings.isIndexed(packageName, classNames)) {
      generated.writeIndex(packageName, classNames, origins);
    }
  }

  /** Two named modules must not have one package in common, so those have no index. */
  private boolean isInUnnamedModule(Element element) {
    ModuleElement module = elements.getModuleOf(element);
    return module == null || module.isUnnamed();
  }

  private void resource(String path, String text, Element... origins) throws IOException {
    try (Writer writer =
        filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, origins).openWriter()) {
      writer.write(text);
    }
  }
}
