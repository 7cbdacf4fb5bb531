package io.kizashi.flink.inquiry;

import io.kizashi.core.inforce.InForce;
import io.kizashi.core.inspect.Inspection;
import io.kizashi.flink.customers.CustomerStates;
import io.kizashi.flink.customers.Deadlines;
import io.kizashi.flink.customers.OwnCustomers;
import io.kizashi.flink.freeze.Defect;
import io.kizashi.flink.freeze.FrozenCustomers;
import io.kizashi.schema.Inquiry;
import io.kizashi.schema.Time;
import io.kizashi.schema.reply.Reply;
import io.kizashi.schema.reply.Reply.Finding;
import io.kizashi.schema.reply.Reply.Frozen;
import io.kizashi.schema.reply.Reply.Refused;
import io.kizashi.schema.state.CustomerState;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what people ask of this task's customers: it reads, and changes nothing. A few a second
 * are answered, so that whoever asks in a loop delays nobody's touchpoints. Nothing of a customer
 * goes into logs.
 */
public final class Inquiries {
  /** Answers a second and task: each costs about what judging all rules at a touchpoint costs. */
  public static final int PER_SECOND = 20;

  private static final long SECOND = 1_000;
  private static final Refused TOO_MANY = new Refused("too_many");
  private static final Refused DEFECT = new Refused("defect");
  private static final Logger LOG = LoggerFactory.getLogger(Inquiries.class);

  private final OwnCustomers own;
  private final KeyedStateBackend<String> backend;
  private final Function<String, InForce> rules;
  private final CustomerStates states;
  private final Deadlines deadlines;
  private final FrozenCustomers frozen;
  private final LongSupplier clock;
  private long second;
  private int answered;

  /**
   * Over what a task keeps.
   *
   * @param clock milliseconds by which answers are counted
   */
  public Inquiries(
      OwnCustomers own,
      KeyedStateBackend<String> backend,
      Function<String, InForce> rules,
      CustomerStates states,
      Deadlines deadlines,
      FrozenCustomers frozen,
      LongSupplier clock) {
    this.own = own;
    this.backend = backend;
    this.rules = rules;
    this.states = states;
    this.deadlines = deadlines;
    this.frozen = frozen;
    this.clock = clock;
  }

  /** Whether the customer is one of this task's: exactly one task answers. */
  public boolean isMeant(Inquiry inquiry) {
    return own.hold(inquiry.customer().text());
  }

  /** The answer about a customer of this task, whose key becomes the current one. */
  public Reply answer(Inquiry inquiry) throws Exception {
    Finding finding = isOneTooMany() ? TOO_MANY : find(inquiry.customer().text());
    return new Reply(inquiry.id(), inquiry.customer(), deadlines.now(), finding);
  }

  private boolean isOneTooMany() {
    long now = Math.floorDiv(clock.getAsLong(), SECOND);
    answered = now == second ? answered + 1 : 1;
    second = now;
    return answered > PER_SECOND;
  }

  private Finding find(String customer) throws Exception {
    backend.setCurrentKey(customer);
    CustomerState state = states.read();
    if (frozen.isFrozen(customer)) {
      return new Frozen(since(state), frozen.defect().text(), frozen.waiting(customer));
    }
    try {
      return Inspection.of(state, rules.apply(customer), deadlines.now());
    } catch (RuntimeException | StackOverflowError e) { // a defect; it hurts nobody but who asks
      LOG.warn("an inquiry can't be answered: {}", Defect.of(e).text());
      return DEFECT;
    }
  }

  private long since(CustomerState state) throws Exception {
    OptionalLong first = frozen.since();
    if (first.isPresent()) {
      return first.getAsLong();
    }
    try {
      return state.clock().judgedUntil();
    } catch (IllegalStateException e) { // the state itself is what can't be read
      return Time.UNPROVEN;
    }
  }
}
