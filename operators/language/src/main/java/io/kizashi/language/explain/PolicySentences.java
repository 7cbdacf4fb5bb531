package io.kizashi.language.explain;

import io.kizashi.core.recipient.CustomerList;
import io.kizashi.core.rules.Address;
import io.kizashi.core.rules.Cap;
import io.kizashi.core.rules.Guard;
import io.kizashi.core.rules.Policies;
import io.kizashi.core.rules.QuietHours;
import io.kizashi.core.rules.QuietHours.Days;
import io.kizashi.core.rules.Reach;
import io.kizashi.core.rules.RefusalPolicy;
import io.kizashi.schema.ActionKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** Sentences about what holds for all actions. */
final class PolicySentences {
  private final Phrases words;
  private final Grammar grammar;
  private final Terms terms;

  PolicySentences(Phrases words, Grammar grammar) {
    this.words = words;
    this.grammar = grammar;
    this.terms = grammar.terms();
  }

  List<String> policies(Policies policies) {
    List<String> said = new ArrayList<>();
    if (!policies.tiers().isEmpty()) {
      List<String> tiers =
          policies.tiers().stream().map(kind -> words.word(Vocabulary.KIND, kind)).toList();
      said.add(words.say(Wording.POLICY_TIERS, words.join(Wording.POLICY_THEN, tiers)));
    }
    policies.guards().forEach(guard -> said.add(guard(guard)));
    policies.refusals().forEach(refusal -> said.add(refusal(refusal)));
    policies.caps().forEach(cap -> said.add(cap(cap)));
    policies.quietHours().forEach(hours -> said.add(quietHours(hours)));
    policies.excluded().forEach(list -> said.add(excluded(list)));
    if (!policies.consented().isEmpty()) {
      said.add(words.say(Wording.POLICY_CONSENT, channels(policies.consented())));
    }
    new TreeMap<>(policies.addresses())
        .forEach((language, address) -> said.add(address(language, address)));
    return said;
  }

  private String guard(Guard guard) {
    String said = words.say(Wording.POLICY_GUARD, kinds(guard.suppressed()), spared(guard));
    return waiting(grammar.tidy(said), guard.hold());
  }

  /** What becomes of what a guard keeps back, where it is not dropped. */
  private String waiting(String guard, boolean hold) {
    return hold ? words.say(Wording.POLICY_WAITS, guard) : guard;
  }

  /** When a guard keeps things back. */
  String spared(Guard guard) {
    if (guard.after().isPresent()) {
      String name = terms.moment(guard.after().get().name());
      return words.say(Wording.GUARD_AFTER, name, grammar.during(guard.linger()));
    }
    String when = grammar.clause(Reading.claim(guard.when().text()));
    return grammar.tidy(
        guard.linger() == 0
            ? words.say(Wording.GUARD_WHILE, when)
            : words.say(Wording.GUARD_LINGERING, when, grammar.during(guard.linger())));
  }

  private String kinds(Collection<ActionKind> kinds) {
    return grammar.either(
        kinds.stream()
            .sorted()
            .map(kind -> words.say(Wording.POLICY_KIND, words.word(Vocabulary.KIND, kind)))
            .toList());
  }

  private String refusal(RefusalPolicy refusal) {
    String same =
        refusal
            .same()
            .map(it -> words.word(Vocabulary.SAME, it))
            .orElseGet(() -> words.say(Wording.REFUSAL_ANY));
    return waiting(
        words.say(
            Wording.POLICY_REFUSAL,
            kinds(refusal.suppressed()),
            grammar.during(refusal.span()),
            terms.word(Vocabulary.OUTCOME, refusal.outcome()),
            same),
        refusal.hold());
  }

  private String cap(Cap cap) {
    return grammar.tidy(
        words.say(Wording.POLICY_CAP, counted(cap), most(cap.limit(), cap.reach())));
  }

  /** So many in a span of time at most. */
  String most(long limit, Reach reach) {
    String span = words.word(Vocabulary.REACH, reach.unit(), grammar.during(reach.longest()));
    return words.say(limit == 1 ? Wording.CAP_ONCE : Wording.CAP_MOST, limit, span);
  }

  private String counted(Cap cap) {
    if (cap.countsAll()) {
      return words.say(cap.staff() ? Wording.CAP_TASKS : Wording.CAP_MESSAGES);
    }
    String what =
        cap.channel()
            .map(channel -> words.say(Wording.CAP_CHANNEL, terms.word(Vocabulary.CHANNEL, channel)))
            .or(() -> cap.action().map(action -> words.say(Wording.CAP_ACTION, action)))
            .orElseGet(() -> words.say(Wording.CAP_KINDS, kinds(cap.kinds())));
    return cap.staff() ? words.say(Wording.CAP_STAFF, what) : what;
  }

  private String quietHours(QuietHours hours) {
    return words.say(
        hours.hold() ? Wording.POLICY_HOLD : Wording.POLICY_DROP,
        channels(hours.channels()),
        span(hours));
  }

  /** The hours, or the days, or those of some days. */
  private String span(QuietHours hours) {
    if (hours.days().equals(Days.ALL)) {
      return words.say(Wording.QUIET_DAILY, hours.from(), hours.to());
    }
    List<String> days = new ArrayList<>();
    hours.days().weekdays().stream()
        .sorted()
        .map(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT))
        .forEach(day -> days.add(terms.word(Vocabulary.DAY, day)));
    if (!hours.days().dates().isEmpty()) {
      days.add(words.say(Wording.QUIET_HOLIDAYS));
    }
    String on = grammar.either(days);
    return hours.from().equals(hours.to())
        ? words.say(Wording.QUIET_DAYS, on)
        : words.say(Wording.QUIET_HOURS, on, hours.from(), hours.to());
  }

  private String excluded(CustomerList list) {
    return words.say(Wording.POLICY_EXCLUDE, list.name());
  }

  private String channels(Set<String> channels) {
    return grammar.either(terms.words(Vocabulary.CHANNEL, channels.stream().sorted().toList()));
  }

  private String address(String language, Address address) {
    return words.say(
        address.honorific().isEmpty() ? Wording.POLICY_ADDRESS : Wording.POLICY_HONORIFIC,
        terms.times().language(language),
        words.word(Vocabulary.NAME, address.name()),
        address.fallback(),
        address.honorific());
  }
}
