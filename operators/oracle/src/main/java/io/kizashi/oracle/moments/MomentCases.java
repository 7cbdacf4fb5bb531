package io.kizashi.oracle.moments;

import io.kizashi.oracle.story.Place;
import io.kizashi.oracle.story.StoryArrival;
import io.kizashi.schema.Sha256;
import io.kizashi.schema.Touchpoint;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

/** Random cases: a seed always gives the same one. Needs a jqwik session. */
final class MomentCases {
  private static final long RETENTION = 366 * 86_400_000L;

  /** Of so many cases, some forget. */
  private static final int FORGETTING = 10;

  /** So few touchpoints that most attempts are lost. */
  private static final int FEW = 12;

  /** Of so many cases in which something is forgotten by number. */
  private static final int CROWDS = 100;

  /** So many forget moments, which takes long. */
  private static final int HAPPENING = 2;

  /** So many at most forget what the profile was. */
  private static final int SAYING = 30;

  /** Where clocks are about to change, and where they aren't. */
  private static final List<Place> PLACES =
      List.of(
          Place.at("UTC", "2026-03-02T10:00:00Z"),
          Place.at("Europe/Berlin", "2026-03-28T22:00:00Z"),
          Place.at("Europe/Berlin", "2026-10-24T21:30:00Z"),
          Place.at("America/New_York", "2026-03-08T04:00:00Z"),
          Place.at("America/New_York", "2027-02-27T14:00:00Z"),
          Place.at("America/New_York", "2026-10-30T14:00:00Z"),
          Place.at("Asia/Tokyo", "2026-08-10T01:00:00Z"));

  private final Map<List<Object>, RandomGenerator<MomentCase>> generators = new HashMap<>();

  /** The case of a seed. In some, touchpoints leave the history. */
  Shrinkable<MomentCase> of(long seed) {
    // Neighbouring seeds begin alike; their hashes don't.
    Random random = new Random(Sha256.prefix(Long.toString(seed)));
    int forgetting = random.nextInt(FORGETTING);
    Scale scale = Scale.ALL.get(random.nextInt(Scale.ALL.size()));
    Place place = PLACES.get(random.nextInt(PLACES.size()));
    Shrinkable<MomentCase> story = generated(scale, place).next(random);
    int most = 1 + random.nextInt(FEW);
    int crowd = random.nextInt(CROWDS);
    return switch (forgetting) {
      case 0, 1 -> story.map(new Forgetting(scale)::byAge);
      case 2 -> story.map(all -> crowded(new Forgetting(scale), all, most, crowd));
      default -> story;
    };
  }

  private static MomentCase crowded(Forgetting forgetting, MomentCase story, int most, int crowd) {
    MomentCase crowded = forgetting.byNumber(story, most);
    return !crowded.isCrowded() || crowd > SAYING
        ? crowded
        : crowd < HAPPENING ? Crowding.ofMoments(crowded) : Crowding.ofProfile(crowded, crowd);
  }

  /** The stories of several customers at one place, all by the rulebook of the first. */
  List<MomentCase> several(long seed, int customers) {
    Random random = new Random(Sha256.prefix("several " + seed));
    Scale scale = Scale.ALL.get(random.nextInt(Scale.ALL.size()));
    Place place = PLACES.get(random.nextInt(PLACES.size()));
    RandomGenerator<MomentCase> generator = generated(scale, place);
    MomentCase first = generator.next(random).value();
    List<MomentCase> stories = new ArrayList<>(List.of(first));
    while (stories.size() < customers) {
      stories.add(new MomentCase(first.rulebook(), generator.next(random).value().arrivals()));
    }
    return stories;
  }

  /** To build one takes longer than to tell many stories. */
  private RandomGenerator<MomentCase> generated(Scale scale, Place place) {
    return generators.computeIfAbsent(List.of(scale, place), key -> generator(scale, place));
  }

  private RandomGenerator<MomentCase> generator(Scale scale, Place place) {
    long start = place.start();
    Expressions expressions = new Expressions(scale, start);
    Arbitrary<List<StoryArrival>> arrivals =
        new RandomChoice<List<StoryArrival>>()
            .or(3, arrivals(scale, start, 8))
            .or(4, arrivals(scale, start, 25))
            .or(1, arrivals(scale, start, 60))
            .arbitrary();
    return Combinators.combine(arrivals, rulebook(expressions, scale, place.zone()))
        .as((story, rulebook) -> new MomentCase(rulebook, story))
        .generator(RandomChoice.SIZE);
  }

  private Arbitrary<List<StoryArrival>> arrivals(Scale scale, long start, int most) {
    return new RandomTouchpoints(scale, start)
        .arrival()
        .list()
        .ofMinSize(most / 3)
        .ofMaxSize(most)
        .withSizeDistribution(RandomDistribution.uniform())
        .map(MomentCases::named);
  }

  /** Numbers behind their ids tell touchpoints apart. */
  private static List<StoryArrival> named(List<StoryArrival> arrivals) {
    List<StoryArrival> named = new ArrayList<>();
    for (StoryArrival arrival : arrivals) {
      Touchpoint t = arrival.touchpoint();
      named.add(arrival.as(t.id() + named.size(), t.time()));
    }
    return named;
  }

  private Arbitrary<RandomRulebook> rulebook(Expressions expressions, Scale scale, ZoneId zone) {
    RandomRules random = new RandomRules(expressions);
    Arbitrary<RandomRule> rule = random.rule();
    Arbitrary<List<RandomRule>> some =
        new RandomChoice<List<RandomRule>>()
            .or(4, rule.list().ofMinSize(1).ofMaxSize(3))
            .or(1, rule.list().ofMinSize(1).ofMaxSize(8))
            .arbitrary();
    Arbitrary<List<RandomRule>> rules = new RandomJourney(expressions, random).through(some);
    return Combinators.combine(Arbitraries.of(false, true), calendar(), journey(expressions), rules)
        .as(
            (settled, calendar, journey, all) ->
                new RandomRulebook(
                    zone,
                    scale.disorder(),
                    settled,
                    scale.gap(),
                    RETENTION,
                    RandomRulebook.MOST,
                    calendar,
                    journey,
                    all.stream().distinct().toList()));
  }

  private Arbitrary<Calendar> calendar() {
    return Arbitraries.of(
        Calendar.DEFAULT,
        new Calendar(List.of("mon-sat"), List.of("2026-03-30")),
        new Calendar(List.of("mon-sun"), List.of()),
        new Calendar(
            List.of("tue-thu", "sun"),
            List.of("2026-08-13..2026-08-16", "2026-11-01", Calendar.JAPAN)));
  }

  private Arbitrary<List<RandomRulebook.Entry>> journey(Expressions expressions) {
    return Combinators.combine(Arbitraries.of("use", "buy", "look"), expressions.ofEvent())
        .as(RandomRulebook.Entry::new)
        .list()
        .ofMaxSize(3)
        .uniqueElements(RandomRulebook.Entry::when);
  }
}
