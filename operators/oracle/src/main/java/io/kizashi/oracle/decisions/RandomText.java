package io.kizashi.oracle.decisions;

import io.kizashi.oracle.story.KnownCustomer;
import io.kizashi.oracle.story.Yaml;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a random action says.
 *
 * @param word what words name that may be missing
 * @param wordy the channels on which the words for everybody else name it
 * @param aimed words for some of the customers
 * @param shares of the variants for everybody else; none where all get the same
 */
record RandomText(RandomWord word, List<String> wordy, List<Aimed> aimed, List<Double> shares) {
  private static final String EMAIL = "email";

  /** Copies the lists. */
  RandomText {
    wordy = List.copyOf(wordy);
    aimed = List.copyOf(aimed);
    shares = List.copyOf(shares);
  }

  /**
   * Words for those for whom a condition holds.
   *
   * @param wordy whether they name what may be missing
   */
  record Aimed(FactBound when, List<String> channels, boolean wordy) {
    /** Copies the list. */
    Aimed {
      channels = List.copyOf(channels);
    }
  }

  /** A random one. */
  static RandomText drawn(Draws draws, List<String> channels) {
    List<Aimed> aimed = new ArrayList<>();
    for (int i = draws.random().nextInt(6); i >= 4; i--) {
      FactBound when = FactBound.drawn(draws, List.of(RandomFact.values()));
      aimed.add(new Aimed(when, draws.some(channels), draws.random().nextBoolean()));
    }
    return new RandomText(
        draws.any(List.of(RandomWord.values())),
        draws.maybe(1, () -> draws.some(channels)).orElse(List.of()),
        aimed,
        draws
            .maybe(
                2,
                () ->
                    draws.any(
                        List.of(
                            List.of(0.5, 0.5),
                            List.of(0.2, 0.3, 0.5),
                            List.of(0.9, 0.1),
                            List.of(0.05, 0.95))))
            .orElse(List.of()));
  }

  /** What is said on a channel; empty where a word is missing. */
  Optional<String> said(String action, String channel, NaiveFacts world, ZoneId zone) {
    for (int i = 0; i < aimed.size(); i++) {
      Aimed entry = aimed.get(i);
      if (entry.channels().contains(channel) && entry.when().holds(world)) {
        return entry.wordy() ? word.said(world, zone) : Optional.of("aimed " + i);
      }
    }
    Optional<String> rest = wordy.contains(channel) ? word.said(world, zone) : Optional.of("words");
    return rest.map(
        words -> shares.isEmpty() ? words : named(KnownCustomer.variant(action, shares), words));
  }

  /** The words of a variant, as comparisons show them. */
  private static String named(int variant, String words) {
    return "v" + variant + ": " + words;
  }

  /** The same with less. */
  List<RandomText> simpler() {
    List<RandomText> simpler = new ArrayList<>();
    if (!aimed.isEmpty()) {
      simpler.add(new RandomText(word, wordy, aimed.subList(1, aimed.size()), shares));
    }
    if (!shares.isEmpty()) {
      simpler.add(new RandomText(word, wordy, aimed, List.of()));
    }
    return simpler;
  }

  /** The lines under the action. */
  List<String> lines(List<String> channels) {
    if (aimed.isEmpty() && shares.isEmpty()) {
      return List.of("content: { " + rest(channels) + " }");
    }
    List<String> lines = new ArrayList<>(List.of("content:"));
    for (int i = 0; i < aimed.size(); i++) {
      Aimed entry = aimed.get(i);
      String text = entry.wordy() ? template() : "aimed " + i;
      List<String> words = entry.channels().stream().map(it -> words(it, text)).toList();
      lines.add("  - { when: '%s', %s }".formatted(entry.when().cel(), String.join(", ", words)));
    }
    for (int i = 0; i < shares.size(); i++) {
      String share = Yaml.number(shares.get(i));
      lines.add("  - { variant: v%d, share: %s, %s }".formatted(i, share, rest(channels)));
    }
    if (shares.isEmpty()) {
      lines.add("  - { " + rest(channels) + " }");
    }
    return lines;
  }

  private String rest(List<String> channels) {
    return String.join(
        ", ",
        channels.stream().map(it -> words(it, wordy.contains(it) ? template() : "words")).toList());
  }

  private String template() {
    return "'" + word.template() + "'";
  }

  private static String words(String channel, String text) {
    return channel.equals(EMAIL)
        ? "email: { en: { subject: s, body: " + text + ", sender: us, opt-out: here } }"
        : channel + ": { en: " + text + " }";
  }
}
