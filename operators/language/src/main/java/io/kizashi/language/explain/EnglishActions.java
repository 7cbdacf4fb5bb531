package io.kizashi.language.explain;

import static io.kizashi.language.explain.EnglishClaims.span;

import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.Content;
import io.kizashi.core.rules.Recipient;
import io.kizashi.core.rules.Worth;
import io.kizashi.schema.ActionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** English sentences about actions. */
final class EnglishActions {
  private final EnglishClaims claims;

  EnglishActions(EnglishClaims claims) {
    this.claims = claims;
  }

  List<String> action(ActionRule action) {
    List<String> said = new ArrayList<>();
    said.add("It is there to " + purpose(action.kind()) + "; it is " + nature(action) + ".");
    said.add("It answers: " + String.join(", ", action.answers()) + ".");
    if (!action.when().text().isEmpty()) {
      said.add("It is chosen only if " + claims.say(Reading.claim(action.when().text())) + ".");
    }
    said.add("Where: " + String.join(", else ", action.channels()) + ".");
    if (action.after() > 0) {
      said.add(
          "It is due "
              + span(action.after())
              + " after the detection at the earliest, and sent if it still stands then.");
    }
    if (action.responsive()) {
      said.add(
          "It waits for an hour of the day in which the customer has answered on that channel"
              + " before, where one is known.");
    }
    said.add(
        "It must be sent within " + span(action.expires()) + " of when it is due, or not at all.");
    worth(action.worth(), said);
    if (action.briefing()) {
      said.add("With it comes what was tried before, and what the customer said and felt.");
    }
    action.channels().forEach(channel -> said.addAll(content(action, channel)));
    return said;
  }

  private static String nature(ActionRule action) {
    if (!action.isForCustomer()) {
      return "a task for " + staff(action.recipient());
    }
    return action.advertising() ? "advertising" : "no advertising";
  }

  private static String staff(Recipient recipient) {
    return switch (recipient) {
      case CUSTOMER -> "nobody";
      case AGENT -> "an agent";
      case SUPERVISOR -> "a supervisor";
      case REP -> "a sales representative";
      case PAGE_OWNER -> "the owner of the page";
      case STORE -> "the store";
    };
  }

  private void worth(Worth worth, List<String> said) {
    worth
        .value()
        .map(value -> Reading.term(value.text()))
        .ifPresent(value -> said.add("What success is worth: " + claims.say(value) + "."));
    if (worth.cost() > 0) {
      said.add("What it costs: " + Reading.plain(worth.cost()) + ".");
    }
    if (worth.propensity() < 1) {
      said.add("How likely it succeeds, from 0 to 1: " + Reading.plain(worth.propensity()) + ".");
    }
    if (worth.weight() != 1) {
      said.add("It has a weight of " + Reading.plain(worth.weight()) + ".");
    }
    for (Worth.Fitting fitting : worth.context()) {
      Claim when = Reading.claim(fitting.when().text());
      said.add(
          "It is worth "
              + Reading.plain(fitting.times())
              + " times as much if "
              + claims.say(when)
              + ".");
    }
  }

  private static List<String> content(ActionRule action, String channel) {
    Map<String, Content> words = action.content().getOrDefault(channel, Map.of());
    Optional<Content> own = Optional.ofNullable(words.get("en"));
    return own.or(() -> words.values().stream().findFirst()).stream()
        .flatMap(content -> content.texts().entrySet().stream())
        .map(text -> channel + part(text.getKey()) + ": \"" + text.getValue() + "\"")
        .toList();
  }

  private static String part(String name) {
    return name.equals(Content.TEXT) ? "" : " (" + name + ")";
  }

  private static String purpose(ActionKind kind) {
    return switch (kind) {
      case RECOVER -> "recover from a failure";
      case SERVE -> "help";
      case RETAIN -> "keep the customer";
      case INFORM -> "inform";
      case ASK -> "ask";
      case SELL -> "sell";
    };
  }
}
