package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Extension;
import dev.ngdi.migration.schema.Ref;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code DEPENDS ON EXTENSION}: an object goes with an extension. */
final class ExtensionMembers {
  private static final Pattern DEPENDS =
      Pattern.compile(
          "\\s*(no\\s+)?depends\\s+on\\s+extension\\s+(?:\"((?:[^\"]|\"\")+)\"|(\\S+))\\s*",
          Pattern.CASE_INSENSITIVE);

  private ExtensionMembers() {}

  /** Applies an action as written; whether it is this. */
  static boolean apply(Work work, CatalogObject object, String action) {
    Matcher matcher = DEPENDS.matcher(action);
    if (!matcher.matches()) {
      return false;
    }
    String name =
        matcher.group(2) == null
            ? matcher.group(3).toLowerCase(Locale.ROOT)
            : matcher.group(2).replace("\"\"", "\"");
    Optional<Extension> extension = work.schema().extension(name).found();
    if (extension.isEmpty()) {
      boolean always = name.equals("plpgsql");
      if (!always && work.schema().extension(name).absent() && !work.schema().open()) {
        NotFound.object(
            work, "42704", "extension", name, NotFound.names(work.schema(), Extension.class));
      }
      return true;
    }
    Dependency dependency =
        Dependency.of(Ref.to(object.oid()), Ref.to(extension.get().oid()), Dependency.Type.AUTO);
    work.set(work.schema().without(dependency));
    if (matcher.group(1) == null) {
      work.set(work.schema().with(dependency));
    }
    return true;
  }
}
