package dev.ngdi.migration.sql;

import java.util.Map;
import java.util.Optional;

/** One action of an {@code ALTER TABLE}, or of an {@code ALTER} of something that is like one. */
public sealed interface TableAction {

  /** {@code ADD COLUMN}, and {@code ADD ATTRIBUTE} of a composite type. */
  record AddColumn(TableElement.Column definition, boolean ifNotExists) implements TableAction {
    /** The column's name. */
    public String column() {
      return definition.name();
    }
  }

  /** {@code DROP COLUMN}, and {@code DROP ATTRIBUTE}. */
  record DropColumn(String column, boolean ifExists, boolean cascade) implements TableAction {}

  /** {@code ADD CONSTRAINT}, and the same without a name. */
  record AddConstraint(ConstraintDefinition constraint) implements TableAction {
    /** Its name, if it is given one. */
    public Optional<String> name() {
      return constraint.name();
    }

    /** What stands behind the name, as written. */
    public String definition() {
      return constraint.sql();
    }
  }

  /** {@code DROP CONSTRAINT}. */
  record DropConstraint(String name, boolean ifExists, boolean cascade) implements TableAction {}

  /** {@code VALIDATE CONSTRAINT}. */
  record ValidateConstraint(String name) implements TableAction {}

  /** {@code ALTER COLUMN … SET NOT NULL}; the column is empty for a domain. */
  record SetNotNull(String column) implements TableAction {}

  /** {@code ALTER COLUMN … DROP NOT NULL}; the column is empty for a domain. */
  record DropNotNull(String column) implements TableAction {}

  /** {@code RENAME COLUMN}, and {@code RENAME ATTRIBUTE}. */
  record RenameColumn(String from, String to) implements TableAction {}

  /** {@code RENAME CONSTRAINT}. */
  record RenameConstraint(String from, String to) implements TableAction {}

  /** {@code RENAME TO}. */
  record RenameTable(String to) implements TableAction {}

  /** {@code ATTACH PARTITION}; the bound as written. */
  record AttachPartition(QualifiedName partition, String bound) implements TableAction {}

  /** {@code DETACH PARTITION}. */
  record DetachPartition(QualifiedName partition, boolean concurrently) implements TableAction {}

  /** An action that is also known as it was written. */
  sealed interface Written extends TableAction {
    /** The action as written. */
    String sql();
  }

  /** {@code ALTER COLUMN … TYPE}. */
  record AlterType(
      String sql,
      String column,
      TypeName type,
      Optional<QualifiedName> collation,
      Optional<Fragment> using)
      implements Written {}

  /** {@code ALTER COLUMN … SET DEFAULT}; the column is empty for a domain. */
  record SetDefault(String sql, String column, Fragment value) implements Written {}

  /** {@code ALTER COLUMN … DROP DEFAULT}; the column is empty for a domain. */
  record DropDefault(String sql, String column) implements Written {}

  /** {@code ALTER COLUMN … ADD GENERATED … AS IDENTITY}. */
  record AddIdentity(String sql, String column, TableElement.Identity identity)
      implements Written {}

  /** {@code ALTER COLUMN … SET GENERATED …}, {@code SET} of a sequence option, {@code RESTART}. */
  record AlterIdentity(String sql, String column, Optional<Boolean> always, SequenceOptions options)
      implements Written {}

  /** {@code ALTER COLUMN … DROP IDENTITY}. */
  record DropIdentity(String sql, String column, boolean ifExists) implements Written {}

  /** {@code ALTER COLUMN … SET EXPRESSION}. */
  record SetExpression(String sql, String column, Fragment expression) implements Written {}

  /** {@code ALTER COLUMN … DROP EXPRESSION}. */
  record DropExpression(String sql, String column, boolean ifExists) implements Written {}

  /**
   * {@code ALTER COLUMN … SET STATISTICS}; the column can be a number, for an index.
   *
   * @param target a number; {@code -1}, for {@code DEFAULT}
   */
  record SetStatistics(String sql, String column, String target) implements Written {}

  /** {@code ALTER COLUMN … SET STORAGE}, in lower case. */
  record SetStorage(String sql, String column, String storage) implements Written {}

  /** {@code ALTER COLUMN … SET COMPRESSION}. */
  record SetCompression(String sql, String column, String method) implements Written {}

  /** {@code ALTER COLUMN … SET (…)}; a value is empty for {@code RESET}. */
  record SetColumnOptions(String sql, String column, Map<String, Optional<String>> options)
      implements Written {
    public SetColumnOptions {
      options = Map.copyOf(options);
    }
  }

  /** {@code SET (…)} and {@code RESET (…)}; a value is empty for a reset. */
  record SetOptions(String sql, Map<String, Optional<String>> options) implements Written {
    public SetOptions {
      options = Map.copyOf(options);
    }
  }

  /**
   * {@code ALTER CONSTRAINT}; what is not said is empty. PostgreSQL sets deferrability whole: if
   * any of it is said, both are there.
   */
  record AlterConstraint(
      String sql,
      String name,
      Optional<Boolean> deferrable,
      Optional<Boolean> initiallyDeferred,
      Optional<Boolean> enforced,
      Optional<Boolean> inherit)
      implements Written {}

  /** {@code SET SCHEMA}. */
  record SetSchema(String sql, String schema) implements Written {}

  /** {@code OWNER TO}. */
  record OwnerTo(String sql, String role) implements Written {}

  /** {@code SET LOGGED} and {@code SET UNLOGGED}. */
  record SetLogged(String sql, boolean logged) implements Written {}

  /** {@code SET TABLESPACE}. */
  record SetTablespace(String sql, String tablespace) implements Written {}

  /** {@code SET ACCESS METHOD}; empty for the default one. */
  record SetAccessMethod(String sql, Optional<String> method) implements Written {}

  /** {@code CLUSTER ON} and {@code SET WITHOUT CLUSTER}. */
  record ClusterOn(String sql, Optional<String> index) implements Written {}

  /** {@code REPLICA IDENTITY}: {@code DEFAULT}, {@code FULL}, {@code NOTHING} or {@code INDEX}. */
  record ReplicaIdentity(String sql, String identity, Optional<String> index) implements Written {}

  /**
   * {@code ENABLE}, {@code DISABLE}, {@code FORCE} and {@code NO FORCE ROW LEVEL SECURITY}.
   *
   * @param forced whether it is one of the latter two
   */
  record RowSecurity(String sql, boolean forced, boolean on) implements Written {}

  /**
   * {@code ENABLE} and {@code DISABLE} of a trigger or a rule.
   *
   * @param rule whether it is a rule
   * @param name its name; empty for {@code ALL} and {@code USER}
   * @param state {@code O} for enabled, {@code D}, {@code R} for replica, {@code A} for always
   */
  record SetTriggerState(
      String sql, boolean rule, Optional<String> name, boolean userOnly, char state)
      implements Written {}

  /** {@code INHERIT} and {@code NO INHERIT}. */
  record SetInheritance(String sql, QualifiedName parent, boolean inherit) implements Written {}

  /** {@code OF} and, with an empty type, {@code NOT OF}. */
  record SetType(String sql, Optional<QualifiedName> type) implements Written {}

  /** Any other action. */
  record OtherAction(String sql) implements Written {}
}
