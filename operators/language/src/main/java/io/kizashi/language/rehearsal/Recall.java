package io.kizashi.language.rehearsal;

import io.kizashi.core.decide.Decider;
import io.kizashi.core.decide.Verdict;
import io.kizashi.core.expression.Unread;
import io.kizashi.core.inforce.InForce;
import io.kizashi.core.inforce.Succession;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.Clock;
import io.kizashi.schema.state.CustomerState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Goes through a recorded stream once more as a replay does, and notes all that came of it for one
 * customer.
 */
public final class Recall {
  private final CustomerKey customer;
  private final InForce inForce;
  private final List<Episode> episodes = new ArrayList<>();
  private final SortedMap<Unread, Integer> unread = new TreeMap<>();
  private CustomerState state = CustomerState.EMPTY;
  private long proven = Long.MIN_VALUE;

  /** Nothing has happened yet. */
  public Recall(CustomerKey customer, Rules rules) {
    this.customer = customer;
    this.inForce = new InForce(Succession.of(rules), customer.text(), List.of());
  }

  /** The next touchpoint of the stream, whoever's it is: it proves time up to just before it. */
  public void arrives(Touchpoint touchpoint) {
    if (touchpoint.cameUnder().equals(customer)) {
      note(Decider.decide(state, touchpoint, inForce, proven));
    }
    prove(touchpoint.time() - 1);
  }

  /** The stream is over: all that is pending falls due. */
  public void ends() {
    prove(Long.MAX_VALUE - 1);
  }

  /**
   * Time has come to an instant: what falls due up to it is judged.
   *
   * @param time milliseconds since the epoch
   */
  public void prove(long time) {
    proven = Math.max(proven, time);
    while (state.clock().wakeUp() != Clock.NEVER && state.clock().wakeUp() <= proven) {
      note(Decider.wakeUp(state, inForce, state.clock().wakeUp()));
    }
  }

  private void note(Verdict verdict) {
    state = verdict.state();
    verdict.moments().forEach(moment -> episodes.add(new Episode.OfMoment(moment)));
    verdict
        .recommendations()
        .forEach(recommendation -> episodes.add(new Episode.OfRecommendation(recommendation)));
    verdict.trace().withheld().forEach(withheld -> episodes.add(new Episode.OfNothing(withheld)));
    verdict.trace().unread().forEach(it -> unread.merge(it, 1, Integer::sum));
  }

  /** All that came of it so far, in the order in which it was known. */
  public List<Episode> episodes() {
    return List.copyOf(episodes);
  }

  /** What conditions could not read so far, and on how many occasions. */
  public SortedMap<Unread, Integer> unread() {
    return Collections.unmodifiableSortedMap(unread);
  }
}
