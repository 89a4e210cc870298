package dev.ngdi.migration.goals;

import java.util.List;
import org.apache.maven.plugin.logging.Log;

/**
 * Where a goal says what it does.
 *
 * @param log Maven's
 * @param emphasis what stands out
 * @param quiet whether only warnings, failures and the last sentence are wanted
 */
record Console(Log log, Emphasis emphasis, boolean quiet) {

  /** What is under way. */
  void info(String line) {
    if (!quiet) {
      log.info(line);
    }
  }

  /** What is done. */
  void done(String line) {
    info(emphasis.done(line));
  }

  /** What somebody should see to, or what keeps a goal waiting. */
  void warn(String line) {
    log.warn(line);
  }

  /** What is of interest to who looks for a fault. */
  void debug(String line) {
    log.debug(line);
  }

  /** What a goal has to say at its end; its last line is the sentence that is always said. */
  void report(List<String> lines) {
    int last = lines.size() - 1;
    lines.subList(0, last).forEach(this::info);
    log.info(emphasis.commands(lines.get(last)));
  }

  /** What a goal failed with, if Maven does not come to print it. */
  void failed(String text) {
    text.lines().map(emphasis::failed).forEach(log::error);
  }
}
