package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Step;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a migration leaves behind in the session: settings, a role, temporary tables, cursors that
 * outlive their transaction, advisory locks. It is told, and undone before the next one begins.
 */
final class Leftovers {
  private static final String OBJECTS =
      "SELECT 'temporary ' || CASE relkind WHEN 'v' THEN 'view' WHEN 'S' THEN 'sequence' ELSE"
          + " 'table' END, relname FROM pg_catalog.pg_class WHERE relnamespace ="
          + " pg_catalog.pg_my_temp_schema() AND relkind IN ('r', 'p', 'v', 'S') UNION ALL SELECT"
          + " 'cursor', name FROM pg_catalog.pg_cursors WHERE is_holdable UNION ALL SELECT"
          + " 'channel', pg_catalog.pg_listening_channels() ORDER BY 1, 2";

  private final Session session;
  private final DeployLock lock;
  private Map<String, String> usual = Map.of();
  private Optional<Boolean> eventTriggers = Optional.empty();

  Leftovers(Session session, DeployLock lock) {
    this.session = session;
    this.lock = lock;
  }

  /** A step is about to begin; what it can do to the session. */
  SessionEffect before(Step step) throws SQLException {
    SessionEffect effect = SessionEffect.of(step);
    if (effect == SessionEffect.OPEN && usual.isEmpty()) {
      usual = settings();
    }
    if (effect == SessionEffect.NONE) {
      boolean triggers =
          eventTriggers.isPresent() ? eventTriggers.get() : EventTriggers.any(session);
      eventTriggers = Optional.of(triggers);
      return triggers ? SessionEffect.HIDDEN : effect;
    }
    eventTriggers = Optional.empty();
    return effect;
  }

  /** It has ended, and its transaction with it. */
  void undo(Step step, Progress progress) {
    List<String> left = new ArrayList<>();
    try {
      left.addAll(found());
    } catch (SQLException e) {
      // A limit that it left ends even this; that is undone all the same.
    }
    try {
      session.execute(session.reset());
      int locks = lock.releaseOthers();
      if (locks > 0) {
        left.add("advisory locks: " + locks);
      }
    } catch (SQLException e) {
      // The session is lost, and all that was in it; the step says so.
    }
    if (!left.isEmpty()) {
      progress.said(step, "it left behind, and it is undone: " + String.join(", ", left));
    }
  }

  private List<String> found() throws SQLException {
    Map<String, String> now = settings();
    TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(now.keySet());
    names.addAll(usual.keySet());
    names.removeIf(name -> now.getOrDefault(name, "").equals(usual.getOrDefault(name, "")));
    List<String> found = new ArrayList<>();
    names.forEach(name -> found.add("setting `" + name + "`"));
    found.addAll(session.list(OBJECTS, row -> row.getString(1) + " `" + row.getString(2) + "`"));
    return found;
  }

  private Map<String, String> settings() throws SQLException {
    Map<String, String> settings = new HashMap<>();
    session.list(
        "SELECT name, coalesce(setting, '') FROM pg_catalog.pg_settings WHERE source = 'session'"
            + " UNION ALL SELECT 'role', pg_catalog.current_setting('role') UNION ALL SELECT"
            + " 'session_authorization', session_user",
        row -> settings.put(row.getString(1), row.getString(2)) == null);
    return settings;
  }
}
