package io.kizashi.language.explain;

import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.ActionRule.DateRange;
import io.kizashi.core.rules.Content;
import io.kizashi.core.rules.Words;
import io.kizashi.core.rules.Worth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sentences about actions. */
final class ActionSentences {
  private final Language language;
  private final Phrases words;
  private final Grammar grammar;
  private final Terms terms;

  ActionSentences(Language language, Phrases words, Grammar grammar) {
    this.language = language;
    this.words = words;
    this.grammar = grammar;
    this.terms = grammar.terms();
  }

  List<String> action(ActionRule action) {
    List<String> said = new ArrayList<>();
    String purpose = words.word(Vocabulary.PURPOSE, action.kind());
    said.add(words.say(Wording.ACTION_PURPOSE, purpose, nature(action)));
    said.add(
        words.say(
            Wording.ACTION_ANSWERS,
            words.join(Wording.LIST, action.answers().stream().map(terms::moment).toList())));
    if (!action.when().text().isEmpty()) {
      String when = grammar.clause(Reading.claim(action.when().text()));
      said.add(grammar.tidy(words.say(Wording.ACTION_WHEN, when)));
    }
    String where =
        words.join(Wording.ACTION_ELSE, terms.words(Vocabulary.CHANNEL, action.channels()));
    said.add(words.say(Wording.ACTION_WHERE, where));
    if (action.after() > 0) {
      said.add(words.say(Wording.ACTION_AFTER, terms.span(action.after())));
    }
    if (action.responsive()) {
      said.add(words.say(Wording.ACTION_RESPONSIVE));
    }
    active(action.active()).ifPresent(said::add);
    said.add(words.say(Wording.ACTION_EXPIRES, terms.span(action.expires())));
    said.addAll(worth(action.worth()));
    if (action.briefing()) {
      said.add(words.say(Wording.ACTION_BRIEFING));
    }
    if (!action.campaign().isEmpty()) {
      said.add(words.say(Wording.ACTION_CAMPAIGN, action.campaign()));
    }
    said.addAll(content(action));
    return said;
  }

  private Optional<String> active(DateRange days) {
    Optional<String> first = days.first().map(terms.times()::day);
    Optional<String> last = days.last().map(terms.times()::day);
    return first.isPresent() && last.isPresent()
        ? Optional.of(words.say(Wording.ACTION_ACTIVE, first.get(), last.get()))
        : first
            .map(day -> words.say(Wording.ACTION_ACTIVE_FROM, day))
            .or(() -> last.map(day -> words.say(Wording.ACTION_ACTIVE_TO, day)));
  }

  private String nature(ActionRule action) {
    if (!action.isForCustomer()) {
      String staff = words.word(Vocabulary.RECIPIENT, action.recipient());
      return words.say(Wording.ACTION_TASK, staff);
    }
    return words.say(action.advertising() ? Wording.ACTION_ADVERTISING : Wording.ACTION_SERVICE);
  }

  private List<String> worth(Worth worth) {
    List<String> said = new ArrayList<>();
    worth
        .value()
        .map(value -> terms.say(Reading.term(value.text())))
        .ifPresent(value -> said.add(grammar.tidy(words.say(Wording.WORTH_VALUE, value))));
    if (worth.cost() > 0) {
      said.add(words.say(Wording.WORTH_COST, Reading.plain(worth.cost())));
    }
    if (worth.propensity() < 1) {
      said.add(words.say(Wording.WORTH_PROPENSITY, Reading.plain(worth.propensity())));
    }
    if (worth.weight() != 1) {
      said.add(words.say(Wording.WORTH_WEIGHT, Reading.plain(worth.weight())));
    }
    for (Worth.Fitting fitting : worth.context()) {
      String when = grammar.clause(Reading.claim(fitting.when().text()));
      String times = Reading.plain(fitting.times());
      said.add(grammar.tidy(words.say(Wording.WORTH_CONTEXT, times, when)));
    }
    return said;
  }

  private List<String> content(ActionRule action) {
    boolean conditional = action.content().stream().anyMatch(it -> !it.isForEverybody());
    List<String> said = new ArrayList<>();
    for (Words entry : action.content()) {
      whose(entry, conditional).ifPresent(said::add);
      action.channels().forEach(channel -> said.addAll(content(entry, channel)));
    }
    return said;
  }

  /** To whom it says that; empty where it says the same to everybody. */
  private Optional<String> whose(Words entry, boolean conditional) {
    if (!entry.isForEverybody()) {
      String when = grammar.clause(Reading.claim(entry.when().text()));
      return Optional.of(grammar.tidy(words.say(Wording.CONTENT_WHEN, when)));
    }
    if (entry.variant().isPresent()) {
      Wording wording = conditional ? Wording.CONTENT_VARIANT_REST : Wording.CONTENT_VARIANT;
      String percent = percent(entry.variant().get().share());
      return Optional.of(words.say(wording, percent, entry.variant().get().name()));
    }
    return conditional ? Optional.of(words.say(Wording.CONTENT_REST)) : Optional.empty();
  }

  private static String percent(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
  }

  /** The content as it is written, in this language or else in the first that there is. */
  private List<String> content(Words entry, String channel) {
    Map<String, Content> written = entry.on(channel);
    Optional<Content> own = Optional.ofNullable(written.get(language.code()));
    return own.or(() -> written.values().stream().findFirst()).stream()
        .flatMap(content -> content.texts().entrySet().stream())
        .map(
            text ->
                text.getKey().equals(Content.TEXT)
                    ? words.say(
                        Wording.CONTENT_TEXT,
                        terms.word(Vocabulary.CHANNEL, channel),
                        text.getValue())
                    : words.say(
                        Wording.CONTENT_PART,
                        terms.word(Vocabulary.CHANNEL, channel),
                        terms.word(Vocabulary.PIECE, text.getKey()),
                        text.getValue()))
        .toList();
  }
}
