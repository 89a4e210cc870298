package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.Bound;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.ColumnDefault;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Policy;
import dev.ngdi.migration.schema.Privilege;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Settings;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** A schema that no replay made: one of nearly every kind of object. */
final class HandMade {
  static final int PARENT = 20001;
  static final int USER = 20002;
  static final int MOOD = 20003;
  static final int SEQUENCE = 20004;
  static final int DEFAULT = 20005;
  static final int PARENT_KEY = 20006;
  static final int PARENT_INDEX = 20007;
  static final int USER_KEY = 20008;
  static final int USER_INDEX = 20009;
  static final int FOREIGN_KEY = 20010;
  static final int CHECK = 20011;
  static final int INDEX = 20012;
  static final int VIEW = 20013;
  static final int FUNCTION = 20014;
  static final int TRIGGER = 20015;
  static final int POLICY = 20016;
  static final int DOMAIN = 20017;

  private HandMade() {}

  static Schema schema() {
    Schema schema =
        Schema.empty(18)
            .with(table(PARENT, "team", Column.of(1, "id", TypeRef.of("int4")).withNotNull(true)))
            .with(
                table(
                        USER,
                        "app_user",
                        Column.of(1, "id", TypeRef.of("int4"))
                            .withNotNull(true)
                            .withDefault(DEFAULT),
                        Column.of(2, "Team", TypeRef.of("int4")),
                        Column.of(3, "mood", new TypeRef("", MOOD, List.of(), "", 0)))
                    .withSettings(Settings.NONE.with("row security", "on")))
            .with(new UserType.Enumeration(MOOD, Schema.PUBLIC, "mood", List.of("sad", "it's ok")))
            .with(
                new UserType.Domain(
                    DOMAIN,
                    Schema.PUBLIC,
                    "short",
                    new TypeRef("varchar", 0, List.of("9"), "", 0),
                    "\"C\"",
                    true,
                    Optional.of(Bound.constant("'x'"))))
            .with(
                new Sequence(
                    SEQUENCE,
                    Schema.PUBLIC,
                    "app_user_id_seq",
                    new Ref(USER, 1),
                    false,
                    Table.Persistence.PERMANENT,
                    Settings.NONE.with("as", "integer").with("cache", "5")))
            .with(
                new ColumnDefault(
                    DEFAULT,
                    USER,
                    1,
                    new Bound(
                        "nextval('old_name')",
                        List.of(new Bound.Name(8, 18, Ref.to(SEQUENCE), Bound.Form.LITERAL)),
                        true)));
    return withKeys(schema)
        .with(
            new View(
                VIEW,
                Schema.PUBLIC,
                "teams",
                false,
                List.of(Column.of(1, "id", TypeRef.of("int4"))),
                true,
                new Bound(
                    "SELECT id FROM team",
                    List.of(new Bound.Name(15, 19, Ref.to(PARENT), Bound.Form.OBJECT)),
                    true),
                List.of(),
                true,
                false,
                Settings.NONE))
        .with(
            new Routine(
                FUNCTION,
                Schema.PUBLIC,
                "touch",
                "FUNCTION",
                List.of(),
                Optional.of(TypeRef.of("trigger")),
                false,
                "plpgsql",
                "\nBEGIN RETURN NEW; END\n",
                Optional.empty(),
                Settings.NONE))
        .with(
            new Trigger(
                TRIGGER,
                USER,
                "touch_user",
                new Definition.Trigger(
                    "BEFORE",
                    List.of("UPDATE"),
                    List.of(),
                    Optional.empty(),
                    false,
                    false,
                    false,
                    "",
                    true,
                    Optional.empty(),
                    QualifiedName.of("touch"),
                    ""),
                List.of(2),
                Optional.empty(),
                FUNCTION,
                'D',
                0))
        .with(
            new Policy(
                POLICY,
                USER,
                "own",
                true,
                "SELECT",
                List.of("public"),
                Optional.of(Bound.constant("id > 0")),
                Optional.empty()))
        .withComment(new Ref(USER, 2), Optional.of("'of which team'"))
        .withPrivileges(Ref.to(USER), List.of(new Privilege("public", "SELECT", false)));
  }

  private static Schema withKeys(Schema schema) {
    return schema
        .with(index(PARENT_INDEX, PARENT, "team_pkey", 1))
        .with(key(PARENT_KEY, PARENT, "team_pkey", PARENT_INDEX))
        .with(index(USER_INDEX, USER, "app_user_pkey", 1))
        .with(key(USER_KEY, USER, "app_user_pkey", USER_INDEX))
        .with(index(INDEX, USER, "app_user_team_idx", 2))
        .with(
            new Constraint(
                FOREIGN_KEY,
                USER,
                "app_user_Team_fkey",
                Kind.FOREIGN_KEY,
                List.of(2),
                Optional.empty(),
                Optional.of(
                    new Constraint.Reference(
                        PARENT,
                        List.of(1),
                        PARENT_INDEX,
                        "SIMPLE",
                        "NO ACTION",
                        "CASCADE",
                        List.of(),
                        false)),
                0,
                Constraint.State.USUAL.withValidated(false),
                0,
                true))
        .with(
            new Constraint(
                CHECK,
                USER,
                "app_user_id_check",
                Kind.CHECK,
                List.of(1),
                Optional.of(Bound.constant("id > 0")),
                Optional.empty(),
                0,
                Constraint.State.USUAL,
                0,
                true))
        .with(Dependency.of(Ref.to(INDEX), new Ref(USER, 2), Dependency.Type.AUTO));
  }

  private static Table table(int oid, String name, Column... columns) {
    return new Table(
        oid,
        Schema.PUBLIC,
        name,
        Table.Persistence.PERMANENT,
        List.of(columns),
        true,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        0,
        "",
        Settings.NONE);
  }

  private static Index index(int oid, int table, String name, int column) {
    return new Index(
        oid,
        Schema.PUBLIC,
        name,
        table,
        !name.endsWith("idx"),
        "btree",
        List.of(new Index.Part(column, Optional.empty(), "", "", false, false, "")),
        List.of(),
        Optional.empty(),
        false,
        true,
        0,
        Settings.NONE);
  }

  private static Constraint key(int oid, int table, String name, int index) {
    return new Constraint(
        oid,
        table,
        name,
        Kind.PRIMARY_KEY,
        List.of(1),
        Optional.empty(),
        Optional.empty(),
        index,
        Constraint.State.USUAL,
        0,
        true);
  }
}
