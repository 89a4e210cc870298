package dev.ngdi.migration.processor;

import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Manifest;
import dev.ngdi.migration.processor.Diagnostics.Place;
import dev.ngdi.migration.rules.Judgement;
import dev.ngdi.migration.rules.Known;
import dev.ngdi.migration.rules.Policy;
import dev.ngdi.migration.rules.Severity;
import dev.ngdi.migration.rules.Subject;
import dev.ngdi.migration.rules.Timeline;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.replay.Course;
import dev.ngdi.migration.sql.Script;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
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
 * One compilation of a module's migrations, whole or in part: read all of them, replay them in
 * order, judge those that can have become wrong, and if nothing is wrong write.
 */
final class ModuleCompilation {
  private final Diagnostics diagnostics;
  private final Function<Subject, List<Judgement>> rules;
  private final Entries entries;
  private final Surroundings surroundings;
  private final PolicyReader policies;
  private final Output output;
  private final EarlierManifest earlier;
  private final Assembler assembler;

  ModuleCompilation(
      ProcessingEnvironment environment,
      Diagnostics diagnostics,
      Function<Subject, List<Judgement>> rules) {
    this.diagnostics = diagnostics;
    this.rules = rules;
    this.surroundings = new Surroundings(environment);
    this.policies =
        new PolicyReader(
            environment.getElementUtils(),
            new Baseline(new SqlFiles(environment.getFiler()), diagnostics),
            diagnostics);
    this.earlier = EarlierManifest.read(environment.getFiler());
    this.output = new Output(environment, surroundings, earlier);
    this.entries = new Entries(new MigrationReader(environment, diagnostics), earlier, diagnostics);
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
    ModuleSettings settings = policies.read(packages, annotatedPackages);
    Known known = known(types, before, packages);
    List<Entry> all = new ArrayList<>();
    types.forEach(type -> all.add(entries.compiled(type)));
    before.forEach(type -> all.add(entries.unchanged(type)));
    all.sort(Comparator.comparing(Entry::id).thenComparing(Entry::className));
    Optional<String> since = annotatedPackages.isEmpty() ? firstDeleted(all) : Optional.of("");
    Set<String> unchanged = new HashSet<>();
    List<DeclaredMigration> declared = replay(all, since, settings, known, unchanged);
    if (declared.size() == all.size() && !diagnostics.failed()) {
      output.write(new Manifest(settings.policy().postgres(), declared), types, unchanged);
    }
  }

  /** The id of the first migration that the earlier manifest has and the module no longer. */
  private Optional<String> firstDeleted(List<Entry> all) {
    Set<String> present = all.stream().map(Entry::className).collect(Collectors.toSet());
    return earlier.migrations().stream()
        .filter(migration -> !present.contains(migration.className()))
        .map(DeclaredMigration::id)
        .min(Comparator.naturalOrder());
  }

  private Set<String> packages(List<TypeElement> types) {
    Set<String> packages = new TreeSet<>();
    types.forEach(t -> packages.add(Surroundings.packageOf(t.getQualifiedName().toString())));
    earlier.classNames().forEach(name -> packages.add(Surroundings.packageOf(name)));
    return packages;
  }

  private Known known(
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
    return Known.of(classes);
  }

  /**
   * All in order; those that cannot be read or have an error of ours are left out.
   *
   * @param since the id from which on anything can be other than in the earlier compilation
   * @param unchanged takes the class names of those that are taken over from there
   */
  private List<DeclaredMigration> replay(
      List<Entry> all,
      Optional<String> since,
      ModuleSettings settings,
      Known known,
      Set<String> unchanged) {
    List<DeclaredMigration> declared = new ArrayList<>();
    Schema schema = settings.start();
    boolean changed = false;
    int last = lastToJudge(all, since);
    for (int i = 0; i < all.size(); i++) {
      Entry entry = all.get(i);
      changed |= changesWhatFollows(entry, since);
      Optional<DeclaredMigration> kept = changed ? Optional.empty() : entry.known();
      kept.ifPresent(declared::add);
      kept.map(DeclaredMigration::className).ifPresent(unchanged::add);
      if (i > last) {
        continue;
      }
      if (entry.declaration().isEmpty()) {
        schema = schema.withEverythingUnsure();
        continue;
      }
      try {
        Declaration declaration = entry.declaration().get();
        if (kept.isPresent()) {
          schema = after(schema, declaration);
          continue;
        }
        Scripts scripts = Scripts.of(declaration);
        Timeline timeline = Timeline.of(schema, scripts.up(), scripts.down(), declaration.code());
        judge(entry, scripts, known, settings.policy(), timeline);
        declared.add(assembler.assemble(entry, scripts, timeline));
        schema = scripts.upIsSound() ? timeline.end() : timeline.end().withEverythingUnsure();
      } catch (RuntimeException | LinkageError | StackOverflowError e) {
        diagnostics.internal(Place.of(entry.type()), "`" + entry.id() + "`", e);
        schema = schema.withEverythingUnsure();
      }
    }
    return declared;
  }

  /** Whether the schema that the migrations behind it meet can be other than it was. */
  private static boolean changesWhatFollows(Entry entry, Optional<String> since) {
    return !entry.asBefore() || since.filter(id -> id.compareTo(entry.id()) <= 0).isPresent();
  }

  /** The place of the last one that is not as it was found good before. */
  private static int lastToJudge(List<Entry> all, Optional<String> since) {
    int last = -1;
    for (int i = 0; i < all.size(); i++) {
      if (changesWhatFollows(all.get(i), since)) {
        return all.size() - 1;
      }
      if (all.get(i).known().isEmpty()) {
        last = i;
      }
    }
    return last;
  }

  /** The schema behind a migration that an earlier compilation checked. */
  private static Schema after(Schema schema, Declaration declaration) {
    return declaration.code()
        ? schema.withEverythingUnsure()
        : declaration
            .up()
            .map(up -> Course.of(schema, Script.reread(up.sql())).end())
            .orElse(schema);
  }

  private void judge(Entry entry, Scripts scripts, Known known, Policy policy, Timeline timeline) {
    Declaration declaration = entry.declaration().orElseThrow();
    Subject subject = subject(entry, scripts, known, policy, timeline);
    for (Judgement judgement : rules.apply(subject)) {
      var finding = judgement.finding();
      // What is not compiled this time was found good; only SQL can have become wrong since.
      if (entry.compiled()
          || (judgement.severity() == Severity.ERROR && finding.excerpt().isPresent())) {
        diagnostics.report(
            declaration.placeOf(finding.part(), finding.index()),
            judgement.rule(),
            judgement.severity(),
            finding,
            declaration.scriptOf(finding.part()),
            judgement.acceptable());
      }
    }
  }

  private static Subject subject(
      Entry entry, Scripts scripts, Known known, Policy policy, Timeline timeline) {
    Declaration declaration = entry.declaration().orElseThrow();
    return new Subject(
        declaration.id(),
        declaration.className(),
        declaration.type(),
        entry.documentation(),
        scripts.up(),
        scripts.down(),
        scripts.verify(),
        declaration.transaction(),
        declaration.code(),
        declaration.codeDown(),
        declaration.irreversible(),
        declaration.accepted(),
        declaration.environments(),
        known,
        policy,
        timeline);
  }
}
