package dev.ngdi.migration.processor;

import com.google.auto.service.AutoService;
import dev.ngdi.migration.MigrationPolicy;
import dev.ngdi.migration.rules.Judgement;
import dev.ngdi.migration.rules.Rules;
import dev.ngdi.migration.rules.Subject;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Checks migrations while they are compiled, and writes the manifest. */
@AutoService(Processor.class)
public final class MigrationProcessor extends AbstractProcessor {
  private final Function<Subject, List<Judgement>> rules;
  private boolean done;

  /** Makes the processor; javac does that. */
  public MigrationProcessor() {
    this(Rules::judge);
  }

  MigrationProcessor(Function<Subject, List<Judgement>> rules) {
    this.rules = rules;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(Annotations.PACKAGE + ".*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  // Claiming hides annotations from other processors, hence the check; nobody else reads these,
  // and unclaimed they are a warning of -Xlint:processing.
  @SuppressWarnings("DoNotClaimAnnotations")
  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Diagnostics diagnostics = new Diagnostics(processingEnv.getMessager());
    diagnostics.guard(() -> process(round, diagnostics));
    return true;
  }

  private void process(RoundEnvironment round, Diagnostics diagnostics) {
    List<TypeElement> migrations = annotated(round, Annotations.TYPES.keySet());
    ClassShape shape = new ClassShape(diagnostics);
    for (TypeElement type : annotated(round, Annotations.COMPANIONS)) {
      if (Annotations.migrationsOn(type).isEmpty()) {
        shape.refuseLoneCompanion(type);
      }
    }
    if (done) {
      migrations.forEach(shape::refuseGenerated);
    } else if (!round.processingOver()) {
      done = true;
      new ModuleCompilation(processingEnv, diagnostics, rules)
          .compile(migrations.stream().filter(shape::accepts).toList(), policies(round));
    }
  }

  private List<TypeElement> annotated(RoundEnvironment round, Collection<String> annotations) {
    Set<Element> found = new LinkedHashSet<>();
    for (String name : annotations) {
      TypeElement annotation = processingEnv.getElementUtils().getTypeElement(name);
      if (annotation != null) {
        found.addAll(round.getElementsAnnotatedWith(annotation));
      }
    }
    return ElementFilter.typesIn(found).stream()
        .sorted(Comparator.comparing(type -> type.getQualifiedName().toString()))
        .toList();
  }

  private List<PackageElement> policies(RoundEnvironment round) {
    TypeElement policy =
        processingEnv.getElementUtils().getTypeElement(MigrationPolicy.class.getCanonicalName());
    return policy == null
        ? List.of()
        : List.copyOf(ElementFilter.packagesIn(round.getElementsAnnotatedWith(policy)));
  }
}
