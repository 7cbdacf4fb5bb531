package io.kizashi.core.arbitrate;

import io.kizashi.core.detect.World;
import io.kizashi.core.eligible.Eligibility;
import io.kizashi.core.eligible.Option;
import io.kizashi.core.eligible.Route;
import io.kizashi.core.eligible.Worthiness;
import io.kizashi.core.reason.Check;
import io.kizashi.core.reason.Exclusion;
import io.kizashi.core.rules.Policies;
import io.kizashi.schema.Recommendation.Score;
import io.kizashi.schema.ReservedProperties;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Weighs the options that a customer has at one place. */
final class Weighing {
  private static final double ENDLESS = Double.MAX_VALUE;

  /** Of those that came equally far, the one that lacks least. */
  private static final Comparator<Tried> FURTHEST_FIRST =
      Comparator.comparing(Tried::furthest, Comparator.reverseOrder())
          .thenComparingDouble(Tried::lacking);

  private final World world;
  private final Policies policies;
  private final Cause cause;
  private final Eligibility eligibility;
  private final Optional<Eligibility> leaving;
  private final Writer writer;
  private final long certain;
  private final long epoch;
  private final Map<List<String>, List<String>> ranked = new HashMap<>();

  /**
   * Weighs by what was known at a cause.
   *
   * @param leaving by what is known when a message leaves at once, where that is later
   */
  Weighing(
      World world,
      Cause cause,
      Eligibility eligibility,
      Optional<Eligibility> leaving,
      long certain) {
    this.world = world;
    this.policies = world.rules().policies();
    this.cause = cause;
    this.eligibility = eligibility;
    this.leaving = leaving;
    this.writer = new Writer(world, cause.at());
    this.certain = certain;
    this.epoch = world.epoch(cause.at());
  }

  WeighedOption weigh(Option option) {
    return weigh(option, eligibility.worth(option));
  }

  private WeighedOption weigh(Option option, Worthiness worth) {
    return weighed(best(option, eligibility.ofOption(option, worth)), worth);
  }

  // ---- what if ----

  /** Weighs the same by another number of the customer's. */
  Weighing by(Eligibility supposed) {
    return new Weighing(world, cause, supposed, leaving, certain);
  }

  /** Whether an option would be done rather than another. */
  boolean beats(Option option, WeighedOption other) {
    Worthiness worth = eligibility.worth(option);
    double total = worth.total();
    int behind = Integer.compare(policies.tier(option.action().kind()), other.tier());
    if (total <= 0 || behind > 0 || (behind == 0 && total < other.score().total())) {
      return false; // most options: their checks need not be asked
    }
    WeighedOption weighed = weigh(option, worth);
    return weighed.isEligible() && weighed.isBetterThan(other);
  }

  /** Whether there are words for an option on a channel. */
  boolean isWorded(Route route) {
    return write(route).isPresent();
  }

  // ---- on each channel ----

  private WeighedOption weighed(Tried tried, Worthiness worth) {
    Score score = worth.score(epoch);
    return new WeighedOption(
        tried.route(),
        worth,
        score,
        policies.tier(tried.route().action().kind()),
        tried.exclusions(),
        tried.near(),
        tried.message());
  }

  /**
   * An option on one channel: what keeps it back, or its words.
   *
   * @param near what alone keeps it back, on this and other channels
   */
  private record Tried(
      Route route,
      List<Exclusion> exclusions,
      List<Exclusion> near,
      Optional<Writer.Message> message) {
    static Tried failed(Route route, List<Exclusion> exclusions) {
      return new Tried(
          route, exclusions, exclusions.size() == 1 ? exclusions : List.of(), Optional.empty());
    }

    Tried with(List<Exclusion> all) {
      return new Tried(route, exclusions, all, message);
    }

    Check furthest() {
      return exclusions.get(0).check();
    }

    /** By how much a number must change, where it is another one on each channel. */
    double lacking() {
      boolean ofRoute = furthest() == Check.CAPPED || furthest() == Check.EXPIRED;
      if (!ofRoute) {
        return 0;
      }
      return exclusions.get(0).remedy().ofRules().map(it -> it.to() - it.from()).orElse(ENDLESS);
    }
  }

  /** The first channel on which nothing keeps it back, else the one that came furthest. */
  private Tried best(Option option, List<Exclusion> everywhere) {
    List<Tried> failed = new ArrayList<>();
    for (Route route : routes(option)) {
      Tried tried = attempt(route, everywhere);
      if (tried.exclusions().isEmpty()) {
        return tried;
      }
      failed.add(tried);
    }
    List<Exclusion> near = failed.stream().flatMap(tried -> tried.near().stream()).toList();
    return failed.stream().min(FURTHEST_FIRST).map(it -> it.with(near)).orElseThrow();
  }

  private Optional<Writer.Message> write(Route route) {
    return eligibility
        .words(route.option(), route.channel())
        .flatMap(words -> writer.write(words, route.option().moment(), route.channel()));
  }

  private Tried attempt(Route route, List<Exclusion> everywhere) {
    List<Exclusion> exclusions = new ArrayList<>(everywhere);
    exclusions.addAll(eligibility.ofRoute(route, certain));
    if (!exclusions.isEmpty()) {
      exclusions.sort(Comparator.comparing(Exclusion::check));
      return Tried.failed(route, exclusions);
    }
    Optional<Eligibility> waiting = waiting(route);
    exclusions.addAll(waiting.isPresent() ? List.of() : leaving(route));
    if (!exclusions.isEmpty()) {
      return Tried.failed(route, exclusions);
    }
    Optional<Writer.Message> message = write(route);
    Route taken = waiting.map(place -> place.waiting(route)).orElse(route);
    return message.isPresent()
        ? new Tried(taken, List.of(), List.of(), message)
        : Tried.failed(
            route, List.of(Exclusion.of(Check.CONTENT_INCOMPLETE, route.option().moment().rule())));
  }

  /** Where guards keep something waiting that is due: at the cause, or when it leaves. */
  private Optional<Eligibility> waiting(Route route) {
    return Stream.concat(Stream.of(eligibility), leaving.stream())
        .filter(place -> route.sendAt() == cause.time() && place.waits(route.action()))
        .findFirst();
  }

  /** What has become known between the cause and the leaving; no number of the cause turns it. */
  private List<Exclusion> leaving(Route route) {
    boolean atOnce = route.sendAt() == cause.time();
    return leaving.stream()
        .filter(asked -> atOnce)
        .flatMap(asked -> asked.due(route, certain).stream())
        .map(known -> Exclusion.of(known.check(), known.detail()))
        .toList();
  }

  /** The soonest first; of equal ones the preferred, then the one that is answered best. */
  private List<Route> routes(Option option) {
    List<Route> routes = new ArrayList<>();
    for (String channel : ranked.computeIfAbsent(option.action().channels(), this::rank)) {
      routes.add(eligibility.route(option, channel));
    }
    routes.sort(Comparator.comparingLong(Route::sendAt));
    return routes;
  }

  private List<String> rank(List<String> channels) {
    if (channels.size() == 1) {
      return channels;
    }
    String preferred =
        world.state().profile().text(ReservedProperties.PREFERRED_CHANNEL, cause.at()).orElse("");
    return eligibility.responses().sorted(channels, preferred);
  }
}
