package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Lookup;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code DROP TABLE}, {@code DROP INDEX}, {@code DROP SEQUENCE} and {@code DROP FOREIGN TABLE}. */
final class RelationDrops {
  private RelationDrops() {}

  static void drop(Work work, Statement.DropObject statement) {
    drop(work, statement.kind(), statement.names(), statement.ifExists(), statement.cascade());
  }

  static void drop(Work work, Statement.DropIndex statement) {
    drop(work, "INDEX", statement.names(), statement.ifExists(), statement.cascade());
  }

  private static void drop(
      Work work, String kind, List<QualifiedName> names, boolean ifExists, boolean cascade) {
    List<Ref> refs = new ArrayList<>();
    for (QualifiedName name : names) {
      Lookup<CatalogObject> lookup = work.schema().inRelations(name);
      Optional<CatalogObject> found = lookup.found();
      if (found.isEmpty() && kind.equals("TABLE") && !ifExists && lookup.sure()) {
        new Finder(work).table(name).ifPresent(table -> refs.add(Ref.to(table.oid())));
        if (work.hasProblems()) {
          return;
        }
      } else if (found.isEmpty() && isComposite(work, name)) {
        work.problem(
            Problem.Kind.NOT_POSSIBLE,
            "42809",
            "`%s` is a composite type".formatted(name.sql()),
            "DROP TYPE %s".formatted(name.sql()));
        return;
      } else if (found.isEmpty()) {
        if (!absent(work, kind, name, ifExists)) {
          return;
        }
      } else if (!is(found.get(), kind)) {
        work.problem(
            Problem.Kind.NOT_POSSIBLE,
            "42809",
            "`%s` is %s".formatted(name.sql(), Finder.withArticle(found.get())),
            "DROP %s %s".formatted(found.get().kind(), name.sql()));
        return;
      } else {
        if (!lookup.sure()) {
          work.unproven("what `%s` is now".formatted(name.sql()));
        }
        refs.add(Ref.to(found.get().oid()));
      }
    }
    boolean unseen =
        refs.stream()
            .flatMap(ref -> work.get(ref.oid(), Table.class).stream())
            .anyMatch(table -> !table.complete());
    boolean ofUnseen = cascade || kind.equals("TABLE");
    unseen |= ofUnseen && work.schema().open() && refs.size() < names.size();
    boolean dropped = refs.isEmpty() || Drops.drop(work, refs, cascade);
    if (dropped && unseen) {
      Unseen.doubt(work, cascade);
    }
  }

  private static boolean isComposite(Work work, QualifiedName name) {
    return work.schema().type(name).found().filter(UserType.Composite.class::isInstance).isPresent()
        && work.schema().type(name).sure();
  }

  /** Whether what is not there can be passed over. */
  private static boolean absent(Work work, String kind, QualifiedName name, boolean ifExists) {
    boolean doubtful = work.schema().open() || !work.schema().inRelations(name).sure();
    if (ifExists && !work.schema().open()) {
      if (doubtful) {
        work.unproven("whether there is `%s`".formatted(name.sql()));
      }
      return true;
    }
    if (doubtful) {
      if (!work.schema().open()) {
        work.unproven("whether there is `%s`".formatted(name.sql()));
      }
      return true;
    }
    List<String> known =
        work.schema().objects().stream()
            .filter(object -> is(object, kind))
            .map(CatalogObject::name)
            .toList();
    new Finder(work).missing(kind.toLowerCase(Locale.ROOT), name, sqlState(kind), known);
    return false;
  }

  private static String sqlState(String kind) {
    return kind.equals("INDEX") || kind.equals("FOREIGN TABLE") ? "42704" : "42P01";
  }

  private static boolean is(CatalogObject object, String kind) {
    return switch (kind) {
      case "INDEX" -> object instanceof Index;
      case "SEQUENCE" -> object instanceof Sequence;
      default -> object instanceof Table table && table.kind().equals(kind);
    };
  }
}
