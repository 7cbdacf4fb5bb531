package io.kizashi.lab.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** The figures of agreement, by their textbook definitions. */
final class Statistics {
  private Statistics() {}

  /** Pearson's correlation; 0 where one side does not vary. */
  static double correlation(double[] x, double[] y) {
    double meanX = Arrays.stream(x).average().orElse(0);
    double meanY = Arrays.stream(y).average().orElse(0);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - meanX) * (y[i] - meanY);
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
    }
    return xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy);
  }

  /** The mean of the F1 of every label that occurs among the true ones. */
  static double macroF1(List<String> labels, List<String> found) {
    return new TreeSet<>(labels)
        .stream().mapToDouble(label -> f1(label, labels, found)).average().orElse(0);
  }

  private static double f1(String label, List<String> labels, List<String> found) {
    int right = 0;
    int named = 0;
    for (int i = 0; i < labels.size(); i++) {
      boolean is = labels.get(i).equals(label);
      boolean said = found.get(i).equals(label);
      right += is && said ? 1 : 0;
      named += (is ? 1 : 0) + (said ? 1 : 0);
    }
    return 2.0 * right / named;
  }
}
