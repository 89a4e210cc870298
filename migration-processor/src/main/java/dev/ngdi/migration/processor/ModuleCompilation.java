package dev.ngdi.migration.processor;

import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Manifest;
import dev.ngdi.migration.processor.Diagnostics.Place;
import dev.ngdi.migration.rules.Judgement;
import dev.ngdi.migration.rules.Policy;
import dev.ngdi.migration.rules.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/**
 * One compilation of a module's migrations, whole or in part: read, judge, and if nothing is wrong
 * write.
 */
final class ModuleCompilation {
  private final Diagnostics diagnostics;
  private final Function<Subject, List<Judgement>> rules;
  private final MigrationReader reader;
  private final Surroundings surroundings;
  private final PolicyReader policies;
  private final Output output;
  private final Map<String, DeclaredMigration> earlier;
  private final Assembler assembler;

  ModuleCompilation(
      ProcessingEnvironment environment,
      Diagnostics diagnostics,
      Function<Subject, List<Judgement>> rules) {
    this.diagnostics = diagnostics;
    this.rules = rules;
    this.reader = new MigrationReader(environment, diagnostics);
    this.surroundings = new Surroundings(environment);
    this.policies = new PolicyReader(environment.getElementUtils(), diagnostics);
    this.output = new Output(environment);
    this.earlier = EarlierManifest.read(environment.getFiler());
    this.assembler = new Assembler(environment, diagnostics);
  }

  void compile(List<TypeElement> types, List<PackageElement> annotatedPackages) {
    if (types.isEmpty() && earlier.isEmpty()) {
      return;
    }
    Set<String> packages = packages(types);
    List<TypeElement> before =
        surroundings.compiledBefore(
            packages,
            types.stream().map(t -> t.getQualifiedName().toString()).collect(Collectors.toSet()));
    Policy policy = policies.read(packages, annotatedPackages);
    Map<String, List<String>> classesById = classesById(types, before, packages);
    List<DeclaredMigration> declared = new ArrayList<>();
    boolean complete = true;
    for (TypeElement type : types) {
      Optional<DeclaredMigration> migration = judged(type, classesById, policy);
      migration.ifPresent(declared::add);
      complete &= migration.isPresent();
    }
    for (TypeElement type : before) {
      Optional<DeclaredMigration> migration = unchanged(type);
      migration.ifPresent(declared::add);
      complete &= migration.isPresent();
    }
    if (complete && !diagnostics.failed()) {
      output.write(new Manifest(policy.postgres(), declared), types);
    }
  }

  private Set<String> packages(List<TypeElement> types) {
    Set<String> packages = new TreeSet<>();
    types.forEach(t -> packages.add(Surroundings.packageOf(t.getQualifiedName().toString())));
    earlier.keySet().forEach(name -> packages.add(Surroundings.packageOf(name)));
    return packages;
  }

  private Map<String, List<String>> classesById(
      List<TypeElement> types, List<TypeElement> before, Collection<String> packages) {
    Set<String> names = new TreeSet<>(surroundings.inOtherModules(packages));
    types.forEach(t -> names.add(t.getQualifiedName().toString()));
    before.forEach(t -> names.add(t.getQualifiedName().toString()));
    Map<String, List<String>> classes = new TreeMap<>();
    for (String name : names) {
      String id = name.substring(name.lastIndexOf('.') + 1);
      classes.computeIfAbsent(id, unused -> new ArrayList<>()).add(name);
    }
    classes.replaceAll((id, list) -> List.copyOf(list));
    return Map.copyOf(classes);
  }

  /** Judges a class of this compilation; empty if it has an error. */
  private Optional<DeclaredMigration> judged(
      TypeElement type, Map<String, List<String>> classesById, Policy policy) {
    try {
      var mirror = Annotations.migrationsOn(type).get(0);
      if (!Mirrors.resolves(mirror)) {
        return Optional.empty();
      }
      return reader.read(type, mirror).map(d -> judge(d, classesById, policy));
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      diagnostics.internal(Place.of(type), "`" + type.getSimpleName() + "`", e);
      return Optional.empty();
    }
  }

  private DeclaredMigration judge(
      Declaration declaration, Map<String, List<String>> classesById, Policy policy) {
    Scripts scripts = Scripts.of(declaration);
    for (Judgement judgement : rules.apply(subject(declaration, scripts, classesById, policy))) {
      var finding = judgement.finding();
      diagnostics.report(
          declaration.placeOf(finding.part(), finding.index()),
          judgement.rule(),
          judgement.severity(),
          finding,
          declaration.scriptOf(finding.part()),
          judgement.acceptable());
    }
    return assembler.assemble(declaration, scripts, declaration.documentation());
  }

  private static Subject subject(
      Declaration declaration,
      Scripts scripts,
      Map<String, List<String>> classesById,
      Policy policy) {
    return new Subject(
        declaration.id(),
        declaration.className(),
        declaration.type(),
        declaration.documentation(),
        scripts.up(),
        scripts.down(),
        scripts.verify(),
        declaration.transaction(),
        declaration.code(),
        declaration.codeDown(),
        declaration.irreversible(),
        declaration.accepted(),
        declaration.environments(),
        classesById,
        policy);
  }

  /** Takes over a class that an earlier compilation checked. */
  private Optional<DeclaredMigration> unchanged(TypeElement type) {
    var mirror = Annotations.migrationsOn(type).get(0);
    Optional<Declaration> read = reader.read(type, mirror);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Declaration declaration = read.get();
    Optional<DeclaredMigration> known = Optional.ofNullable(earlier.get(declaration.className()));
    if (known.filter(k -> isStill(k, declaration)).isPresent()) {
      return known;
    }
    String documentation =
        declaration.documentation().isEmpty()
            ? known.map(DeclaredMigration::documentation).orElse("")
            : declaration.documentation();
    if (documentation.isEmpty()) {
      diagnostics.general(
          ("[manifest-missing] `%s` was compiled earlier, and the manifest of that compilation is"
                  + " gone: compile the whole module, with `mvn clean compile` or the IDE's Rebuild")
              .formatted(declaration.id()));
      return Optional.empty();
    }
    return Optional.of(assembler.assemble(declaration, Scripts.of(declaration), documentation));
  }

  private static boolean isStill(DeclaredMigration known, Declaration declaration) {
    return known.up().map(s -> s.text()).equals(declaration.up().map(Declaration.Text::sql))
        && known.down().map(s -> s.text()).equals(declaration.down().map(Declaration.Text::sql))
        && known.verify().equals(declaration.verify().map(Declaration.Text::sql))
        && known.code().isPresent() == declaration.code()
        && known.accepted().equals(declaration.accepted())
        && known.irreversible().equals(declaration.irreversible())
        && known.environments().equals(declaration.environments());
  }
}
