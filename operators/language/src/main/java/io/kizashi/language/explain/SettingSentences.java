package io.kizashi.language.explain;

import io.kizashi.core.recipient.CustomerList;
import io.kizashi.core.rules.Rules.Settings;
import io.kizashi.core.signal.HalfLives;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sentences about a rulebook's settings, and about stages, signals and segments. */
final class SettingSentences {
  private final Phrases words;
  private final Grammar grammar;
  private final Terms terms;

  SettingSentences(Phrases words, Grammar grammar) {
    this.words = words;
    this.grammar = grammar;
    this.terms = grammar.terms();
  }

  List<String> settings(Settings settings) {
    String disorder = terms.span(settings.disorder());
    Wording waits = settings.settled() ? Wording.SETTINGS_SETTLED : Wording.SETTINGS_DISORDER;
    Stream<String> always =
        Stream.of(
            words.say(Wording.SETTINGS_ZONE, terms.times().zone()),
            words.say(waits, disorder),
            words.say(Wording.SETTINGS_SESSION, grammar.during(settings.sessions().gap())));
    return Stream.concat(always, fading(settings.emotion())).toList();
  }

  /** Nothing where nobody set anything. */
  private Stream<String> fading(HalfLives lives) {
    if (lives.equals(HalfLives.DEFAULT)) {
      return Stream.empty();
    }
    Stream<String> named =
        lives.byChannel().entrySet().stream()
            .map(
                entry ->
                    words.say(
                        Wording.SETTINGS_FADING_ON,
                        terms.word(Vocabulary.CHANNEL, entry.getKey()),
                        terms.span(entry.getValue())));
    return Stream.concat(
        Stream.of(words.say(Wording.SETTINGS_FADING, terms.span(lives.other()))), named);
  }

  String stage(String stage, Claim when) {
    return terms.word(Vocabulary.STAGE, stage)
        + ": "
        + grammar.noun(Noun.of(List.of(), Optional.of(when)));
  }

  String signal(SignalTexts signal) {
    Term value = signal.value();
    boolean counting = signal.kind().equals("decay") && value instanceof Term.Figure;
    String kind = counting ? SignalTexts.COUNTING : signal.kind();
    String span = signal.spansWindow() ? grammar.during(signal.span()) : terms.span(signal.span());
    String said =
        words.say(
            Phrases.key(Vocabulary.SIGNAL, kind),
            grammar.noun(signal.noun()),
            grammar.bare(signal.noun()),
            terms.say(value),
            span,
            signal.by().map(by -> words.say(Wording.SIGNAL_BY, terms.say(by))).orElse(""),
            signal.closing().map(grammar::noun).orElse(""),
            signal.last(),
            signal.spansWindow() ? words.say(Wording.SIGNAL_WITHIN, span) : "");
    return signal.name() + ": " + grammar.tidy(said);
  }

  String segment(String name, Claim claim) {
    String customers = words.say(Wording.SEGMENT_CUSTOMERS, grammar.attribute(claim));
    return name + ": " + grammar.tidy(customers);
  }

  String list(CustomerList list) {
    String count = Terms.figure(Integer.toString(list.ids().size()));
    return list.name() + ": " + words.say(Wording.LIST_CUSTOMERS, count);
  }
}
