package dev.ngdi.migration.processor;

import dev.ngdi.migration.rules.Finding;
import dev.ngdi.migration.rules.Severity;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** Words every error, and is alone in talking to the compiler. */
final class Diagnostics {
  /** javac itself indents the lines after a message's first by two more. */
  private static final String INDENT = "\n  ";

  private static final String LABEL = INDENT + "%-9s%s";
  private static final String CONTINUATION = INDENT + " ".repeat(9);

  private final Messager messager;
  private boolean failed;

  Diagnostics(Messager messager) {
    this.messager = messager;
  }

  /**
   * Where a message is shown.
   *
   * @param element the class or package
   * @param mirror the annotation in it, if the message is about one
   * @param value the value in that, if the message is about one
   */
  record Place(
      Element element, Optional<AnnotationMirror> mirror, Optional<AnnotationValue> value) {
    static Place of(Element element) {
      return new Place(element, Optional.empty(), Optional.empty());
    }

    static Place of(Element element, AnnotationMirror mirror) {
      return new Place(element, Optional.of(mirror), Optional.empty());
    }

    static Place of(Element element, AnnotationMirror mirror, Optional<AnnotationValue> value) {
      return new Place(element, Optional.of(mirror), value);
    }
  }

  /** Whether an error was reported. */
  boolean failed() {
    return failed;
  }

  /**
   * Reports a finding.
   *
   * @param script what the line of SQL is counted in: {@code up}, or the name of a file
   */
  void report(
      Place place,
      String rule,
      Severity severity,
      Finding finding,
      String script,
      boolean acceptable) {
    StringBuilder text = new StringBuilder("[" + rule + "] " + finding.problem());
    finding
        .excerpt()
        .ifPresent(
            excerpt ->
                text.append(
                    (INDENT + "%s:%d: %s")
                        .formatted(script, excerpt.at().line(), visible(excerpt.sql()))));
    if (!finding.instead().isBlank()) {
      line(text, "instead:", finding.instead().strip().replace("\n", CONTINUATION));
    }
    if (acceptable) {
      line(text, "accept:", "@Allow(rule = \"" + rule + "\", because = \"…\")");
    }
    line(text, "see:", "docs/rules/" + rule + ".md");
    print(severity == Severity.ERROR, place, text.toString());
  }

  /** Reports a misuse that only the compiler sees. */
  void misuse(Place place, String rule, String problem, String instead) {
    StringBuilder text = new StringBuilder("[" + rule + "] " + problem);
    if (!instead.isEmpty()) {
      line(text, "instead:", instead.replace("\n", CONTINUATION));
    }
    line(text, "see:", "docs/rules/" + rule + ".md");
    print(true, place, text.toString());
  }

  /** Warns of what only the compiler sees. */
  void warning(Place place, String rule, String problem) {
    StringBuilder text = new StringBuilder("[" + rule + "] " + problem);
    line(text, "see:", "docs/rules/" + rule + ".md");
    print(false, place, text.toString());
  }

  /** Reports a failure of our own: it must never look like the user's. */
  void internal(Place place, String what, Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    print(
        true,
        place,
        "[internal-error] "
            + what
            + " could not be checked: the migration processor failed with "
            + failure
            + where
            + "; this is a defect of the processor, please report it");
  }

  /** Does something; a failure of ours in it is one error, and nothing reaches the compiler. */
  void guard(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      general(
          "[internal-error] the migrations could not be checked: the migration processor failed"
              + " with "
              + e
              + "; this is a defect of the processor, please report it");
    }
  }

  /** Reports what is about no element. */
  void general(String message) {
    failed = true;
    messager.printMessage(Diagnostic.Kind.ERROR, message);
  }

  private void print(boolean error, Place place, String text) {
    failed |= error;
    Diagnostic.Kind kind = error ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING;
    if (place.mirror().isEmpty()) {
      messager.printMessage(kind, text, place.element());
    } else if (place.value().isEmpty()) {
      messager.printMessage(kind, text, place.element(), place.mirror().get());
    } else {
      messager.printMessage(kind, text, place.element(), place.mirror().get(), place.value().get());
    }
  }

  /** A log with the character NUL in it is taken for a binary file. */
  private static String visible(String sql) {
    return sql.replace('\0', '\u2400');
  }

  private static void line(StringBuilder text, String label, String content) {
    text.append(LABEL.formatted(label, content));
  }
}
