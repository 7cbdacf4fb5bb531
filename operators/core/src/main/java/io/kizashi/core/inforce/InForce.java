package io.kizashi.core.inforce;

import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Rules;
import io.kizashi.core.rules.Trial;
import io.kizashi.schema.Pause;
import java.util.List;

/**
 * What is in force for one customer.
 *
 * @param succession the rulebooks
 * @param customer the customer's key, which decides on parts; empty for one who is in every part
 * @param pauses what is not to be done for now
 */
public record InForce(Succession succession, String customer, List<Pause.Target> pauses) {
  /** Copies the pauses. */
  public InForce {
    pauses = List.copyOf(pauses);
  }

  /** One rulebook for all time, with every rule that it has. */
  public static InForce always(Rules rules) {
    return new InForce(Succession.of(rules), "", List.of());
  }

  /** The rules in force. */
  public Rules rules() {
    return succession.rules();
  }

  /** Whether a rule looks at the customer at all. */
  public boolean covers(MomentRule rule) {
    return covers(rule.name(), rule.trial());
  }

  /** Whether an action may be chosen for the customer. */
  public boolean covers(ActionRule action) {
    return covers(action.name(), action.trial());
  }

  private boolean covers(String name, Trial trial) {
    return customer.isEmpty() || trial.covers(name, customer);
  }
}
