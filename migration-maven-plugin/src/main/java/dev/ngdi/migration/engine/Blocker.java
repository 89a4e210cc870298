package dev.ngdi.migration.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * Who has a lock that a migration waits for.
 *
 * @param kind what it is
 * @param pid its server process; 0 for a prepared transaction, which has none
 * @param user its role; empty for a process of the server's own
 * @param application how it calls itself; empty if it does not, the name of a prepared transaction
 * @param client from where it is connected; empty for a local one
 * @param since when its transaction began, if known
 * @param state what it does, in the server's words: {@code idle in transaction}
 * @param query its last statement, cut to 80 characters; empty if it may not be seen
 */
public record Blocker(
    Kind kind,
    int pid,
    String user,
    String application,
    String client,
    Optional<Instant> since,
    String state,
    String query) {

  /** What can have a lock. */
  public enum Kind {
    /** Somebody's connection, or a process of the server's own. */
    SESSION,
    /** A transaction that was prepared for a two-phase commit, and not ended. */
    PREPARED,
    /** An autovacuum that does not give way, since transaction ids run out. */
    WRAPAROUND
  }

  /** The whole in one line: lower case, no final stop. */
  public String sentence() {
    StringBuilder sentence = new StringBuilder();
    switch (kind) {
      case SESSION -> sentence.append("process ").append(pid);
      case PREPARED ->
          sentence.append("the prepared transaction `").append(application).append('`');
      case WRAPAROUND ->
          sentence
              .append("the autovacuum in process ")
              .append(pid)
              .append(", which prevents a wraparound of transaction ids and does not give way");
    }
    if (!user.isEmpty()) {
      sentence.append(", user `").append(user).append('`');
    }
    if (kind == Kind.SESSION && !application.isEmpty()) {
      sentence.append(", application `").append(application).append('`');
    }
    if (!client.isEmpty()) {
      sentence.append(", from ").append(client);
    }
    since.ifPresent(at -> sentence.append(", in a transaction since ").append(at));
    if (!state.isEmpty()) {
      sentence.append(", ").append(state);
    }
    if (!query.isEmpty()) {
      sentence.append(": ").append(query);
    }
    return sentence.toString();
  }
}
