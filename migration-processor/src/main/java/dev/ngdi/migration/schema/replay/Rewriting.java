package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Bound;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.replay.Sources.Source;
import dev.ngdi.migration.schema.replay.Sources.SourceColumn;
import dev.ngdi.migration.sql.Fragment;
import dev.ngdi.migration.sql.Identifiers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A text while its names are being resolved, and its stars exchanged for columns. */
final class Rewriting {
  private final String sql;
  private final Map<Ref, Boolean> needs = new LinkedHashMap<>();
  private final TreeMap<Integer, Piece> pieces = new TreeMap<>();
  private boolean doubtful;

  Rewriting(String sql) {
    this.sql = sql;
  }

  /** A part of the text, what stands there instead, and the names in that. */
  private record Piece(int end, String text, List<Bound.Name> names) {}

  /** Says that the text may refer to more than is known. */
  void doubt() {
    doubtful = true;
  }

  void need(Ref ref, boolean certain) {
    if (ref.oid() != 0) {
      needs.merge(ref, certain, Boolean::logicalOr);
    }
  }

  void object(Fragment.Span at, Ref ref, Bound.Form form, boolean certain) {
    need(ref, certain);
    name(at, ref, form);
  }

  /**
   * A column.
   *
   * @param result whether it gives a column of the result its name
   */
  void column(Fragment.Span at, SourceColumn column, boolean certain, boolean result) {
    need(column.ref(), certain);
    if (column.ref().oid() == 0 || column.renamed()) {
      return;
    }
    boolean named = !result || hasAlias(at.end(), column.name());
    name(at, column.ref(), named ? Bound.Form.COLUMN : Bound.Form.RESULT);
  }

  private boolean hasAlias(int end, String name) {
    String alias = "\\s+(as\\s.*|\"?%s\\b.*)".formatted(Pattern.quote(name));
    return Pattern.compile(alias, Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
        .matcher(sql.substring(end))
        .matches();
  }

  private void name(Fragment.Span at, Ref ref, Bound.Form form) {
    String text = sql.substring(at.start(), at.end());
    pieces.put(
        at.start(),
        new Piece(at.end(), text, List.of(new Bound.Name(0, text.length(), ref, form))));
  }

  /** Puts all columns of some sources where a star stands. */
  void expand(Fragment.ColumnUse star, List<Source> sources) {
    StringBuilder text = new StringBuilder();
    List<Bound.Name> names = new ArrayList<>();
    for (Source source : sources) {
      String alias = source.alias().map(Identifiers::quote).orElse("");
      for (SourceColumn column : source.columns()) {
        text.append(text.isEmpty() ? "" : ", ");
        int start = text.length();
        text.append(alias);
        if (source.oid() != 0 && source.renames()) {
          names.add(
              new Bound.Name(start, text.length(), Ref.to(source.oid()), Bound.Form.QUALIFIER));
        }
        text.append('.');
        int at = text.length();
        text.append(Identifiers.quote(column.name()));
        if (column.ref().oid() != 0 && !column.renamed()) {
          names.add(new Bound.Name(at, text.length(), column.ref(), Bound.Form.RESULT));
        }
      }
    }
    int start = star.qualifierAt().map(Fragment.Span::start).orElse(star.at().start());
    pieces.put(start, new Piece(star.at().end(), text.toString(), names));
  }

  Map<Ref, Boolean> needs() {
    return needs;
  }

  Bound bound(boolean complete) {
    StringBuilder text = new StringBuilder();
    List<Bound.Name> names = new ArrayList<>();
    int end = 0;
    for (Map.Entry<Integer, Piece> entry : pieces.entrySet()) {
      Piece piece = entry.getValue();
      if (entry.getKey() < end) {
        continue;
      }
      text.append(sql, end, entry.getKey());
      int shift = text.length();
      for (Bound.Name name : piece.names()) {
        names.add(
            new Bound.Name(name.start() + shift, name.end() + shift, name.target(), name.form()));
      }
      text.append(piece.text());
      end = piece.end();
    }
    return new Bound(text.append(sql.substring(end)).toString(), names, complete && !doubtful);
  }
}
