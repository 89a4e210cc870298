package dev.ngdi.migration.schema;

/** Anything that has a place of its own in the catalogue; each has its number for life. */
public sealed interface CatalogObject
    permits Namespace,
        Relation,
        Index,
        Sequence,
        Constraint,
        ColumnDefault,
        UserType,
        Routine,
        Trigger,
        Policy,
        RewriteRule,
        Extension,
        Statistics,
        OtherObject {

  /** Its number. */
  int oid();

  /**
   * The number of what its name is unique in: its schema; the table or domain of a constraint,
   * trigger, policy, rule or default; 0 for what belongs to the whole database.
   */
  int scope();

  /** Its name. */
  String name();

  /** PostgreSQL's word for it, upper case: {@code TABLE}, {@code MATERIALIZED VIEW}. */
  String kind();
}
