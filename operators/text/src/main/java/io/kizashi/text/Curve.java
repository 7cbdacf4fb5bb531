package io.kizashi.text;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How pleasant each score of a scale is: straight lines between points, from the lowest score,
 * which is −1, to the highest, which is 1.
 *
 * @param points by rising score, at least two
 */
record Curve(List<Point> points) {
  /** A score and its valence. */
  record Point(double score, double valence) {}

  static Curve around(double lowest, double neutral, double highest) {
    return new Curve(List.of(new Point(lowest, -1), new Point(neutral, 0), new Point(highest, 1)));
  }

  /** With a bend at a score below the neutral one. */
  Curve through(double score, double valence) {
    return new Curve(
        Stream.concat(Stream.of(points.get(0), new Point(score, valence)), points.stream().skip(1))
            .toList());
  }

  /**
   * With another neutral score; one that does not lie between lowest and highest changes nothing.
   */
  Curve rebased(double neutral) {
    double lowest = points.get(0).score();
    double highest = points.get(points.size() - 1).score();
    return neutral > lowest && neutral < highest ? around(lowest, neutral, highest) : this;
  }

  /** The valence of a score; none of what is off the scale. */
  OptionalDouble at(double score) {
    for (int i = 1; i < points.size(); i++) {
      Point from = points.get(i - 1);
      Point to = points.get(i);
      if (score >= from.score() && score <= to.score()) {
        double share = (score - from.score()) / (to.score() - from.score());
        return OptionalDouble.of(from.valence() + share * (to.valence() - from.valence()));
      }
    }
    return OptionalDouble.empty();
  }
}
