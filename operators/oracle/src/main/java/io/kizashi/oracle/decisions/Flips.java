package io.kizashi.oracle.decisions;

import io.kizashi.schema.Position;
import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Takes engines at their word: where one says that another number would have made a loser win, the
 * number is changed, and it is decided again. Half of the change must not do.
 */
final class Flips {
  private final PolicyStory story;
  private final CompiledCase compiled;
  private final PolicyRulebook rulebook;
  private int tried;

  /** Of the decisions in a story, all judged at once. */
  Flips(PolicyStory story, CompiledCase compiled) {
    this.story = story;
    this.compiled = compiled.atOnce();
    this.rulebook = this.compiled.rulebook();
  }

  /** How many numbers were changed so far. */
  int tried() {
    return tried;
  }

  /** What is not as it was said, if anything is. */
  Optional<String> wrong() {
    CoreDriver driver = new CoreDriver(compiled.rules(), rulebook.policies().pauses());
    for (PolicyStory.Delivery delivery : story.anyhow()) {
      Touchpoint cause = delivery.touchpoint();
      driver.proven(delivery.clock());
      CoreDriver before = driver.with(compiled.rules(), driver.state());
      driver.arrives(cause);
      for (Candidate loser : driver.losers(cause)) {
        Optional<String> wrong =
            loser.flip().flatMap(flip -> wrong(new FlipCase(before, cause, loser, flip)));
        if (wrong.isPresent()) {
          return wrong;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> wrong(FlipCase it) {
    Optional<Boolean> full = wins(it, it.flip().to());
    Optional<Boolean> half = it.isTie() ? Optional.of(false) : wins(it, it.half());
    tried += full.isPresent() ? 1 : 0;
    boolean kept = full.orElse(true) && !half.orElse(false);
    return kept
        ? Optional.empty()
        : Optional.of(
            "%s on %s: %s %s the change"
                .formatted(
                    it.loser(),
                    it.cause().id(),
                    full.orElse(true) ? "wins already by half" : "does not win by",
                    it.flip().what()));
  }

  /** Whether the loser wins with another number; empty where it can't be changed here. */
  private Optional<Boolean> wins(FlipCase it, double number) {
    return again(it, number).map(driver -> driver.chose(it.cause(), it.loser()));
  }

  private Optional<CoreDriver> again(FlipCase it, double number) {
    return switch (it.flip().what()) {
      case "value", "weight", "cost", "expires", "limit" ->
          changed(it, number)
              .flatMap(CompiledCase::of)
              .map(compiled -> it.before().with(compiled.rules(), it.before().state()))
              .map(driver -> driver.arrives(it.cause()));
      case "customer.tier" -> Optional.of(again(it, tier(it.before().state(), number)));
      case "signals.last" -> last(it, number).map(state -> again(it, state));
      default -> Optional.empty();
    };
  }

  private static CoreDriver again(FlipCase it, CustomerState state) {
    return it.before().with(it.before().rules(), state).arrives(it.cause());
  }

  // ---- another rulebook ----

  private Optional<PolicyRulebook> changed(FlipCase it, double number) {
    RandomAction action =
        rulebook.actions().stream()
            .filter(known -> known.name().equals(it.loser().action()))
            .findFirst()
            .orElseThrow();
    RandomAction.Worth worth = action.worth();
    return switch (it.flip().what()) {
      case "value" ->
          anchor(it).map(id -> rulebook.action(action, action.worth(worth.value(id, number))));
      case "weight" -> Optional.of(rulebook.action(action, action.worth(worth.weight(number))));
      case "cost" -> Optional.of(rulebook.action(action, action.worth(worth.cost(number))));
      case "expires" -> Optional.of(rulebook.action(action, action.expires((long) number)));
      default -> limited(it, action, (int) number);
    };
  }

  private static Optional<String> anchor(FlipCase it) {
    List<Touchpoint> all = new ArrayList<>(it.before().state().history().touchpoints());
    all.add(it.cause());
    return all.stream()
        .filter(t -> PolicyRulebook.moment(t).equals(it.loser().moment()))
        .map(Touchpoint::id)
        .findFirst();
  }

  /** With another limit of the one cap that is meant; empty where it may be one of several. */
  private Optional<PolicyRulebook> limited(FlipCase it, RandomAction action, int number) {
    String channel =
        it.loser().channel().isEmpty() ? action.channels().get(0) : it.loser().channel();
    List<RandomCap> limits = rulebook.policies().limits();
    List<RandomCap> meant =
        limits.stream()
            .filter(limit -> limit.most() == it.flip().from())
            .filter(limit -> limit.counts(action, channel))
            .toList();
    return meant.size() == 1
        ? Optional.of(
            rulebook.policies(
                rulebook
                    .policies()
                    .limits(
                        limits.stream()
                            .map(limit -> limit.equals(meant.get(0)) ? limit.most(number) : limit)
                            .toList())))
        : Optional.empty();
  }

  // ---- another customer ----

  private static CustomerState tier(CustomerState state, double number) {
    Map<String, List<Profile.Entry>> entries = new TreeMap<>(state.profile().entries());
    entries.computeIfPresent(
        "tier",
        (name, known) ->
            known.stream().map(entry -> new Profile.Entry(number, entry.since())).toList());
    return state.withProfile(new Profile(entries));
  }

  private static Optional<CustomerState> last(FlipCase it, double number) {
    CustomerState state = it.before().state();
    NaiveFacts world =
        new NaiveFacts(state.history().touchpoints(), it.cause().position(), Optional.empty());
    return RandomFact.lastVisit(world)
        .map(
            visit ->
                state.withHistory(
                    state
                        .history()
                        .without(visit::equals, Position.FIRST)
                        .with(visit.with(visit.setting(), Map.of("value", number)))));
  }
}
