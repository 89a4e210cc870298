package dev.ngdi.migration.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.ngdi.migration.MigrationCatalogue;
import dev.ngdi.migration.MigrationCode;
import dev.ngdi.migration.MigrationIndex;
import java.io.IOException;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;

/** Writes the classes that the processor generates. */
final class GeneratedCode {
  /** The package in which every module lists its migrations. */
  static final String INDEX_PACKAGE = "dev.ngdi.migration.index";

  private static final String CATALOGUE = "GeneratedMigrationCatalogue";

  private final Filer filer;

  GeneratedCode(Filer filer) {
    this.filer = filer;
  }

  /** The binary name of a package's catalogue. */
  static String catalogueIn(String packageName) {
    return packageName.isEmpty() ? CATALOGUE : packageName + "." + CATALOGUE;
  }

  /** The simple name of the class that lists a package's migrations. */
  static String indexOf(String packageName) {
    return "Of_" + packageName.replace('.', '_');
  }

  /** Writes the class that makes a package's code migrations; they may be package-private. */
  void writeCatalogue(String packageName, List<String> ids, Element... origins) throws IOException {
    MethodSpec.Builder code =
        MethodSpec.methodBuilder("code")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(MigrationCode.class)
            .addParameter(String.class, "id")
            .beginControlFlow("switch (id)");
    for (String id : ids) {
      code.addStatement("case $S: return new $T()", id, ClassName.get(packageName, id));
    }
    code.addStatement(
            "default: throw new $T($S + id)",
            IllegalArgumentException.class,
            "no code migration in this package: ")
        .endControlFlow();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(CATALOGUE)
            .addJavadoc("Makes the code migrations of this package; generated.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(MigrationCatalogue.class)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addJavadoc("Makes the catalogue.\n")
                    .addModifiers(Modifier.PUBLIC)
                    .build())
            .addMethod(code.build());
    write(packageName, type, origins);
  }

  /** Writes the class by which other modules see a package's migrations. */
  void writeIndex(String packageName, List<String> classNames, Element... origins)
      throws IOException {
    AnnotationSpec.Builder index = AnnotationSpec.builder(MigrationIndex.class);
    classNames.forEach(name -> index.addMember("value", "$S", name));
    TypeSpec.Builder type =
        TypeSpec.classBuilder(indexOf(packageName))
            .addJavadoc("Lists the migrations of $L; generated.\n", packageName)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addAnnotation(index.build())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    write(INDEX_PACKAGE, type, origins);
  }

  private void write(String packageName, TypeSpec.Builder type, Element... origins)
      throws IOException {
    for (Element origin : origins) {
      type.addOriginatingElement(origin);
    }
    JavaFile.builder(packageName, type.build()).skipJavaLangImports(true).build().writeTo(filer);
  }
}
