package dev.ngdi.migration.processor;

import com.google.auto.service.AutoService;
import dev.ngdi.migration.rules.Rules;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Takes deleted migrations out of the manifest where a compilation has none, so that {@link
 * MigrationProcessor} is not asked: it runs whatever annotations there are, and claims none.
 */
@AutoService(Processor.class)
public final class DeletionProcessor extends AbstractProcessor {
  private boolean done;

  /** Makes the processor; the compiler does that. */
  public DeletionProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    boolean none =
        annotations.stream().noneMatch(a -> Annotations.isOurs(a.getQualifiedName().toString()));
    if (!done && none && !round.processingOver()) {
      Diagnostics diagnostics = new Diagnostics(processingEnv.getMessager());
      diagnostics.guard(
          () ->
              new ModuleCompilation(processingEnv, diagnostics, Rules::judge)
                  .compile(List.of(), List.of()));
    }
    done = true;
    return false;
  }
}
