package io.kizashi.language.mutation;

import io.kizashi.core.time.Durations;
import io.kizashi.language.read.RulebookTest;
import io.kizashi.schema.Touchpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Stories near those that a rulebook's tests tell, the nearest first: as told; a touchpoint left
 * out, or there twice; numbers at and around those of the rulebook; gaps of its durations, and a
 * second less or more; another type, channel or property; at another time of day; all of it over
 * and over. Time goes on for {@link #BEHIND} after the last touchpoint, so that all falls due.
 * Their number is the tests' times the touchpoints' times the rulebook's numbers and durations, and
 * at most {@link #MOST}.
 */
final class Variations {
  /** Stories of one rulebook. */
  static final int MOST = 400;

  /** No action waits longer. */
  private static final long BEHIND = Duration.ofDays(32).toMillis();

  private static final long SECOND = 1_000;
  private static final long HOUR = 3_600 * SECOND;
  private static final int HOURS = 23;
  private static final int TO_SATURDAY = 5 * 24;
  private static final int ROUNDS = 6;
  private static final long DAY_AND_HOUR = 25 * HOUR;

  private final Names names;
  private final List<Long> durations;
  private final List<Double> numbers;

  private Variations(Names names) {
    this.names = names;
    this.durations =
        names.all("durations").stream().flatMap(Variations::around).distinct().sorted().toList();
    this.numbers =
        names.all("numbers").stream()
            .map(BigDecimal::new)
            .flatMap(
                it ->
                    Stream.of(
                        it.subtract(Replacements.step(it)), it, it.add(Replacements.step(it))))
            .map(BigDecimal::doubleValue)
            .distinct()
            .sorted()
            .toList();
  }

  private static Stream<Long> around(String duration) {
    Matcher parts = Replacements.DURATION.matcher(duration);
    Optional<Long> unit =
        Optional.of(parts)
            .filter(Matcher::matches)
            .flatMap(it -> Optional.ofNullable(Durations.UNITS.get(it.group(2))));
    return unit.map(it -> it * Long.parseLong(parts.group(1))).stream()
        .flatMap(it -> Stream.of(it - SECOND, it, it + SECOND));
  }

  /** The stories of a rulebook. */
  static List<Story> of(List<RulebookTest> tests, Names names) {
    Variations variations = new Variations(names);
    List<Function<List<Touchpoint>, Stream<List<Touchpoint>>>> families =
        List.of(
            Stream::of,
            variations::leftOut,
            variations::twice,
            variations::numbers,
            variations::gaps,
            variations::otherwise,
            variations::atOtherTimes,
            variations::overAndOver);
    List<List<Story>> told =
        families.stream()
            .map(family -> tests.stream().flatMap(test -> stories(test, family)).toList())
            .toList();
    return Thinning.of(told, MOST).stream().flatMap(List::stream).toList();
  }

  private static Stream<Story> stories(
      RulebookTest test, Function<List<Touchpoint>, Stream<List<Touchpoint>>> family) {
    return family.apply(test.given()).distinct().map(given -> story(test, given));
  }

  private static Story story(RulebookTest test, List<Touchpoint> given) {
    long last = given.stream().mapToLong(Touchpoint::time).max().orElse(test.until());
    return new Story(test, given, Math.max(test.until(), last) + BEHIND);
  }

  private Stream<List<Touchpoint>> leftOut(List<Touchpoint> given) {
    return Retold.each(given, it -> Stream.of(List.of()));
  }

  private Stream<List<Touchpoint>> twice(List<Touchpoint> given) {
    return Retold.each(
        given, it -> Stream.of(List.of(it, Retold.later(it, SECOND).under(it.id() + "-2"))));
  }

  private Stream<List<Touchpoint>> numbers(List<Touchpoint> given) {
    return Retold.eachOne(
        given,
        it ->
            Stream.concat(
                named(it, Double.class)
                    .flatMap(name -> numbers.stream().map(number -> Retold.with(it, name, number))),
                numbers.stream()
                    .flatMap(number -> Stream.of(number, -number))
                    .flatMap(number -> Retold.feeling(it, number))));
  }

  private static Stream<String> named(Touchpoint it, Class<?> kind) {
    return it.properties().entrySet().stream()
        .filter(property -> kind.isInstance(property.getValue()))
        .map(Map.Entry::getKey);
  }

  private Stream<List<Touchpoint>> gaps(List<Touchpoint> given) {
    return IntStream.range(1, given.size())
        .boxed()
        .flatMap(
            i ->
                durations.stream()
                    .map(gap -> gap - (given.get(i).time() - given.get(i - 1).time()))
                    .filter(shift -> shift != 0)
                    .map(shift -> Retold.from(given, i, shift)));
  }

  private Stream<List<Touchpoint>> otherwise(List<Touchpoint> given) {
    return Retold.eachOne(
        given,
        it ->
            Stream.of(
                    names.all("types").stream().map(type -> Retold.ofType(it, type)),
                    names.all("channels").stream().map(channel -> Retold.on(it, channel)),
                    it.properties().keySet().stream().map(name -> Retold.without(it, name)),
                    named(it, String.class).map(name -> Retold.with(it, name, "other")),
                    named(it, Boolean.class)
                        .map(
                            name ->
                                Retold.with(
                                    it, name, !Boolean.TRUE.equals(it.properties().get(name)))))
                .flatMap(stream -> stream));
  }

  private Stream<List<Touchpoint>> atOtherTimes(List<Touchpoint> given) {
    return IntStream.concat(IntStream.rangeClosed(1, HOURS), IntStream.of(TO_SATURDAY))
        .mapToObj(hours -> Retold.from(given, 0, hours * HOUR));
  }

  private Stream<List<Touchpoint>> overAndOver(List<Touchpoint> given) {
    Stream<List<Touchpoint>> often =
        IntStream.rangeClosed(2, ROUNDS)
            .boxed()
            .flatMap(
                rounds ->
                    LongStream.of(HOUR, DAY_AND_HOUR)
                        .mapToObj(period -> Retold.rounds(given, rounds, period)));
    return Stream.concat(
        durations.stream().filter(it -> it > 0).map(period -> Retold.rounds(given, 2, period)),
        often);
  }
}
