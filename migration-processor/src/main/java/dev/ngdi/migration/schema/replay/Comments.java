package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Lookup;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.Locale;
import java.util.Optional;

/** {@code COMMENT ON}. */
final class Comments {
  private final Work work;
  private final Statement.Comment statement;

  private Comments(Work work, Statement.Comment statement) {
    this.work = work;
    this.statement = statement;
  }

  static void apply(Work work, Statement.Comment statement) {
    Optional<String> text = statement.text().filter(comment -> !comment.equals("''"));
    new Comments(work, statement)
        .target()
        .ifPresent(ref -> work.set(work.schema().withComment(ref, text)));
  }

  private Optional<Ref> target() {
    QualifiedName name = statement.name();
    return switch (statement.kind()) {
      case "COLUMN" -> column();
      case "CONSTRAINT", "TRIGGER", "POLICY", "RULE" -> part();
      case "DATABASE", "ROLE", "TABLESPACE", "LARGE OBJECT" -> Optional.empty();
      default ->
          new Named(work, false)
              .find(statement.kind(), name, statement.arguments())
              .map(object -> Ref.to(object.oid()));
    };
  }

  private Optional<Ref> column() {
    String column = statement.member().orElse("");
    Optional<UserType> type = work.schema().type(statement.name()).found();
    if (type.isPresent() && type.get() instanceof UserType.Composite composite) {
      Optional<Column> attribute =
          composite.attributes().stream().filter(a -> a.name().equals(column)).findFirst();
      if (attribute.isEmpty()) {
        NotFound.column(work, column, composite.attributes().stream().map(Column::name).toList());
      }
      return attribute.map(a -> new Ref(composite.oid(), a.number()));
    }
    Finder finder = new Finder(work);
    return finder
        .relation(statement.name())
        .flatMap(
            relation ->
                finder.column(relation, column).map(c -> new Ref(relation.oid(), c.number())));
  }

  /** What belongs to a table or domain. */
  private Optional<Ref> part() {
    Optional<Integer> owner =
        statement.onDomain()
            ? new Named(work, false)
                .find("DOMAIN", statement.on().orElseThrow(), "")
                .map(CatalogObject::oid)
            : statement.on().flatMap(new Finder(work)::relation).map(Relation::oid);
    return owner.flatMap(this::part);
  }

  private Optional<Ref> part(int owner) {
    String name = statement.name().name();
    Lookup<? extends CatalogObject> found =
        switch (statement.kind()) {
          case "CONSTRAINT" -> work.schema().constraint(owner, name);
          case "TRIGGER" -> work.schema().trigger(owner, name);
          case "POLICY" -> work.schema().policy(owner, name);
          default -> work.schema().rule(owner, name);
        };
    boolean ofTrigger =
        statement.kind().equals("CONSTRAINT")
            && work.schema().trigger(owner, name).found().isPresent();
    if (found.absent()
        && !ofTrigger
        && work.get(owner, Relation.class).map(Relation::complete).orElse(true)) {
      String word = statement.kind().toLowerCase(Locale.ROOT);
      new Finder(work)
          .missing(
              word,
              statement.name(),
              "42704",
              work.schema().of(owner, CatalogObject.class).stream()
                  .filter(object -> object.kind().equals(statement.kind()))
                  .map(CatalogObject::name)
                  .toList());
    }
    return found.found().map(object -> Ref.to(object.oid()));
  }
}
