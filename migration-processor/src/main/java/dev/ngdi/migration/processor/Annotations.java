package dev.ngdi.migration.processor;

import dev.ngdi.migration.Allow;
import dev.ngdi.migration.DataMigration;
import dev.ngdi.migration.Irreversible;
import dev.ngdi.migration.SchemaMigration;
import dev.ngdi.migration.SeedMigration;
import dev.ngdi.migration.model.MigrationType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/** Which of our annotations a class bears. */
final class Annotations {
  /** The package of all our annotations. */
  static final String PACKAGE = SchemaMigration.class.getPackageName();

  /** The annotations that make a class a migration. */
  static final Map<String, MigrationType> TYPES = types();

  static final String IRREVERSIBLE = Irreversible.class.getCanonicalName();
  private static final String ALLOW = Allow.class.getCanonicalName();
  private static final String ALLOWS = Allow.List.class.getCanonicalName();

  /** The annotations that mean something only beside one of {@link #TYPES}. */
  static final List<String> COMPANIONS = List.of(IRREVERSIBLE, ALLOW, ALLOWS);

  private Annotations() {}

  /** Whether an annotation is one of ours, by its qualified name. */
  static boolean isOurs(String annotation) {
    return annotation.startsWith(PACKAGE + ".");
  }

  private static Map<String, MigrationType> types() {
    Map<String, MigrationType> types = new LinkedHashMap<>();
    types.put(SchemaMigration.class.getCanonicalName(), MigrationType.SCHEMA);
    types.put(DataMigration.class.getCanonicalName(), MigrationType.DATA);
    types.put(SeedMigration.class.getCanonicalName(), MigrationType.SEED);
    return types;
  }

  /** The type of migration that one of {@link #migrationsOn} makes. */
  static MigrationType typeOf(AnnotationMirror migration) {
    return Objects.requireNonNull(TYPES.get(Mirrors.nameOf(migration)));
  }

  static List<AnnotationMirror> migrationsOn(Element element) {
    return element.getAnnotationMirrors().stream()
        .filter(mirror -> TYPES.containsKey(Mirrors.nameOf(mirror)))
        .map(mirror -> (AnnotationMirror) mirror)
        .toList();
  }

  /** Every {@code @Allow} in the order written, out of its container where there are several. */
  static List<AnnotationMirror> allowsOn(Element element) {
    List<AnnotationMirror> allows = new ArrayList<>();
    Mirrors.find(element, ALLOW).ifPresent(allows::add);
    Mirrors.find(element, ALLOWS)
        .ifPresent(list -> allows.addAll(Mirrors.annotations(list, "value")));
    return allows;
  }
}
