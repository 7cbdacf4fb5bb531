package io.kizashi.control.guard;

/**
 * What an engine counted of its decisions.
 *
 * @param touchpoints of customers
 * @param moments that were detected
 * @param recommendations that were issued
 * @param retracted moments and recommendations that were taken back
 * @param withheld recommendations that were chosen and not issued
 * @param negative outcomes that customers or channels reported
 */
public record Figures(
    long touchpoints,
    long moments,
    long recommendations,
    long retracted,
    long withheld,
    long negative) {
  static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0);

  Figures plus(Figures other) {
    return new Figures(
        touchpoints + other.touchpoints,
        moments + other.moments,
        recommendations + other.recommendations,
        retracted + other.retracted,
        withheld + other.withheld,
        negative + other.negative);
  }

  /** Whatever can be taken back. */
  long issued() {
    return moments + recommendations;
  }

  /** Whatever was chosen. */
  long chosen() {
    return recommendations + withheld;
  }
}
