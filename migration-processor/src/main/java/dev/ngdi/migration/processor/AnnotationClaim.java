package dev.ngdi.migration.processor;

import com.google.auto.service.AutoService;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Claims our annotations, which {@link MigrationProcessor} cannot: it asks for every annotation, so
 * it would claim every one. Unclaimed, they are a warning of {@code -Xlint:processing}.
 */
@AutoService(Processor.class)
public final class AnnotationClaim extends AbstractProcessor {
  /** Makes the processor; the compiler does that. */
  public AnnotationClaim() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("dev.ngdi.migration.*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  // Claiming hides annotations from other processors, hence the check; nobody else reads these.
  @SuppressWarnings("DoNotClaimAnnotations")
  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return true;
  }
}
