package io.kizashi.core.detect;

import io.kizashi.core.detect.Timeline.Seen;
import io.kizashi.core.expression.Bindings;
import io.kizashi.core.rules.MomentRule.Pattern;
import io.kizashi.core.rules.Step;
import io.kizashi.core.time.Times;
import java.util.Arrays;
import java.util.List;

/** Where the first steps of all attempts of a rule end: a step may ask for several touchpoints. */
final class FirstSteps {
  private static final int NONE = -1;

  private final Step.Event step;
  private final Fits fits;
  private final List<Seen> timeline;

  /** By index: the newest anchor of an attempt whose repeated first step ends there. */
  private int[] newest = new int[0];

  FirstSteps(World world, Pattern pattern) {
    this.step = pattern.first();
    this.fits = new Fits(world, pattern);
    this.timeline = world.timeline();
  }

  Fits fits() {
    return fits;
  }

  /** Whether an attempt with a newer anchor ends its first step at an index. */
  boolean endsAttemptNewerThan(int anchor, int index) {
    if (!step.isRepeated()) {
      return index > anchor && fits.starts(index);
    }
    if (newest.length == 0) {
      newest = newest();
    }
    return newest[index] > anchor;
  }

  private int[] newest() {
    int[] anchors = new int[timeline.size()];
    Arrays.fill(anchors, NONE);
    for (int i = 0; i < timeline.size(); i++) {
      int end = fits.starts(i) ? end(i) : NONE;
      if (end != NONE) {
        anchors[end] = i;
      }
    }
    return anchors;
  }

  /** Where the last repetition lies that begins at an anchor. */
  private int end(int anchor) {
    Bindings bindings = fits.named(step, anchor, Bindings.none());
    long until = Times.plus(timeline.get(anchor).time(), step.within());
    int left = step.times() - 1;
    for (int i = anchor + 1; i < timeline.size() && timeline.get(i).time() <= until; i++) {
      if (fits.test(0, i, bindings) && --left == 0) {
        return i;
      }
    }
    return NONE;
  }
}
