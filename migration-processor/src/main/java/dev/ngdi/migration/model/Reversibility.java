package dev.ngdi.migration.model;

import java.util.List;

/**
 * How far a migration can be taken back.
 *
 * @param notes the reasons, each a sentence without its full stop: what data does not come back,
 *     why it is irreversible, what cannot be known
 */
public record Reversibility(Kind kind, List<String> notes) {

  /** The classes of migrations. */
  public enum Kind {
    /** Up, then down, gives back the schema and loses nothing. */
    EXACT,
    /** Up, then down, gives back the schema, and not all the data. */
    LOSSY,
    /** There is no way back, and the migration says so. */
    IRREVERSIBLE,
    /** There is a way back, of which not all is known. */
    UNPROVEN
  }

  public Reversibility {
    notes = List.copyOf(notes);
  }
}
