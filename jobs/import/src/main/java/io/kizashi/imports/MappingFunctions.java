package io.kizashi.imports;

import dev.cel.bundle.CelBuilder;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** What mappings need beyond CEL's own: {@code sum}, {@code round} and {@code pad}. */
final class MappingFunctions {
  private static final int MOST_DIGITS = 18;

  private MappingFunctions() {}

  static void addTo(CelBuilder builder) {
    builder.addFunctionDeclarations(
        CelFunctionDecl.newFunctionDeclaration(
            "sum",
            CelOverloadDecl.newGlobalOverload(
                "sum_list", SimpleType.DOUBLE, ListType.create(SimpleType.DYN))),
        CelFunctionDecl.newFunctionDeclaration(
            "round",
            CelOverloadDecl.newGlobalOverload(
                "round_double_int", SimpleType.DOUBLE, SimpleType.DOUBLE, SimpleType.INT)),
        CelFunctionDecl.newFunctionDeclaration(
            "pad",
            CelOverloadDecl.newGlobalOverload(
                "pad_int_int", SimpleType.STRING, SimpleType.INT, SimpleType.INT)));
    builder.addFunctionBindings(
        CelFunctionBinding.fromOverloads(
            "sum", CelFunctionBinding.from("sum_list", List.class, MappingFunctions::sum)));
    builder.addFunctionBindings(
        CelFunctionBinding.fromOverloads(
            "round",
            CelFunctionBinding.from(
                "round_double_int", Double.class, Long.class, MappingFunctions::round)));
    builder.addFunctionBindings(
        CelFunctionBinding.fromOverloads(
            "pad",
            CelFunctionBinding.from("pad_int_int", Long.class, Long.class, MappingFunctions::pad)));
  }

  /** Exact over the decimals as they are written, so that 0.1 + 0.2 is 0.3. */
  private static Object sum(List<?> numbers) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Object number : numbers) {
      if (!(number instanceof Number n) || !Double.isFinite(n.doubleValue())) {
        throw new IllegalArgumentException("sum: '" + number + "' is no number");
      }
      sum = sum.add(n instanceof Double d ? BigDecimal.valueOf(d) : new BigDecimal(n.toString()));
    }
    return sum.doubleValue();
  }

  /** Halves are rounded away from zero, as on an invoice. */
  private static Object round(double number, long digits) {
    checkDigits("round", digits);
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("round: " + number + " can't be rounded");
    }
    return BigDecimal.valueOf(number).setScale((int) digits, RoundingMode.HALF_UP).doubleValue();
  }

  /** Zeros in front, so that texts sort as their numbers do. */
  private static Object pad(long number, long width) {
    checkDigits("pad", width - 1);
    return String.format(Locale.ROOT, "%0" + width + "d", number);
  }

  private static void checkDigits(String function, long digits) {
    if (digits < 0 || digits > MOST_DIGITS) {
      throw new IllegalArgumentException(function + ": too few or too many digits");
    }
  }
}
