package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.sql.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What operators give. */
final class Operators {
  private Operators() {}

  static Datum apply(Evaluation with, Term.Operation operation) {
    List<Term> terms = operation.operands();
    return switch (operation.operator()) {
      case "and", "or" -> logical(with, terms, operation.operator().equals("or"));
      case "not" -> not(with.of(terms.get(0)));
      case "is null" -> isNull(with.of(terms.get(0)));
      case "is true", "is false" ->
          is(with.of(terms.get(0)), operation.operator().equals("is true"));
      case "in" ->
          in(with.of(terms.get(0)), terms.subList(1, terms.size()).stream().map(with::of).toList());
      default -> binary(operation.operator(), with.of(terms.get(0)), with.of(terms.get(1)));
    };
  }

  private static Datum is(Datum value, boolean wanted) {
    return value
        .holds()
        .map(holds -> Datum.of(!(value instanceof Datum.Null) && holds == wanted))
        .orElse(Datum.Unknown.VALUE);
  }

  private static Datum logical(Evaluation with, List<Term> terms, boolean any) {
    boolean unknown = false;
    boolean isNull = false;
    for (Term term : terms) {
      Datum value = with.of(term);
      if (value instanceof Datum.Null) {
        isNull = true;
        continue;
      }
      Optional<Boolean> holds = value.holds();
      if (holds.isPresent() && holds.get() == any) {
        return Datum.of(any);
      }
      unknown |= holds.isEmpty();
    }
    return unknown ? Datum.Unknown.VALUE : isNull ? Datum.Null.VALUE : Datum.of(!any);
  }

  private static Datum not(Datum value) {
    return value instanceof Datum.Null
        ? value
        : value.holds().map(holds -> Datum.of(!holds)).orElse(Datum.Unknown.VALUE);
  }

  private static Datum isNull(Datum value) {
    return value instanceof Datum.Unknown
        ? Datum.Unknown.VALUE
        : Datum.of(value instanceof Datum.Null);
  }

  private static Datum in(Datum left, List<Datum> among) {
    boolean unknown = false;
    for (Datum value : among) {
      Datum equal = compare("=", left, value);
      if (equal.holds().orElse(false)) {
        return equal;
      }
      unknown |= !(equal instanceof Datum.Bool);
    }
    return unknown ? Datum.Unknown.VALUE : Datum.of(false);
  }

  private static Datum binary(String operator, Datum left, Datum right) {
    if (left instanceof Datum.Null || right instanceof Datum.Null) {
      return operator.equals("[]") || operator.equals("= any")
          ? Datum.Unknown.VALUE
          : Datum.Null.VALUE;
    }
    return switch (operator) {
      case "||" -> concatenation(left, right);
      case "=", "<>", "<", ">", "<=", ">=" -> compare(operator, left, right);
      case "= any" ->
          right instanceof Datum.Elements list ? in(left, list.elements()) : Datum.Unknown.VALUE;
      case "+", "-", "*" -> sum(operator, left, right);
      case "like" -> like(left, right, false);
      case "ilike" -> like(left, right, true);
      case "[]" -> element(left, right);
      default -> Datum.Unknown.VALUE;
    };
  }

  private static Datum concatenation(Datum left, Datum right) {
    boolean lists = left instanceof Datum.Elements || right instanceof Datum.Elements;
    if (lists) {
      if (!(left instanceof Datum.Elements) && !(right instanceof Datum.Elements)) {
        return Datum.Unknown.VALUE;
      }
      boolean unknown = left instanceof Datum.Unknown || right instanceof Datum.Unknown;
      List<Datum> all = new ArrayList<>(elements(left));
      all.addAll(elements(right));
      return unknown ? Datum.Unknown.VALUE : new Datum.Elements(all);
    }
    return new Datum.Text(left.written().orElse("") + right.written().orElse(""));
  }

  private static List<Datum> elements(Datum value) {
    return value instanceof Datum.Elements list ? list.elements() : List.of(value);
  }

  static Datum compare(String operator, Datum left, Datum right) {
    if (left instanceof Datum.Null || right instanceof Datum.Null) {
      return Datum.Null.VALUE;
    }
    Optional<Boolean> equal = equal(left, right);
    if (operator.equals("=") || operator.equals("<>")) {
      return equal.map(e -> Datum.of(e == operator.equals("="))).orElse(Datum.Unknown.VALUE);
    }
    if (left instanceof Datum.AtLeast least && right instanceof Datum.Int two) {
      return withLeast(operator, least.value(), two.value());
    }
    if (!(left instanceof Datum.Int one && right instanceof Datum.Int two)) {
      return Datum.Unknown.VALUE;
    }
    int order = Long.compare(one.value(), two.value());
    return switch (operator) {
      case "<" -> Datum.of(order < 0);
      case ">" -> Datum.of(order > 0);
      case "<=" -> Datum.of(order <= 0);
      default -> Datum.of(order >= 0);
    };
  }

  private static Datum withLeast(String operator, long least, long other) {
    boolean reaches = operator.equals(">=") || operator.equals("<");
    boolean decided = reaches ? least >= other : least > other;
    return decided ? Datum.of(operator.startsWith(">")) : Datum.Unknown.VALUE;
  }

  private static Optional<Boolean> equal(Datum left, Datum right) {
    if (left instanceof Datum.Text one && right instanceof Datum.Text two) {
      return one.same(two);
    }
    boolean booleans = left instanceof Datum.Bool || right instanceof Datum.Bool;
    if (booleans) {
      Optional<Boolean> one = left.holds();
      Optional<Boolean> two = right.holds();
      return one.flatMap(a -> two.map(a::equals));
    }
    boolean known =
        (left instanceof Datum.Int && right instanceof Datum.Int)
            || (left instanceof Datum.Oid && right instanceof Datum.Oid);
    boolean same =
        (left instanceof Datum.Oid one && right instanceof Datum.Oid two)
            ? one.oid() == two.oid()
            : left.equals(right);
    return known ? Optional.of(same) : Optional.empty();
  }

  private static Datum sum(String operator, Datum left, Datum right) {
    if (!(left instanceof Datum.Int one && right instanceof Datum.Int two)) {
      return Datum.Unknown.VALUE;
    }
    long a = one.value();
    long b = two.value();
    return new Datum.Int(operator.equals("+") ? a + b : operator.equals("-") ? a - b : a * b);
  }

  private static Datum like(Datum left, Datum right, boolean ignoringCase) {
    if (!(left instanceof Datum.Text text && right instanceof Datum.Text like) || !like.known()) {
      return Datum.Unknown.VALUE;
    }
    if (!text.known()) {
      return likeUnknown(text, like.text());
    }
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < like.text().length(); i++) {
      char c = like.text().charAt(i);
      boolean escaped = c == '\\' && i + 1 < like.text().length();
      if (escaped) {
        i++;
        pattern.append(Pattern.quote(String.valueOf(like.text().charAt(i))));
      } else {
        pattern.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
      }
    }
    int flags = Pattern.DOTALL | (ignoringCase ? Pattern.CASE_INSENSITIVE : 0);
    return Datum.of(Pattern.compile(pattern.toString(), flags).matcher(text.text()).matches());
  }

  /** Of a text of which the beginning is known, a pattern that asks for it only. */
  private static Datum likeUnknown(Datum.Text text, String like) {
    String start = Datum.pieces(text.text()).get(0);
    String asked = like.replace("\\", "");
    boolean onlyStart = asked.indexOf('%') == asked.length() - 1 && !start.isEmpty();
    boolean holds =
        onlyStart
            && like(new Datum.Text(start), new Datum.Text(like), false).equals(Datum.of(true));
    return holds ? Datum.of(true) : Datum.Unknown.VALUE;
  }

  private static Datum element(Datum list, Datum index) {
    if (list instanceof Datum.Elements known && index instanceof Datum.Int at) {
      boolean there = at.value() >= 1 && at.value() <= known.elements().size();
      return there ? known.elements().get((int) at.value() - 1) : Datum.Null.VALUE;
    }
    return Datum.Unknown.VALUE;
  }
}
