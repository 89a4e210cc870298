package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Lookup;
import dev.ngdi.migration.schema.OtherObject;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Objects of which only the name matters: publications, collations, servers and the like. */
final class OtherObjects {
  private static final Set<String> IN_SCHEMAS =
      Set.of(
          "COLLATION",
          "CONVERSION",
          "TEXT SEARCH CONFIGURATION",
          "TEXT SEARCH DICTIONARY",
          "TEXT SEARCH PARSER",
          "TEXT SEARCH TEMPLATE");

  /** What belongs to the server and not to the database. */
  private static final Set<String> OUTSIDE = Set.of("ROLE", "DATABASE", "TABLESPACE");

  private static final Pattern WRAPPER =
      Pattern.compile(
          "\\bforeign\\s+data\\s+wrapper\\s+(\"(?:[^\"]|\"\")+\"|\\w+)", Pattern.CASE_INSENSITIVE);

  private OtherObjects() {}

  static void create(Work work, Statement.CreateObject statement, String definition) {
    String kind = statement.kind();
    if (OUTSIDE.contains(kind)) {
      return;
    }
    Optional<Integer> scope =
        IN_SCHEMAS.contains(kind) ? new Finder(work).scope(statement.name()) : Optional.of(0);
    if (scope.isEmpty()) {
      return;
    }
    Lookup<OtherObject> there = work.schema().other(kind, statement.name());
    Optional<OtherObject> same = there.found().filter(o -> o.scope() == scope.get());
    if (same.isPresent() && there.sure() && !statement.orReplace()) {
      if (!statement.ifNotExists()) {
        NotFound.taken(work, "42710", kind.toLowerCase(Locale.ROOT), statement.name().sql(), "");
      }
      return;
    }
    int oid = same.map(OtherObject::oid).orElseGet(work::newOid);
    OtherObject made = new OtherObject(oid, scope.get(), statement.name().name(), kind, definition);
    if (same.isPresent()) {
      work.put(made);
    } else {
      Placement.add(work, made);
    }
    Matcher wrapper = WRAPPER.matcher(definition);
    if (kind.equals("SERVER") && wrapper.find()) {
      Casts.name(wrapper.group(1)).ifPresent(name -> need(work, oid, "FOREIGN DATA WRAPPER", name));
    }
  }

  /** Makes something depend on another object, where that is known. */
  static void need(Work work, int oid, String kind, QualifiedName name) {
    work.schema()
        .other(kind, name)
        .found()
        .ifPresent(o -> work.depend(Ref.to(oid), Ref.to(o.oid()), Dependency.Type.NORMAL));
  }

  /** Whether objects of a kind are of no interest here. */
  static boolean outside(String kind) {
    return OUTSIDE.contains(kind);
  }
}
