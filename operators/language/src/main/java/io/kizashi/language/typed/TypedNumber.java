package io.kizashi.language.typed;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Numbers with what does not belong to them: full width, {@code 1,500}, {@code ¥300}. */
public final class TypedNumber {
  private TypedNumber() {}

  /** A text in narrow small letters, without blanks and curly quotes around it. */
  static String narrow(String typed) {
    String narrow = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return narrow.replaceAll("^[\\s“”‘’\"']+|[\\s“”‘’\"']+$", "");
  }

  /** The number as a rulebook writes it; empty where it is not certain which one is meant. */
  public static Optional<String> of(String typed) {
    String text =
        narrow(typed)
            .replaceFirst("^[¥￥$€]\\s*|\\s*(円|yen|jpy)$", "")
            .replaceAll("^([-+]?\\d{1,3}(,\\d{3})+)(\\.\\d+)?$", "$1$3")
            .replaceFirst("^[−–]", "-");
    String plain = text.matches("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d+)?") ? text.replace(",", "") : text;
    String number = plain.replaceFirst("^\\+", "").replaceFirst("^(-?)\\.", "$10.");
    return Optional.of(number).filter(it -> it.matches("-?\\d{1,9}(\\.\\d{1,9})?"));
  }

  /** A share in whole percent, {@code 10%}; {@code 0.1} and {@code 10} are ten percent too. */
  public static Optional<String> percent(String typed) {
    String text = narrow(typed).replaceFirst("\\s*(%|percent|パーセント)$", "%");
    Optional<BigDecimal> number =
        of(text.replace("%", "")).map(BigDecimal::new).filter(it -> it.signum() > 0);
    boolean share = !text.endsWith("%") && number.filter(TypedNumber::isBelowOne).isPresent();
    return number
        .map(it -> share ? it.movePointRight(2) : it)
        .map(BigDecimal::stripTrailingZeros)
        .filter(it -> it.scale() <= 0 && it.compareTo(BigDecimal.valueOf(100)) <= 0)
        .map(it -> it.toPlainString() + "%");
  }

  private static boolean isBelowOne(BigDecimal number) {
    return number.compareTo(BigDecimal.ONE) < 0;
  }
}
