package io.kizashi.cli.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What must be true of all that an engine said, however often it was killed.
 *
 * @param plan what happened to it
 * @param expected what it says where nothing happens
 */
record CrashInvariants(CrashPlan plan, ReplayedOutput expected) {
  private static final int SHOWN = 3;
  private static final String SELL = "sell";

  /** What the rulebook's cap says. */
  private static final String CAPPED = "cart_rescue";

  private static final int LIMIT = 1;
  private static final Duration PER = Duration.ofHours(6);

  /**
   * Every breach, in words.
   *
   * @param paused when sales were paused, where they were; milliseconds since the epoch
   */
  List<String> broken(CrashOutput read, long paused) {
    List<OutputLine> moments = read.moments();
    List<OutputLine> recommendations = read.recommendations();
    List<String> broken = new ArrayList<>();
    differences("moments that stand", standing(expected.moments()), standing(moments), broken);
    OutputInvariants always = new OutputInvariants(moments, recommendations);
    broken.addAll(always.broken(CAPPED, LIMIT, PER));
    switch (plan.promise()) {
      case SETTLED -> standing(recommendations, broken);
      case AT_ONCE -> {}
      case EXACTLY_ONCE -> {
        standing(recommendations, broken);
        broken.addAll(always.twice());
      }
    }
    switch (plan.control()) {
      case NOTHING, PAUSED_AND_RESUMED, OTHER_WORDS_BEFORE, OTHER_WORDS_MEANWHILE ->
          inOrder(moments, recommendations, broken);
      case PAUSED ->
          sales(
              read.recommendations(0, paused),
              read.recommendations(paused, Long.MAX_VALUE),
              broken);
    }
    return broken;
  }

  /** Recommendations that stand are those that stand where nothing happens. */
  private void standing(List<OutputLine> recommendations, List<String> broken) {
    Predicate<OutputLine> counts = it -> !plan.isPaused() || !it.get("kind").equals(SELL);
    differences(
        "recommendations that stand",
        standing(filtered(expected.recommendations(), counts)),
        standing(filtered(recommendations, counts)),
        broken);
  }

  /** Of customers who are heard of in order all is said that is said where nothing happens. */
  private void inOrder(
      List<OutputLine> moments, List<OutputLine> recommendations, List<String> broken) {
    Predicate<OutputLine> counts = it -> it.get("customer").startsWith("c-");
    differences(
        "moments of those heard of in order",
        texts(filtered(expected.moments(), counts)),
        texts(filtered(moments, counts)),
        broken);
    differences(
        "recommendations to those heard of in order",
        texts(filtered(expected.recommendations(), counts)),
        texts(filtered(recommendations, counts)),
        broken);
  }

  /** What was decided before the pause may be written again. */
  private static void sales(List<OutputLine> earlier, List<OutputLine> later, List<String> broken) {
    Set<String> before = new HashSet<>();
    earlier.forEach(it -> before.add(it.get("id")));
    later.stream()
        .filter(it -> it.get("kind").equals(SELL) && it.get("status").equals("issued"))
        .filter(it -> !before.contains(it.get("id")))
        .forEach(it -> broken.add("a sale while sales were paused: " + it.text()));
  }

  private static void differences(
      String what, Set<String> expected, Set<String> actual, List<String> broken) {
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(actual);
    Set<String> tooMuch = new TreeSet<>(actual);
    tooMuch.removeAll(expected);
    if (!missing.isEmpty() || !tooMuch.isEmpty()) {
      broken.add(
          "%s: %d missing, %d too much, of %d%n  missing %s%n  too much %s"
              .formatted(
                  what,
                  missing.size(),
                  tooMuch.size(),
                  expected.size(),
                  missing.stream().limit(SHOWN).toList(),
                  tooMuch.stream().limit(SHOWN).toList()));
    }
  }

  private static List<OutputLine> filtered(
      Collection<OutputLine> lines, Predicate<OutputLine> counts) {
    return lines.stream().filter(counts).toList();
  }

  private Set<String> standing(Collection<OutputLine> lines) {
    return texts(OutputLine.standingById(lines).values());
  }

  private Set<String> texts(Collection<OutputLine> lines) {
    Set<String> texts = new TreeSet<>();
    for (OutputLine line : lines) {
      texts.add(
          switch (plan.control()) {
            case NOTHING, PAUSED_AND_RESUMED -> line.text();
            case PAUSED -> without(line.json(), "explanation");
            case OTHER_WORDS_BEFORE, OTHER_WORDS_MEANWHILE ->
                without(line.json(), "content", "rulebook");
          });
    }
    return texts;
  }

  /** What hangs on when staff acted is not compared. */
  private static String without(JsonNode line, String... fields) {
    ObjectNode copy = line.deepCopy();
    copy.remove(List.of(fields));
    return copy.toString();
  }
}
