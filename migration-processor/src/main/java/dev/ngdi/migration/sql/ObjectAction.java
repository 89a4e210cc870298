package dev.ngdi.migration.sql;

import java.util.Map;
import java.util.Optional;

/** What an {@code ALTER} of something else than a table does. */
public sealed interface ObjectAction {

  /** {@code RENAME TO}. */
  record Rename(String to) implements ObjectAction {}

  /** {@code SET SCHEMA}. */
  record SetSchema(String schema) implements ObjectAction {}

  /** {@code OWNER TO}. */
  record OwnerTo(String role) implements ObjectAction {}

  /**
   * What tables have too: of a view, materialized view, foreign table, index, sequence, of the
   * attributes of a composite type, of the default and the constraints of a domain.
   */
  record LikeTable(TableAction action) implements ObjectAction {}

  /**
   * {@code ADD VALUE} of an enum.
   *
   * @param neighbour the value before or behind which it goes
   */
  record AddValue(String value, boolean ifNotExists, boolean before, Optional<String> neighbour)
      implements ObjectAction {}

  /** {@code RENAME VALUE} of an enum. */
  record RenameValue(String from, String to) implements ObjectAction {}

  /** Options of a sequence. */
  record SetSequence(SequenceOptions options) implements ObjectAction {}

  /** {@code ATTACH PARTITION} of an index. */
  record AttachIndex(QualifiedName index) implements ObjectAction {}

  /** {@code UPDATE} of an extension; the version, where named. */
  record UpdateExtension(Optional<String> version) implements ObjectAction {}

  /**
   * Attributes of a function: as in {@link Definition.Routine#attributes}; an empty value for
   * {@code RESET}.
   */
  record SetAttributes(Map<String, String> attributes) implements ObjectAction {
    public SetAttributes {
      attributes = Map.copyOf(attributes);
    }
  }

  /** {@code TO}, {@code USING} and {@code WITH CHECK} of a policy, as in its definition. */
  record SetPolicy(Definition.Policy policy) implements ObjectAction {}

  /** Anything else, as written. */
  record Other(String sql) implements ObjectAction {}
}
