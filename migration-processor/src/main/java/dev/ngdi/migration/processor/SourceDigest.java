package dev.ngdi.migration.processor;

import dev.ngdi.migration.model.Digest;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** The digest of a code migration: of its source file, for that is what a person would edit. */
final class SourceDigest {
  private final Elements elements;
  private final Filer filer;

  SourceDigest(Elements elements, Filer filer) {
    this.elements = elements;
    this.filer = filer;
  }

  /** The SHA-256 of the source, its line ends made line feeds; empty if no source can be had. */
  Optional<String> of(TypeElement element) {
    return fromCompiler(element).or(() -> fromSourcePath(element)).map(Digest::sha256);
  }

  /** {@code Elements.getFileObjectOf} exists from Java 18 on. */
  private Optional<String> fromCompiler(TypeElement element) {
    try {
      Object file =
          Elements.class.getMethod("getFileObjectOf", Element.class).invoke(elements, element);
      return file instanceof JavaFileObject java && java.getKind() == JavaFileObject.Kind.SOURCE
          ? text(java)
          : Optional.empty();
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      return Optional.empty();
    }
  }

  private Optional<String> fromSourcePath(TypeElement element) {
    try {
      return text(
          filer.getResource(
              StandardLocation.SOURCE_PATH,
              elements.getPackageOf(element).getQualifiedName(),
              element.getSimpleName() + ".java"));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(FileObject file) {
    try {
      return Optional.of(file.getCharContent(true).toString().replace("\r\n", "\n"));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
