package io.kizashi.cli.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is true of all that an engine ever said, whatever happened to it.
 *
 * @param moments in their order
 * @param recommendations in their order
 */
record OutputInvariants(List<OutputLine> moments, List<OutputLine> recommendations) {
  private static final String STATUS = "status";

  /** No moment of a rule comes sooner after another that stands: the final silences of the shop. */
  private static final Map<String, Duration> SPACING =
      Map.of(
          "cart_abandoned", Duration.ofMinutes(30),
          "basket_abandoned", Duration.ofMinutes(30),
          "payment_stuck", Duration.ofMinutes(5),
          "help_sought", Duration.ZERO);

  /**
   * Every breach, in words.
   *
   * @param action that is capped
   * @param limit how many a customer may get
   * @param per within this
   */
  List<String> broken(String action, int limit, Duration per) {
    List<String> broken = new ArrayList<>();
    everyRecommendationAnswersAMomentAlone(broken);
    recordsOfOneDifferInTheirStatusOnly(broken);
    capsHold(action, limit, per, broken);
    return broken;
  }

  private void everyRecommendationAnswersAMomentAlone(List<String> broken) {
    Map<String, OutputLine> open = OutputLine.standingById(moments);
    List<OutputLine> corrected = new ArrayList<>();
    Set<String> answered = new HashSet<>();
    for (OutputLine recommendation : standing()) {
      String moment = recommendation.json().path("moment").path("id").asText();
      if (!answered.add(moment)) {
        broken.add("it is the second that answers its moment: " + recommendation.text());
      } else if (open.remove(moment) == null) {
        corrected.add(recommendation);
      }
    }
    everyOtherToldWhatTookItsMomentsPlace(corrected, open.values(), broken);
  }

  /** Such a message was read already, and no second one is written about the moment. */
  private static void everyOtherToldWhatTookItsMomentsPlace(
      List<OutputLine> corrected, Collection<OutputLine> open, List<String> broken) {
    for (OutputLine recommendation : corrected) {
      Optional<OutputLine> told =
          open.stream().filter(moment -> tookThePlace(moment, recommendation)).findFirst();
      told.ifPresentOrElse(
          open::remove,
          () -> broken.add("it answers a moment that does not stand: " + recommendation.text()));
    }
  }

  private static boolean tookThePlace(OutputLine moment, OutputLine recommendation) {
    JsonNode about = recommendation.json().path("moment");
    String rule = about.path("rule").asText();
    Duration apart =
        Duration.between(
            Instant.parse(about.path("detectedAt").asText()),
            Instant.parse(moment.get("detectedAt")));
    return moment.get("rule").equals(rule)
        && customer(moment).equals(customer(recommendation))
        && apart.abs().compareTo(SPACING.get(rule)) <= 0;
  }

  private static String customer(OutputLine line) {
    return line.get("guest") + line.get("customer");
  }

  private void recordsOfOneDifferInTheirStatusOnly(List<String> broken) {
    Map<String, OutputLine> issued = new HashMap<>();
    Map<String, OutputLine> retracted = new HashMap<>();
    for (OutputLine it : recommendations) {
      boolean isIssued = it.get(STATUS).equals("issued");
      OutputLine first = (isIssued ? issued : retracted).putIfAbsent(it.get("id"), it);
      if (first != null && !first.text().equals(it.text())) {
        broken.add("it has two contents: " + first.text() + "\n  " + it.text());
      }
    }
    retracted.forEach(
        (id, it) -> {
          OutputLine before = issued.get(id);
          if (before == null || !isShortened(it, before)) {
            broken.add("it takes back " + before + "\n  by " + it.text());
          }
        });
  }

  /** Whether a retraction says nothing else than what it takes back. */
  private static boolean isShortened(OutputLine retracted, OutputLine issued) {
    ObjectNode shortened = retracted.json().deepCopy();
    shortened.remove(STATUS);
    return OutputLine.contains(issued.json(), shortened);
  }

  private void capsHold(String action, int limit, Duration per, List<String> broken) {
    Map<String, TreeSet<Long>> times = new HashMap<>();
    for (OutputLine it : standing()) {
      if (it.get("action").equals(action)) {
        long at = Instant.parse(it.get("sendAt")).toEpochMilli();
        TreeSet<Long> ofCustomer = times.computeIfAbsent(customer(it), name -> new TreeSet<>());
        if (!ofCustomer.add(at)) {
          broken.add("two at one time: " + it.text());
        }
      }
    }
    times.forEach(
        (customer, all) ->
            all.stream()
                .filter(at -> all.subSet(at, at + per.toMillis()).size() > limit)
                .forEach(at -> broken.add(customer + " gets too much: " + all)));
  }

  /** Records that come more than once, byte for byte. */
  List<String> twice() {
    List<String> twice = new ArrayList<>();
    for (List<OutputLine> lines : List.of(moments, recommendations)) {
      Set<String> seen = new HashSet<>();
      lines.stream()
          .filter(line -> !seen.add(line.text()))
          .forEach(line -> twice.add("it comes twice: " + line.text()));
    }
    return twice;
  }

  private Collection<OutputLine> standing() {
    return OutputLine.standingById(recommendations).values();
  }
}
