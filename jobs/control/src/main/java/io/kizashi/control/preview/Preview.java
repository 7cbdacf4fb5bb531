package io.kizashi.control.preview;

import io.kizashi.control.recording.Recording;
import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.Address;
import io.kizashi.core.rules.Content;
import io.kizashi.core.rules.Rules;
import io.kizashi.language.explain.Language;
import io.kizashi.language.explain.Reason;
import io.kizashi.language.rehearsal.Episode;
import io.kizashi.language.rehearsal.Recall;
import io.kizashi.schema.Briefing;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Recommendation.Explanation;
import io.kizashi.schema.Recommendation.Reasoning;
import io.kizashi.schema.Touchpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Who of a recorded stream would get which words, and who none and why.
 *
 * @param rulebook its name
 * @param touchpoints how many were read
 * @param customers how many they are of
 * @param masked whether personal data is hidden
 * @param sheets words by action and channel, in their order
 * @param missed by action: why customers who asked for it got it never, and how many
 */
public record Preview(
    String rulebook,
    long touchpoints,
    int customers,
    boolean masked,
    List<Sheet> sheets,
    Map<String, Map<String, Integer>> missed) {
  private static final Pattern FALLBACK =
      Pattern.compile("\\{\\{\\s*([\\w.]+)[^}]*\\|\\s*or:\\s*([^}|]*?)\\s*}}");

  /** An action on a channel: all customers who would get it there. */
  public record Sheet(ActionRule action, String channel, List<Message> messages) {}

  /**
   * Words for a customer.
   *
   * @param number of the customer, in the order of the stream
   * @param customer who it is; empty where that is hidden
   * @param time when it is to be sent, milliseconds since the epoch
   * @param parts the words
   * @param fallback whether something stands in for a value that is missing
   * @param briefing what staff are told
   */
  public record Message(
      int number,
      String customer,
      long time,
      Map<String, String> parts,
      boolean fallback,
      Optional<Briefing> briefing) {
    /** Characters of all parts. */
    int length() {
      return parts.values().stream().mapToInt(String::length).sum();
    }
  }

  /** What is looked at, and how. */
  public record Wanted(
      Predicate<CustomerKey> customer,
      Predicate<String> channel,
      boolean showPersonal,
      Language language) {}

  /** Replays a recording as {@code why} does, for all customers. */
  public static Preview of(Path events, Rules rules, Wanted wanted) {
    Map<CustomerKey, Recall> recalls = new LinkedHashMap<>();
    Stream stream = new Stream(rules, wanted, recalls);
    Recording.replay(events, List.of(), stream::arrives);
    recalls.values().forEach(Recall::ends);
    Collected collected = new Collected(rules, wanted);
    int number = 0;
    for (Recall recall : recalls.values()) {
      number++;
      collected.add(number, recall.episodes());
    }
    return collected.preview(stream.touchpoints, recalls.size());
  }

  /** Tells each customer's recall of time before it is told of a touchpoint, and not before. */
  private static final class Stream {
    private final Rules rules;
    private final Wanted wanted;
    private final Map<CustomerKey, Recall> recalls;
    private long proven = Long.MIN_VALUE;
    private long touchpoints;

    Stream(Rules rules, Wanted wanted, Map<CustomerKey, Recall> recalls) {
      this.rules = rules;
      this.wanted = wanted;
      this.recalls = recalls;
    }

    void arrives(Touchpoint touchpoint) {
      touchpoints++;
      CustomerKey customer = touchpoint.cameUnder();
      if (wanted.customer().test(customer)) {
        Recall recall = recalls.computeIfAbsent(customer, key -> new Recall(key, rules));
        recall.prove(proven);
        recall.arrives(touchpoint);
      }
      proven = Math.max(proven, touchpoint.time() - 1);
    }
  }

  /** All customers' words and reasons so far. */
  private static final class Collected {
    private final Rules rules;
    private final Wanted wanted;
    private final Reason reason;
    private final Map<String, Sheet> sheets = new TreeMap<>();
    private final Map<String, Map<String, Integer>> missed = new TreeMap<>();

    Collected(Rules rules, Wanted wanted) {
      this.rules = rules;
      this.wanted = wanted;
      this.reason = new Reason(wanted.language(), rules);
    }

    void add(int number, List<Episode> episodes) {
      Map<String, Message> got = new LinkedHashMap<>();
      Map<String, String> lost = new TreeMap<>();
      for (Episode episode : episodes) {
        if (episode instanceof Episode.OfRecommendation it) {
          Recommendation recommendation = it.recommendation();
          recommendation.reasoning().ifPresent(why -> add(number, recommendation, why, got, lost));
        } else if (episode instanceof Episode.OfNothing it) {
          note(it.withheld().explanation(), lost);
        }
      }
      got.keySet().forEach(key -> lost.remove(key.split(" ", -1)[0]));
      lost.forEach(
          (action, why) ->
              missed.computeIfAbsent(action, x -> new TreeMap<>()).merge(why, 1, Integer::sum));
    }

    private void add(
        int number,
        Recommendation recommendation,
        Reasoning why,
        Map<String, Message> got,
        Map<String, String> lost) {
      note(why.explanation(), lost);
      String action = recommendation.plan().action();
      String channel = recommendation.plan().channel();
      String key = action + " " + channel;
      Optional<ActionRule> rule = rule(recommendation);
      if (rule.isPresent() && !got.containsKey(key)) {
        Message message = message(number, recommendation, why, rule.get());
        got.put(key, message);
        if (wanted.channel().test(channel)) {
          sheets
              .computeIfAbsent(key, x -> new Sheet(rule.get(), channel, new ArrayList<>()))
              .messages()
              .add(message);
        }
      }
    }

    private Optional<ActionRule> rule(Recommendation recommendation) {
      return rules.answering(recommendation.moment().rule()).stream()
          .filter(it -> it.name().equals(recommendation.plan().action()))
          .findFirst();
    }

    /** The last reason counts; what differs from customer to customer is left out of it. */
    private void note(Explanation explanation, Map<String, String> lost) {
      explanation.candidates().stream()
          .filter(it -> !Reason.isChosen(it))
          .forEach(
              it ->
                  lost.put(
                      it.action(),
                      reason.of(
                          new Candidate(
                              it.action(),
                              it.moment(),
                              it.channel(),
                              it.score(),
                              it.reason(),
                              it.detail(),
                              Optional.empty()))));
    }

    private Message message(
        int number, Recommendation recommendation, Reasoning why, ActionRule action) {
      Optional<Content> content = Original.of(action, recommendation.plan().channel(), why);
      Optional<Address> address =
          Optional.ofNullable(rules.policies().addresses().get(why.language()));
      String nameless = address.map(Address::fallback).orElse("");
      String honorific = address.map(Address::honorific).orElse("");
      Map<String, String> parts =
          wanted.showPersonal()
              ? why.content()
              : content
                  .map(it -> Masking.masked(it, why, honorific, nameless))
                  .orElseGet(() -> Masking.hidden(why.content()));
      return new Message(
          number,
          wanted.showPersonal() ? recommendation.customer().id() : "",
          recommendation.plan().sendAt(),
          parts,
          content.filter(it -> fallsBack(it, why.explanation().values(), nameless)).isPresent(),
          why.briefing());
    }

    private static boolean fallsBack(Content content, Map<String, String> values, String nameless) {
      boolean unnamed =
          content.variables().contains(Content.ADDRESS)
              && nameless.equals(values.get(Content.ADDRESS));
      return unnamed
          || content.texts().values().stream()
              .flatMap(text -> FALLBACK.matcher(text).results())
              .anyMatch(it -> it.group(2).equals(values.get(it.group(1))));
    }

    Preview preview(long touchpoints, int customers) {
      return new Preview(
          rules.ref().name(),
          touchpoints,
          customers,
          !wanted.showPersonal(),
          List.copyOf(sheets.values()),
          missed);
    }
  }
}
