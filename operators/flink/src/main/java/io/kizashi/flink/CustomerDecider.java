package io.kizashi.flink;

import io.kizashi.core.decide.Recollection;
import io.kizashi.core.decide.Verdict;
import io.kizashi.core.inforce.InForce;
import io.kizashi.flink.Arrival.Touched;
import io.kizashi.flink.customers.CustomerStates;
import io.kizashi.flink.customers.Deadlines;
import io.kizashi.flink.freeze.Defect;
import io.kizashi.flink.freeze.FrozenCustomers;
import io.kizashi.flink.freeze.Held;
import io.kizashi.flink.recall.Unsettled;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.RulebookRef;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.Clock;
import io.kizashi.schema.state.CustomerState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides for one customer at a time, that of the current key, with a net below the core: whom it
 * fails for is frozen, and everybody else goes on. Failures of the store, of Kafka and of Flink are
 * nobody's own and pass.
 */
final class CustomerDecider implements Unsettled.Customers {
  private static final Logger LOG = LoggerFactory.getLogger(CustomerDecider.class);

  private final DecisionCore core;
  private final Function<String, InForce> rules;
  private final CustomerStates states;
  private final Deadlines deadlines;
  private final FrozenCustomers frozen;
  private final Emissions effects;

  CustomerDecider(
      DecisionCore core,
      Function<String, InForce> rules,
      CustomerStates states,
      Deadlines deadlines,
      FrozenCustomers frozen,
      Emissions effects) {
    this.core = core;
    this.rules = rules;
    this.states = states;
    this.deadlines = deadlines;
    this.frozen = frozen;
    this.effects = effects;
  }

  /** What may fail: from a customer's state to what follows, if anything does. */
  @FunctionalInterface
  private interface Judge {
    Optional<Verdict> of(CustomerState before, InForce rules);
  }

  /** What is to be done, with all that can fail about it behind it. */
  private record Decided(
      CustomerState before, Verdict verdict, long timer, RulebookRef rules, Rendered records) {
    static Decided of(CustomerState before, Verdict verdict, InForce rules) {
      CustomerState after = verdict.state();
      if (after != before) {
        after.encode(); // here, since in the store nobody would know whose it is
      }
      return new Decided(
          before, verdict, after.clock().wakeUp(), rules.rules().ref(), Rendered.of(verdict));
    }
  }

  // ---- what comes to a customer ----

  void touched(Touched touched) throws Exception {
    touched(Held.of(touched.origin(), touched.touchpoint(), deadlines.now()));
  }

  private void touched(Held held) throws Exception {
    Touchpoint touchpoint = held.touchpoint();
    String customer = touchpoint.cameUnder().text();
    if (frozen.isFrozen(customer)) {
      hold(customer, held);
      return;
    }
    Judge judge =
        (before, rules) -> Optional.of(core.decide(before, touchpoint, rules, held.proven()));
    Optional<Decided> decided = decide(customer, judge, Optional.of(held));
    if (decided.isPresent()) {
      effects.fate(
          held.origin(), touchpoint, decided.get().verdict().fate(), decided.get().rules());
      act(decided.get());
    }
  }

  /** A deadline has come. */
  void due(String customer, long time) throws Exception {
    judge(customer, (before, rules) -> Optional.of(core.wakeUp(before, rules, time)));
  }

  /** The rules have changed, and the customer may not follow those in force. */
  void follow(String customer) throws Exception {
    judge(
        customer,
        (before, rules) ->
            rules.succession().isFollowedBy(before)
                ? Optional.empty()
                : Optional.of(core.wakeUp(before, rules, deadlines.now())));
  }

  /** Also of a frozen one, whom a thaw lets say nothing twice. */
  @Override
  public void recall(String customer, UnaryOperator<CustomerState> recall) throws Exception {
    effects.recalled();
    CustomerState before = states.read();
    CustomerState after;
    try {
      after = recall.apply(before);
      after.encode(); // here, since in the store nobody would know whose it is
    } catch (RuntimeException | StackOverflowError e) { // a defect, of this customer's
      failed(customer, before, e);
      return;
    }
    states.write(after);
  }

  @Override
  public long settlesAt(String customer) throws Exception {
    CustomerState state = states.read();
    try {
      return Recollection.settlesAt(state, rules.apply(customer));
    } catch (RuntimeException | StackOverflowError e) { // a defect, of this customer's
      failed(customer, state, e);
      return Clock.NEVER;
    }
  }

  private void failed(String customer, CustomerState before, Throwable thrown) throws Exception {
    if (!frozen.isFrozen(customer)) {
      freeze(customer, before, Optional.empty(), thrown);
    }
  }

  @Override
  public OptionalInt settle(String customer) throws Exception {
    Judge judge = (before, rules) -> Optional.of(core.settle(before, rules));
    Optional<Decided> settled = judge(customer, judge);
    return settled.isPresent()
        ? OptionalInt.of(settled.get().records().said())
        : OptionalInt.empty();
  }

  private Optional<Decided> judge(String customer, Judge judge) throws Exception {
    if (frozen.isFrozen(customer)) {
      return Optional.empty();
    }
    Optional<Decided> decided = decide(customer, judge, Optional.empty());
    if (decided.isPresent()) {
      act(decided.get());
    }
    return decided;
  }

  // ---- the verdict: 1 state, 2 timer, 3 effects ----

  private Optional<Decided> decide(String customer, Judge judge, Optional<Held> cause)
      throws Exception {
    CustomerState before = states.read();
    try {
      InForce inForce = rules.apply(customer);
      return judge.of(before, inForce).map(verdict -> Decided.of(before, verdict, inForce));
    } catch (RuntimeException | StackOverflowError e) { // a defect, of this customer's
      freeze(customer, before, cause, e);
      return Optional.empty();
    }
  }

  private void act(Decided decided) throws Exception {
    CustomerState before = decided.before();
    CustomerState after = decided.verdict().state();
    if (after != before) {
      states.write(after);
    }
    deadlines.move(before.clock().wakeUp(), decided.timer());
    effects.emit(decided.records(), decided.verdict().trace(), decided.rules());
  }

  // ---- the net ----

  private void freeze(String customer, CustomerState before, Optional<Held> cause, Throwable thrown)
      throws Exception {
    Defect defect = Defect.of(thrown);
    LOG.error(
        "nothing is decided for a customer any more, who is named on the topic of what is rejected;"
            + " all others go on. Send this to the engine's makers, and thaw the customer with a"
            + " build that is mended",
        thrown);
    deadlines.move(wakeUp(before), Clock.NEVER);
    frozen.freeze(customer, defect);
    effects.frozen();
    if (cause.isPresent()) {
      tell(cause.get(), defect);
      hold(customer, cause.get().told());
    } else {
      effects.defect(CustomerKey.parse(customer), defect, deadlines.now());
    }
  }

  private void hold(String customer, Held held) throws Exception {
    Optional<Defect> refused = frozen.hold(customer, held);
    if (refused.isPresent()) {
      tell(held, refused.get());
    }
  }

  private void tell(Held held, Defect defect) {
    if (!held.isTold()) {
      effects.defect(held.origin(), held.touchpoint(), defect);
    }
  }

  /** Where the timer stands; of a state that can't be read it rings once for nothing. */
  private static long wakeUp(CustomerState state) {
    try {
      return state.clock().wakeUp();
    } catch (IllegalStateException e) {
      return Clock.NEVER;
    }
  }

  /**
   * Decides all that was not, as it would have been decided when it came. What fails again freezes
   * the customer again, with what is left.
   */
  void thaw(String customer) throws Exception {
    List<Held> all = frozen.release(customer);
    long before = wakeUp(states.read());
    deadlines.move(Clock.NEVER, before);
    for (Held held : all) {
      judgeUpTo(customer, held.proven());
      touched(held);
    }
    judgeUpTo(customer, deadlines.now());
  }

  private void judgeUpTo(String customer, long proven) throws Exception {
    long due = wakeUp(states.read());
    while (due <= proven && !frozen.isFrozen(customer)) {
      due(customer, due);
      due = wakeUp(states.read());
    }
  }

  /** The stream has ended: what waits for the current customer's thaw is told. */
  void end() throws Exception {
    for (Held held : frozen.tell()) {
      tell(held, Defect.before());
    }
  }
}
