package io.kizashi.oracle.moments;

/** How the rulebook writes things. */
final class Yaml {
  private Yaml() {}

  /** A duration, in milliseconds. */
  static String span(long millis) {
    return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
  }

  /** A condition, unless it says nothing. */
  static String where(Expr where, RandomScope scope) {
    return where.equals(Expr.Constant.TRUE) ? "" : ", where: '" + where.cel(scope) + "'";
  }
}
