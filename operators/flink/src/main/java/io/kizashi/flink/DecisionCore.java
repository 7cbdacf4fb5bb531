package io.kizashi.flink;

import io.kizashi.core.decide.Decider;
import io.kizashi.core.decide.Verdict;
import io.kizashi.core.inforce.InForce;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import java.io.Serializable;

/** What decides: {@link Decider}, or in a test one that has a defect. Travels with the job. */
interface DecisionCore extends Serializable {
  /** The core as it is. */
  DecisionCore SOUND = new DecisionCore() {};

  /** See {@link Decider#decide}. */
  default Verdict decide(CustomerState state, Touchpoint touchpoint, InForce rules, long now) {
    return Decider.decide(state, touchpoint, rules, now);
  }

  /** See {@link Decider#wakeUp}. */
  default Verdict wakeUp(CustomerState state, InForce rules, long now) {
    return Decider.wakeUp(state, rules, now);
  }

  /** See {@link Decider#settle}. */
  default Verdict settle(CustomerState state, InForce rules) {
    return Decider.settle(state, rules);
  }
}
