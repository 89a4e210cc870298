package dev.ngdi.migration.report;

import com.google.gson.JsonObject;
import java.util.List;

/** What a goal has to say at its end. */
public interface Report {

  /**
   * For people, in the order in which they need it; the last line says what is now true and what to
   * type next.
   */
  List<String> lines();

  /** For machines: the same facts. */
  JsonObject json();

  /** How it ended. */
  Ending ending();

  /** How a goal can end; only the first is success to Maven. */
  enum Ending {
    /** Everything asked for is done, or was done before. */
    SUCCEEDED,
    /** Something stood in the way, and nothing was changed. */
    REFUSED,
    /** A migration failed; those before it are done. */
    FAILED
  }
}
