package io.kizashi.core.content;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** A value as it is put into a place of a template. */
public final class Filling {
  /** Graphemes of one value: two lines of a letter; what is longer drowns the words around it. */
  static final int MOST = 200;

  /** Digits that a double is sure of: 0.1 + 0.2 reads as 0.3. */
  private static final MathContext EXACT = new MathContext(15);

  /** Characters of a number: longer ones, like 1e-20 written out, would fill a text message. */
  private static final int LONGEST_NUMBER = 24;

  private final String text;

  /** What less of it can be taken from; empty where less would say something else. */
  private final Optional<Line> line;

  private Filling(String text, Optional<Line> line) {
    this.text = text;
    this.line = line;
  }

  /**
   * A scalar; empty where there is nothing to write: no visible text, no finite number, or no
   * scalar.
   */
  public static Optional<Filling> of(Object value) {
    if (value instanceof String words) {
      return Line.of(words, MOST).map(line -> new Filling(line.upTo(MOST), Optional.of(line)));
    }
    if (value instanceof Double number) {
      return number(number).map(Filling::indivisible);
    }
    return value instanceof Boolean ? Optional.of(indivisible(value.toString())) : Optional.empty();
  }

  /** A text that stands as a whole or not at all, as a name does. */
  public static Optional<Filling> whole(String words) {
    return Line.of(words, MOST).map(line -> indivisible(line.upTo(MOST)));
  }

  private static Filling indivisible(String text) {
    return new Filling(text, Optional.empty());
  }

  /** A number as people write it: whole ones without a fraction, none with an exponent. */
  private static Optional<String> number(double number) {
    if (!(Math.abs(number) < Format.INEXACT)) {
      return Optional.empty();
    }
    if (number == Math.rint(number)) {
      return Optional.of(Long.toString((long) number));
    }
    String digits = BigDecimal.valueOf(number).round(EXACT).stripTrailingZeros().toPlainString();
    return Optional.of(digits).filter(it -> it.length() <= LONGEST_NUMBER);
  }

  /** All of it that may be written. */
  public String text() {
    return text;
  }

  /** Less of it, if less of it says something. */
  String upTo(int graphemes) {
    return line.isPresent() ? line.get().upTo(graphemes) : text;
  }
}
