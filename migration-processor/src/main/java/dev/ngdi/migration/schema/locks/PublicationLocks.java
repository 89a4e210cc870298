package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.OtherObject;
import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables that publications name. */
final class PublicationLocks {
  private static final Pattern TABLES =
      Pattern.compile(
          "^\\s*(?:for|add|set|drop)\\s+table\\s+(?!s\\s)(.*?)(?:\\bwith\\b.*)?$",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern PARENTHESES = Pattern.compile("\\([^()]*\\)");

  private final Taken taken;

  PublicationLocks(Taken taken) {
    this.taken = taken;
  }

  /** What stands behind the name of a publication. */
  void create(String definition) {
    lock(definition);
  }

  void alter(Statement.AlterObject alter) {
    for (ObjectAction action : alter.actions()) {
      if (action instanceof ObjectAction.Other other) {
        lock(other.sql());
        if (other.sql().toLowerCase(Locale.ROOT).matches("(?s)\\s*set\\s+table\\s.*")) {
          taken
              .before()
              .other("PUBLICATION", alter.name())
              .found()
              .map(OtherObject::definition)
              .ifPresent(this::lock);
        }
      }
    }
  }

  private void lock(String definition) {
    Matcher tables = TABLES.matcher(definition);
    if (tables.matches()) {
      for (QualifiedName name : names(tables.group(1))) {
        taken
            .relation(name)
            .map(CatalogObject::oid)
            .ifPresent(oid -> taken.lock(oid, LockMode.SHARE_UPDATE_EXCLUSIVE));
      }
    }
  }

  /** The names in a list with columns and conditions, read as those of a {@code LOCK TABLE}. */
  private static List<QualifiedName> names(String list) {
    String plain = list;
    while (PARENTHESES.matcher(plain).find()) {
      plain = PARENTHESES.matcher(plain).replaceAll("");
    }
    plain = plain.replaceAll("(?i)\\bwhere\\b|\\btable\\b|\\bonly\\b|\\*", "");
    return Script.parse("LOCK TABLE " + plain).all(Statement.Maintenance.class).stream()
        .flatMap(lock -> lock.targets().stream())
        .toList();
  }
}
