package io.kizashi.oracle.story;

import io.kizashi.core.decide.Decider;
import io.kizashi.core.decide.Recollection;
import io.kizashi.core.decide.Verdict;
import io.kizashi.core.inforce.InForce;
import io.kizashi.core.inforce.Succession;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Pause;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.Clock;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Profile;
import java.util.List;

/** The engine's core, driven as its shell would: through the bytes of its state. */
public final class CoreLoop {
  private final InForce inForce;
  private final Shell shell;
  private CustomerState state = CustomerState.EMPTY;
  private long proven = Long.MIN_VALUE;

  /** From the beginning. */
  public CoreLoop(Rules rules, List<Pause.Target> pauses, Shell shell) {
    this.inForce = new InForce(Succession.of(rules), KnownCustomer.KEY.text(), pauses);
    this.shell = shell;
  }

  /** Does what a verdict asks. */
  public interface Shell {
    /**
     * The core has judged.
     *
     * @param before the state that it judged by
     * @param now the time that was proven then, milliseconds since the epoch
     */
    void act(CustomerState before, Verdict verdict, long now);
  }

  /** One that goes on from here by other rules, or with another customer. */
  public CoreLoop with(Rules others, CustomerState other, Shell itsShell) {
    CoreLoop loop = new CoreLoop(others, inForce.pauses(), itsShell);
    loop.state = other;
    loop.proven = proven;
    return loop;
  }

  /** One that starts again from a checkpoint: which time was proven by then, it does not know. */
  public CoreLoop restarted(CustomerState checkpoint, Shell itsShell) {
    CoreLoop loop = new CoreLoop(inForce.rules(), inForce.pauses(), itsShell);
    loop.state = checkpoint;
    return loop;
  }

  /** All has come again that was known before the restart: settles what can be settled by now. */
  public void settle() {
    if (!state.said().isNothing() && Recollection.settlesAt(state, inForce) <= proven) {
      act(Decider.settle(state, inForce), proven);
    }
  }

  /** A touchpoint arrives; what became of it. */
  public Verdict.Fate arrives(Touchpoint touchpoint) {
    Verdict verdict = Decider.decide(state, touchpoint, inForce, proven);
    act(verdict, proven);
    return verdict.fate();
  }

  /** Time is proven; it never goes back. */
  public void proven(long time) {
    proven = Math.max(proven, time);
    // Timers fire in order.
    while (state.clock().wakeUp() <= proven && state.clock().wakeUp() != Clock.NEVER) {
      long now = state.clock().wakeUp();
      // A timer may be set for what was due before a late touchpoint: more is proven by then.
      act(Decider.wakeUp(state, inForce, now), Math.max(now, state.clock().judgedUntil()));
    }
  }

  private void act(Verdict verdict, long now) {
    CustomerState before = state;
    state = CustomerState.decode(verdict.state().encode());
    shell.act(before, verdict, now);
  }

  /** Whether something that was known is not any more. */
  public boolean hasForgotten() {
    Profile profile = state.profile();
    return state.history().evicted() > 0
        || profile.entries().size() >= Bounds.PROFILE_PROPERTIES
        || profile.entries().values().stream().anyMatch(it -> it.size() >= Bounds.PROFILE_VALUES);
  }

  /** What is known of the customer now. */
  public CustomerState state() {
    return state;
  }
}
