package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Lookup;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Statistics;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.GeneratedNames;
import dev.ngdi.migration.sql.IndexElement;
import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Extended statistics. */
final class ExtendedStatistics {
  /** In the order in which PostgreSQL writes them. */
  private static final List<String> KINDS = List.of("ndistinct", "dependencies", "mcv");

  private static final int MOST_PARTS = 8;
  private static final Pattern TARGET =
      Pattern.compile("(?i)set\\s+statistics\\s+(-?\\d+|default)");
  private static final String UNNAMED = "(?i)^\\s*create\\s+statistics\\b";

  private ExtendedStatistics() {}

  /** Applies a statement; whether it makes statistics. */
  static boolean apply(Work work, Statement statement) {
    if (statement instanceof Statement.CreateObject create
        && create.definition() instanceof Definition.Statistics statistics) {
      create(work, Optional.of(create), statistics);
    } else if (statement instanceof Statement.Other other
        && other.command().equals("CREATE STATISTICS")) {
      String named = other.source().sql().replaceFirst(UNNAMED, "CREATE STATISTICS unnamed ");
      List<Definition.Statistics> read =
          Script.parse(named).all(Statement.CreateObject.class).stream()
              .map(Statement.CreateObject::definition)
              .filter(Definition.Statistics.class::isInstance)
              .map(Definition.Statistics.class::cast)
              .toList();
      read.forEach(statistics -> create(work, Optional.empty(), statistics));
      return !read.isEmpty();
    } else {
      return false;
    }
    return true;
  }

  private static void create(
      Work work, Optional<Statement.CreateObject> named, Definition.Statistics definition) {
    Optional<Relation> found = new Finder(work).relation(definition.table());
    if (found.isEmpty() || !canHave(work, found.get())) {
      return;
    }
    int relation = found.get().oid();
    Optional<Integer> scope =
        named.isPresent()
            ? new Finder(work).scope(named.get().name())
            : Optional.of(found.get().scope());
    if (scope.isEmpty()) {
      return;
    }
    String name =
        named
            .map(statement -> statement.name().name())
            .orElseGet(() -> chosenName(work, found.get(), scope.get(), names(definition)));
    Lookup<Statistics> there = there(work, scope.get(), name);
    if (there.present()) {
      if (named.filter(Statement.CreateObject::ifNotExists).isEmpty()) {
        NotFound.taken(work, "42710", "statistics object", name, "");
      }
      return;
    }
    if (!fits(work, definition) || hasSubquery(work, definition)) {
      return;
    }
    IndexParts.read(work, relation, "", definition.elements())
        .filter(parts -> areOrdered(work, found.get(), parts))
        .ifPresent(
            parts -> {
              int oid = there.found().map(Statistics::oid).orElseGet(work::newOid);
              put(
                  work,
                  new Statistics(
                      oid,
                      scope.get(),
                      name,
                      relation,
                      kinds(definition.kinds()),
                      ordered(parts.parts()),
                      ""),
                  parts);
            });
  }

  /** Whether the columns have types with an order; if not, that is said. */
  private static boolean areOrdered(Work work, Relation relation, IndexParts parts) {
    Optional<Column> unordered =
        parts.parts().stream()
            .flatMap(part -> relation.column(part.column()).stream())
            .filter(column -> isUnordered(work, column.type()))
            .findFirst();
    return unordered.isEmpty()
        || refuse(
            work,
            "0A000",
            "column `%s` has a type without an order".formatted(unordered.get().name()));
  }

  private static boolean isUnordered(Work work, TypeRef type) {
    return BuiltinTypes.WITHOUT_ORDER.contains(type.builtin())
        || work.get(type.oid(), UserType.Domain.class)
            .filter(domain -> isUnordered(work, domain.base()))
            .isPresent()
        || work.get(type.oid(), UserType.Composite.class).stream()
            .flatMap(composite -> composite.attributes().stream())
            .anyMatch(attribute -> isUnordered(work, attribute.type()));
  }

  private static Lookup<Statistics> there(Work work, int scope, String name) {
    Optional<Statistics> found =
        work.schema().all(Statistics.class).stream()
            .filter(s -> s.scope() == scope && s.name().equals(name))
            .findFirst();
    return new Lookup<>(found, !work.schema().unsure(name));
  }

  private static boolean canHave(Work work, Relation relation) {
    boolean plainView = relation instanceof View view && !view.materialized();
    if (plainView) {
      refuse(work, "42809", "`%s` is a view, which has no statistics".formatted(relation.name()));
    }
    return !plainView;
  }

  private static boolean refuse(Work work, String sqlState, String message) {
    work.problem(Problem.Kind.NOT_POSSIBLE, sqlState, message, "");
    return false;
  }

  private static boolean fits(Work work, Definition.Statistics definition) {
    Optional<String> unknown =
        definition.kinds().stream().filter(kind -> !KINDS.contains(kind)).findFirst();
    Set<String> columns = new HashSet<>();
    Optional<String> twice =
        definition.elements().stream()
            .flatMap(element -> element.column().stream())
            .filter(column -> !columns.add(column))
            .findFirst();
    boolean single = definition.elements().size() == 1;
    if (unknown.isPresent()) {
      return refuse(work, "42601", "there is no kind of statistics `%s`".formatted(unknown.get()));
    } else if (definition.elements().size() > MOST_PARTS) {
      return refuse(work, "54011", "statistics are on at most %d columns".formatted(MOST_PARTS));
    } else if (twice.isPresent()) {
      return refuse(work, "42701", "column `%s` is named twice".formatted(twice.get()));
    } else if (columns.stream().anyMatch(Finder.SYSTEM_COLUMNS::contains)) {
      return refuse(work, "0A000", "there are no statistics on system columns");
    } else if (single && !columns.isEmpty()) {
      return refuse(work, "42P17", "statistics are on at least two columns, or on an expression");
    }
    return !single
        || definition.kinds().isEmpty()
        || refuse(work, "0A000", "statistics on one expression have no kinds");
  }

  private static boolean hasSubquery(Work work, Definition.Statistics definition) {
    return definition.elements().stream()
        .flatMap(element -> element.expression().stream())
        .anyMatch(e -> Expressions.hasSubquery(work, e, "statistics"));
  }

  private static List<String> kinds(List<String> said) {
    List<String> kinds = KINDS.stream().filter(said::contains).toList();
    return kinds.size() == KINDS.size() ? List.of() : kinds;
  }

  /** Columns in the table's order, expressions behind them. */
  private static List<Index.Part> ordered(List<Index.Part> parts) {
    List<Index.Part> ordered = new ArrayList<>(parts);
    ordered.sort(
        Comparator.comparingInt(part -> part.column() == 0 ? Integer.MAX_VALUE : part.column()));
    return ordered;
  }

  private static void put(Work work, Statistics statistics, IndexParts parts) {
    Members.forgetNeeds(work, statistics.oid());
    Placement.add(work, statistics);
    Ref ref = Ref.to(statistics.oid());
    parts.depend(work, ref, statistics.table());
    boolean onColumns =
        work.schema().needs(statistics.oid()).stream()
            .anyMatch(need -> need.referenced().oid() == statistics.table());
    if (!onColumns) {
      work.depend(ref, Ref.to(statistics.table()), Dependency.Type.AUTO);
    }
  }

  // ---- names

  private static List<String> names(Definition.Statistics definition) {
    return definition.elements().stream()
        .map(IndexElement::column)
        .map(column -> column.orElse("expr"))
        .toList();
  }

  private static String chosenName(Work work, Relation relation, int scope, List<String> parts) {
    String addition = GeneratedNames.addition(parts);
    String name = GeneratedNames.name(relation.name(), addition, "stat");
    for (int pass = 1; there(work, scope, name).found().isPresent(); pass++) {
      name = GeneratedNames.name(relation.name(), addition, "stat" + pass);
    }
    return name;
  }

  // ---- copies

  /** The same on a table that is made {@code LIKE} another. */
  static void copy(Work work, int from, int table, boolean comments) {
    List<Statistics> originals =
        work.schema().all(Statistics.class).stream()
            .filter(statistics -> statistics.table() == from)
            .sorted(Comparator.comparingInt(Statistics::oid))
            .toList();
    Rebinding rebinding = new Rebinding(work, from, table);
    for (Statistics original : originals) {
      Table made = work.table(table);
      List<Index.Part> parts = original.parts().stream().map(rebinding::part).toList();
      List<String> names =
          original.parts().stream()
              .map(part -> name(work, original.table(), part.column()))
              .toList();
      Statistics copy =
          new Statistics(
              work.newOid(),
              made.scope(),
              chosenName(work, made, made.scope(), names),
              table,
              original.kinds(),
              ordered(parts),
              original.target());
      List<Expressions.Binding> bindings =
          parts.stream()
              .flatMap(part -> part.expression().stream())
              .map(bound -> Rebinding.bindingOf(bound, table))
              .toList();
      put(work, copy, new IndexParts(parts, bindings));
      Optional<String> comment = work.schema().comment(Ref.to(original.oid()));
      if (comments && comment.isPresent()) {
        work.set(work.schema().withComment(Ref.to(copy.oid()), comment));
      }
    }
  }

  private static String name(Work work, int relation, int column) {
    return work.get(relation, Relation.class)
        .flatMap(r -> r.column(column))
        .map(c -> c.name())
        .orElse("expr");
  }

  // ---- changes

  /** Applies an action if it is a new name or another schema; whether it is. */
  static boolean alter(Work work, Statistics statistics, ObjectAction action) {
    if (action instanceof ObjectAction.Other other) {
      Matcher target = TARGET.matcher(other.sql().strip());
      if (target.matches()) {
        boolean usual = target.group(1).equals("-1") || target.group(1).equalsIgnoreCase("default");
        work.put(statistics.withTarget(usual ? "" : target.group(1)));
      }
      return target.matches();
    }
    Optional<Integer> scope = Optional.of(statistics.scope());
    String name = statistics.name();
    if (action instanceof ObjectAction.Rename rename) {
      name = rename.to();
    } else if (action instanceof ObjectAction.SetSchema set) {
      scope = new Finder(work).namespace(set.schema());
    } else {
      return false;
    }
    boolean moves = scope.isPresent() && scope.get() != statistics.scope();
    if (scope.isPresent() && (moves || action instanceof ObjectAction.Rename)) {
      if (there(work, scope.get(), name).present()) {
        NotFound.taken(work, "42710", "statistics object", name, "");
      } else if (moves) {
        Placement.move(work, statistics, scope.get());
      } else {
        Placement.rename(work, statistics, name);
      }
    }
    return true;
  }
}
