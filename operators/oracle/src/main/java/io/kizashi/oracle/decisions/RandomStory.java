package io.kizashi.oracle.decisions;

import io.kizashi.oracle.story.KnownCustomer;
import io.kizashi.oracle.story.Place;
import io.kizashi.oracle.story.StoryArrival;
import io.kizashi.schema.Actor;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Sha256;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Makes up a rulebook with a story of one customer: a seed always gives the same one. */
final class RandomStory {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  /** So many stories share a rulebook: to compile one takes longer than to tell them. */
  private static final int STORIES = 5;

  /** Of so many stories, one has a crowd of moments at one instant. */
  private static final int CROWDED = 200;

  private static final int CROWD = 100;

  /** Of so many stories, one has so much that raises nothing that all else leaves the history. */
  private static final int NOISY = 6;

  private static final int NOISE = 55;

  private static final List<String> QUIET =
      List.of("noise", "noise", "visited", "case_opened", "case_closed");

  /** Nights in which clocks change, the last days of months, and nothing in particular. */
  private static final List<Place> PLACES =
      List.of(
          Place.at("UTC", "2026-03-02T10:00:00Z"),
          Place.at("Europe/Berlin", "2026-03-28T18:00:00Z"),
          Place.at("Europe/Berlin", "2026-10-24T18:30:00Z"),
          Place.at("America/New_York", "2026-03-08T01:00:00Z"),
          Place.at("America/New_York", "2026-10-31T22:00:00Z"),
          Place.at("Australia/Lord_Howe", "2026-04-04T12:00:00Z"),
          Place.at("Australia/Lord_Howe", "2026-10-03T12:30:00Z"),
          Place.at("Asia/Tokyo", "2026-01-31T03:00:00Z"),
          Place.at("Asia/Tokyo", "2026-08-30T12:00:00Z"));

  private final Random random;
  private final Draws draws;
  private final PropertyDraws properties;
  private final PolicyRulebook rulebook;
  private final long start;
  private final long unit;
  private final List<Touchpoint> moments = new ArrayList<>();
  private final List<Long> times = new ArrayList<>();
  private int number;

  private RandomStory(Random ofRulebook, Random random) {
    Draws rulebooks = new Draws(ofRulebook);
    Place place = rulebooks.any(PLACES);
    this.rulebook = new RandomPolicyRulebook(rulebooks).rulebook(place);
    this.random = random;
    this.draws = new Draws(random);
    this.properties = new PropertyDraws(draws);
    this.unit = draws.any(MINUTE, 10 * MINUTE, HOUR, HOUR, 6 * HOUR, DAY, 10 * DAY);
    // Off the full minutes at which what waits is asked for, or they hide that touchpoints are too.
    this.start = place.start() + draws.any(0, 2 * MINUTE);
  }

  /** The story of a seed. */
  static PolicyStory of(long seed) {
    // Chance begins with these words: others would give every seed another story.
    Random ofRulebook = random("book " + Math.floorDiv(seed, STORIES));
    return new RandomStory(ofRulebook, random("story " + seed)).story();
  }

  /** Neighbouring seeds begin alike; their hashes don't. */
  private static Random random(String seed) {
    return new Random(Sha256.prefix(seed));
  }

  private PolicyStory story() {
    List<Touchpoint> all = new ArrayList<>();
    if (random.nextBoolean()) {
      Map<String, Object> granted = Map.of("purpose", "ad", "granted", true);
      all.add(touchpoint("consent_changed", start - unit, "", granted));
    }
    int many = 4 + random.nextInt(22);
    for (int i = 0; i < many; i++) {
      all.add(touchpoint());
    }
    boolean crowded = random.nextInt(CROWDED) == 0 && rulebook.memory().touchpoints() > CROWD;
    for (int i = crowded ? CROWD : 0; i > 0; i--) {
      all.add(moment(start + 3 * unit));
    }
    for (int i = random.nextInt(NOISY) == 0 ? NOISE : 0; i > 0; i--) {
      all.add(untimed(draws.any(QUIET), time() - random.nextInt(20) * unit, "", Map.of()));
    }
    all.addAll(past());
    return new PolicyStory(
        rulebook, all.stream().map(it -> StoryArrival.once(it, delay(it))).toList());
  }

  /** How earlier messages were welcome, where that matters. */
  private List<Touchpoint> past() {
    return rulebook.actions().stream().noneMatch(action -> action.timing().responsive())
        ? List.of()
        : new RandomPast(random, start, unit)
            .outcomes().stream()
                .map(it -> untimed(PolicyModel.OUTCOME, it.time(), it.channel(), it.said()))
                .toList();
  }

  /** What moments hang on comes late more often than what raises them. */
  private long delay(Touchpoint touchpoint) {
    boolean late = random.nextInt(moments.contains(touchpoint) ? 8 : 2) == 0;
    return late
        ? random.nextInt(20) * unit
        : draws.any(0, random.nextInt((int) rulebook.disorder()));
  }

  /** On a grid, so that many meet; sometimes close to another one. */
  private long time() {
    if (!times.isEmpty() && random.nextInt(6) == 0) {
      int disorder = (int) rulebook.disorder();
      return draws.any(times) + random.nextInt(2 * disorder) - disorder;
    }
    return start + random.nextInt(20) * unit + draws.any(0, 0, 0, 0, 0, 0, 1, -1);
  }

  private Touchpoint touchpoint() {
    // What waits for a guard is to see it end.
    boolean turns = rulebook.policies().holds() && random.nextInt(3) == 0;
    return turns ? turning() : anything();
  }

  /** What makes conditions of guards hold, or no more. */
  private Touchpoint turning() {
    String type = draws.any(List.of("visited", "case_opened", "case_closed", "profile_updated"));
    Map<String, Object> said =
        type.equals("profile_updated") ? properties.profile() : properties.values();
    return touchpoint(type, time(), "", said);
  }

  private Touchpoint anything() {
    return switch (random.nextInt(20)) {
      case 0 ->
          touchpoint(
              draws.any(List.of("visited", "visited", "visited", "email_unsubscribed")),
              time(),
              maybeChannel(),
              properties.values());
      case 1 -> touchpoint("case_opened", time(), "", Map.of());
      case 2 -> touchpoint("case_closed", time(), "", Map.of());
      case 3, 4 -> touchpoint("profile_updated", time(), "", properties.profile());
      case 5, 6, 7, 8 ->
          touchpoint("consent_changed", time(), maybeChannel(), properties.consent());
      case 9, 10, 11 -> moments.isEmpty() ? moment(time()) : outcome();
      case 12 -> touchpoint("bought", time(), "", Map.of());
      default -> moment(time());
    };
  }

  private Touchpoint moment(long time) {
    Touchpoint moment =
        touchpoint(draws.any(rulebook.rules()).type(), time, "web", properties.values());
    moments.add(moment);
    return moment;
  }

  private String maybeChannel() {
    return draws.maybe(5, () -> draws.any(RandomPolicyRulebook.CHANNELS)).orElse("");
  }

  /** Of what was decided on a moment, if something was; mostly when it was sent for certain. */
  private Touchpoint outcome() {
    Touchpoint moment = draws.any(moments);
    long certain = random.nextInt(4) == 0 ? rulebook.disorder() + 1 : rulebook.latest();
    long time = moment.time() + certain + unit * random.nextInt(10);
    Map<String, Object> said = new LinkedHashMap<>();
    said.put(
        "outcome",
        draws.any(
            List.of(
                "declined",
                "declined",
                "dismissed",
                "failed",
                "opened",
                "clicked",
                "unfollowed",
                draws.any(List.of("Unsubscribe", "spamreport", "BLOCKED", "unblocked", "ブロック")))));
    said.put("recommendation", TakenAction.id(moment.id(), moment.time()));
    draws
        .maybe(3, () -> draws.any(rulebook.actions()))
        .ifPresent(action -> said.put("action", action.name()));
    draws
        .maybe(3, () -> draws.any(rulebook.actions()))
        .ifPresent(action -> said.put("kind", action.kind().wire()));
    return touchpoint(PolicyModel.OUTCOME, time, maybeChannel(), said);
  }

  private Touchpoint touchpoint(String type, long time, String channel, Map<String, Object> said) {
    times.add(time);
    return untimed(type, time, channel, said);
  }

  private Touchpoint untimed(String type, long time, String channel, Map<String, Object> said) {
    String id = draws.any(List.of("t", "a", "é", "\uFF5E", "\uD83D\uDE00")) + number++;
    return new Touchpoint(
        id,
        type,
        time,
        KnownCustomer.KEY,
        Actor.CUSTOMER,
        Setting.on(channel),
        Optional.empty(),
        "",
        said,
        time);
  }
}
