package io.kizashi.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Random nouns of a printed seed: what the decoder could have let in. */
public final class RandomNouns {
  private static final String[] TEXTS = {
    "", "a", "web", "カート", "😀", "\uE000\uFFFF", "\u0000", "\"\\/\n\t", "𝒳y", "c-17", "~1/"
  };

  private final SplittableRandom random;

  /** Equal seeds give equal nouns. */
  public RandomNouns(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A touchpoint within all bounds. */
  public Touchpoint touchpoint() {
    boolean guest = random.nextBoolean();
    String id = name();
    String anonymous = guest ? id : text();
    long time = time();
    return new Touchpoint(
        name(),
        "type_" + random.nextInt(4),
        time,
        new CustomerKey(guest, id),
        oneOf(Actor.values()),
        setting(anonymous),
        random.nextBoolean() ? Optional.of(emotion()) : Optional.empty(),
        text(),
        properties(),
        time + random.nextLong(-1000, 100_000));
  }

  /** A moment, standing or not. */
  public Moment moment() {
    return new Moment(
        Sha256.id(name()),
        random.nextBoolean() ? Moment.Status.DETECTED : Moment.Status.RETRACTED,
        "rule_" + random.nextInt(3),
        random.nextBoolean() ? Moment.Kind.DROP_OFF : Moment.Kind.MOMENT_OF_TRUTH,
        text(),
        new CustomerKey(random.nextBoolean(), name()),
        time(),
        random.nextDouble(),
        List.of(name(), name()),
        rulebook());
  }

  /** A recommendation as state keeps it: without reasoning. */
  public Recommendation recommendation() {
    return new Recommendation(
        Sha256.id(name()),
        Recommendation.Status.ISSUED,
        new CustomerKey(random.nextBoolean(), name()),
        new Recommendation.Plan(
            name(), oneOf(ActionKind.values()), "customer", name(), time(), time(), ownership()),
        new Recommendation.MomentRef(
            Sha256.id(name()), name(), Moment.Kind.MOMENT_OF_TRUTH, time()),
        Optional.empty(),
        rulebook(),
        time(),
        name());
  }

  private Recommendation.Ownership ownership() {
    return random.nextBoolean()
        ? Recommendation.Ownership.UNSAID
        : new Recommendation.Ownership(name(), name(), name());
  }

  /** Why something was decided. */
  public Recommendation.Reasoning reasoning() {
    return new Recommendation.Reasoning(
        name(),
        random.nextBoolean() ? Optional.of(name()) : Optional.empty(),
        Map.of(name(), text()),
        score(),
        random.nextBoolean() ? Optional.of(briefing()) : Optional.empty(),
        new Recommendation.Explanation(
            Map.of(name(), text()),
            List.of(candidate(), candidate()),
            oneOf(new Integer[] {0, 2, 1_000_000})));
  }

  private Recommendation.Candidate candidate() {
    return new Recommendation.Candidate(
        name(),
        Sha256.id(name()),
        text(),
        score(),
        name(),
        text(),
        random.nextBoolean()
            ? Optional.of(new Recommendation.Flip(name(), number(), number()))
            : Optional.empty());
  }

  private Recommendation.Score score() {
    return new Recommendation.Score(
        number(), number(), number(), number(), number(), number(), time());
  }

  private Briefing briefing() {
    return new Briefing(
        random.nextBoolean()
            ? Optional.of(new Briefing.Felt(number(), number(), text()))
            : Optional.empty(),
        List.of(new Briefing.Said(time(), text(), text())),
        List.of(new Briefing.Tried(time(), name(), text(), text())),
        List.of(new Briefing.Touched(time(), name(), text())));
  }

  /** A scalar of a property. */
  public Object scalar() {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextBoolean();
      case 1 -> (double) random.nextInt(-1000, 100_000);
      case 2 -> number();
      default -> text();
    };
  }

  /** What a property can hold. */
  public Object value() {
    return random.nextInt(4) == 0 ? new RandomStructures(this).structure() : scalar();
  }

  /** A place, now and then the one after all touchpoints of a time. */
  public Position position() {
    return random.nextInt(4) == 0 ? Position.after(time()) : new Position(time(), name());
  }

  /** A text that is not empty. */
  public String name() {
    return "n" + random.nextInt(50) + text();
  }

  /** A number in [0, bound). */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** A time within the contract's bounds. */
  public long time() {
    return random.nextInt(20) == 0
        ? random.nextLong(Bounds.EARLIEST, Bounds.LATEST + 1)
        : Samples.TEN + random.nextInt(10_000_000);
  }

  /** One of some. */
  public <T> T oneOf(T[] all) {
    return all[random.nextInt(all.length)];
  }

  private String text() {
    return oneOf(TEXTS);
  }

  private double number() {
    double number = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(number) ? number : 0.1;
  }

  private Setting setting(String anonymous) {
    List<String> values = new ArrayList<>();
    for (int i = random.nextInt(Bounds.VALUES + 1); i > 0; i--) {
      values.add(text());
    }
    return new Setting(
        text(), text(), text(), text(), text(), text(), text(), text(), anonymous, values);
  }

  private Emotion emotion() {
    return new Emotion(
        random.nextDouble(-1, 1), random.nextDouble(-1, 1), text(), random.nextDouble(), text());
  }

  private Map<String, Object> properties() {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      properties.put(name(), value());
    }
    return properties;
  }

  private RulebookRef rulebook() {
    return new RulebookRef("rulebook", 1 + random.nextInt(3), Sha256.hex(name()));
  }
}
