package io.kizashi.oracle.decisions;

import io.kizashi.schema.Position;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.Decision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What must hold of everything that went out, however late all that is known arrived. */
final class Promises {
  private final PolicyRulebook rulebook;
  private final CoreDriver driver;
  private final List<Touchpoint> known;
  private final PolicyModel policies;

  /** Of what says all by itself. */
  private final PolicyModel clear;

  /** All that was issued, by its id. */
  private final Map<String, TakenAction> issued = new LinkedHashMap<>();

  private final Set<String> retracted = new HashSet<>();
  private final List<String> broken = new ArrayList<>();

  private Promises(PolicyRulebook rulebook, CoreDriver driver) {
    this.rulebook = rulebook;
    this.driver = driver;
    this.known =
        driver.folded().stream().sorted(Comparator.comparing(Touchpoint::position)).toList();
    this.policies = new PolicyModel(rulebook, known);
    this.clear = new PolicyModel(rulebook, known.stream().filter(Promises::isClear).toList());
  }

  /**
   * An outcome that does not say where it came about is clear to who knows of the decision only.
   */
  private static boolean isClear(Touchpoint touchpoint) {
    return !touchpoint.type().equals(PolicyModel.OUTCOME)
        || !touchpoint.setting().channel().isEmpty();
  }

  /** What is not kept after everything was told. */
  static List<String> broken(PolicyRulebook rulebook, CoreDriver driver) {
    Promises promises = new Promises(rulebook, driver);
    driver.emitted().forEach(promises::onceAndInTime);
    promises.standing();
    promises.caps();
    promises.nothingWaits();
    return promises.broken;
  }

  private void expect(boolean kept, String promise, Object about) {
    if (!kept) {
      broken.add(promise + ": " + about);
    }
  }

  private void onceAndInTime(CoreDriver.Emitted emitted) {
    Recommendation r = emitted.recommendation();
    if (r.status() == Recommendation.Status.RETRACTED) {
      expect(issued.containsKey(r.id()), "only what was issued is taken back", r);
      expect(retracted.add(r.id()), "nothing is taken back twice", r);
      return;
    }
    Recommendation.Plan plan = r.plan();
    expect(!issued.containsKey(r.id()), "nothing is issued twice", r);
    long certain = emitted.now() - rulebook.disorder();
    expect(certain < plan.expiresAt(), "nothing is issued that has expired", r);
    boolean due = plan.sendAt() == r.decidedAt() || certain >= plan.sendAt();
    expect(due, "what waits is not issued before its time", r);
    issued.put(r.id(), decision(r));
  }

  private TakenAction decision(Recommendation r) {
    Position at =
        r.trigger().startsWith("deadline/")
            ? Position.after(r.decidedAt())
            : new Position(r.decidedAt(), r.trigger());
    RandomAction action =
        rulebook.actions().stream()
            .filter(it -> it.name().equals(r.plan().action()))
            .findFirst()
            .orElseThrow();
    Touchpoint moment =
        known.stream()
            .filter(it -> PolicyRulebook.moment(it).equals(r.moment().id()))
            .findFirst()
            .orElseThrow();
    Recommendation.Plan plan = r.plan();
    return new TakenAction(
        at,
        r.trigger(),
        action,
        moment,
        plan.channel(),
        plan.sendAt(),
        plan.expiresAt(),
        plan.expiresAt() < plan.sendAt() + action.timing().expires());
  }

  /** What stands is forbidden neither where it was decided nor when it was sent. */
  private void standing() {
    Set<String> answered = new HashSet<>();
    for (TakenAction decision : issued.values()) {
      if (!retracted.contains(decision.id())) {
        String moment = PolicyRulebook.moment(decision.moment());
        boolean stands = driver.moments().contains(moment) || isCorrected(decision.moment());
        expect(stands, "what is answered stands", decision);
        expect(answered.add(moment), "nothing is answered twice", decision);
        places(decision).forEach(at -> allowed(decision, at));
      }
    }
  }

  /** Whether another that nothing else answers took the place of what was answered. */
  private boolean isCorrected(Touchpoint fallen) {
    Set<String> answered = new HashSet<>();
    issued.values().stream()
        .filter(it -> !retracted.contains(it.id()))
        .forEach(it -> answered.add(PolicyRulebook.moment(it.moment())));
    return known.stream()
        .filter(it -> it.type().equals(fallen.type()))
        .map(PolicyRulebook::moment)
        .anyMatch(it -> driver.moments().contains(it) && !answered.contains(it));
  }

  private static Stream<Position> places(TakenAction decision) {
    return decision.sendAt() > decision.cause().time()
        ? Stream.of(decision.cause(), Position.after(decision.sendAt()))
        : Stream.of(decision.cause());
  }

  private void allowed(TakenAction decision, Position at) {
    RandomAction action = decision.action();
    String where = decision + " at " + at;
    boolean spared = !action.staff() && RandomList.holdCustomer(rulebook.policies().excluded());
    expect(!spared, "who is excluded gets nothing", where);
    boolean free = !clear.lacksConsent(action, decision.channel(), at, List.of());
    expect(free, "advertising has consent", where);
    // What is sent later may have waited for the end of those that hold.
    Predicate<Boolean> counts = hold -> !hold || at.time() >= decision.sendAt();
    expect(!policies.isGuarded(action.kind(), at, counts), "a guard keeps back", where);
    // Who was not told of a decision when its outcome came may not know which one is meant.
    expect(!policies.isRefused(action, at, List.of(), counts), "an outcome keeps back", where);
    boolean open = decision.guarded() && at.time() < decision.sendAt();
    boolean quiet = !open && policies.isQuiet(action, decision.channel(), decision.sendAt(), at);
    expect(!quiet, "quiet hours are quiet", where);
  }

  /** Also what was taken back after it was issued counts. */
  private void caps() {
    boolean moves = known.stream().anyMatch(t -> t.properties().containsKey("timezone"));
    Position end = Position.after(Long.MAX_VALUE);
    List<TakenAction> sent =
        issued.values().stream().filter(it -> !policies.hasFailed(it, end)).toList();
    for (TakenAction decision : sent) {
      // A customer who moves has other days than those that were counted.
      Optional<RandomCap> full =
          policies.limit(decision, end, sent).filter(limit -> limit.slides() || !moves);
      expect(full.isEmpty(), "no cap is exceeded", full + " by " + decision);
    }
  }

  private void nothingWaits() {
    List<Decision> waiting = driver.state().decisions().stream().filter(Decision::held).toList();
    expect(waiting.isEmpty(), "what waits is sent, or taken back", waiting);
  }
}
