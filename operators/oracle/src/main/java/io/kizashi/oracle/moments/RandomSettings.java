package io.kizashi.oracle.moments;

import io.kizashi.schema.Setting;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random settings of touchpoints. */
final class RandomSettings {
  private RandomSettings() {}

  /** Every field is said in some and not in others. */
  static Arbitrary<Setting> setting() {
    Arbitrary<String> session = Arbitraries.of("", "s1", "s2");
    Arbitrary<String> stage =
        new RandomChoice<String>().orSimply(5, "").or(1, Arbitraries.just("use")).arbitrary();
    Arbitrary<Setting> of =
        Combinators.combine(
                word("web", "app"),
                session,
                half("k1", "k2"),
                half("c1", "c2"),
                half("a1", "a2"),
                half("p1"),
                half("JP-13"),
                stage)
            .as(
                (channel, visit, contact, matter, account, place, region, at) ->
                    new Setting(
                        channel, visit, contact, matter, account, place, region, at, "",
                        List.of()));
    return Combinators.combine(of, values()).as(RandomSettings::tagged);
  }

  private static Setting tagged(Setting at, List<String> values) {
    return new Setting(
        at.channel(),
        at.session(),
        at.contact(),
        at.caseId(),
        at.account(),
        at.place(),
        at.region(),
        at.stage(),
        at.anonymous(),
        values);
  }

  private static Arbitrary<List<String>> values() {
    return new RandomChoice<List<String>>()
        .orSimply(5, List.of())
        .or(1, Arbitraries.just(List.of("sense")))
        .or(1, Arbitraries.just(List.of("feel", "sense")))
        .arbitrary();
  }

  /** The first of them mostly; it shrinks to it. */
  private static Arbitrary<String> word(String mostly, String other) {
    return new RandomChoice<String>()
        .orSimply(4, mostly)
        .or(1, Arbitraries.just(other))
        .arbitrary();
  }

  /** Not said in every other touchpoint, so that both are met; it shrinks to not. */
  static Arbitrary<String> half(String... words) {
    return new RandomChoice<String>().orSimply(2, "").or(2, Arbitraries.of(words)).arbitrary();
  }
}
