package io.kizashi.language.explain;

import io.kizashi.core.rules.Address;
import io.kizashi.core.rules.Cap;
import io.kizashi.core.rules.Guard;
import io.kizashi.core.rules.Policies;
import io.kizashi.core.rules.QuietHours;
import io.kizashi.core.rules.RefusalPolicy;
import io.kizashi.schema.ActionKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
    this.terms = new Terms(words);
  }

  List<String> policies(Policies policies) {
    List<String> said = new ArrayList<>();
    if (!policies.tiers().isEmpty()) {
      List<String> tiers = policies.tiers().stream().map(ActionKind::wire).toList();
      said.add(words.say(Wording.POLICY_TIERS, words.join(Wording.POLICY_THEN, tiers)));
    }
    policies.guards().forEach(guard -> said.add(guard(guard)));
    policies.refusals().forEach(refusal -> said.add(refusal(refusal)));
    policies.caps().forEach(cap -> said.add(cap(cap)));
    policies.quietHours().ifPresent(hours -> said.add(quietHours(hours)));
    if (!policies.consented().isEmpty()) {
      said.add(words.say(Wording.POLICY_CONSENT, channels(policies.consented())));
    }
    new TreeMap<>(policies.addresses())
        .forEach((language, address) -> said.add(address(language, address)));
    return said;
  }

  private String guard(Guard guard) {
    String kinds = kinds(guard.suppressed());
    if (guard.after().isPresent()) {
      String name = guard.after().get().name();
      return words.say(Wording.POLICY_GUARD_AFTER, kinds, terms.span(guard.linger()), name);
    }
    String when = grammar.clause(Reading.claim(guard.when().text()));
    return grammar.tidy(
        guard.linger() == 0
            ? words.say(Wording.POLICY_GUARD, kinds, when)
            : words.say(Wording.POLICY_GUARD_LINGERING, kinds, when, terms.span(guard.linger())));
  }

  private String kinds(Collection<ActionKind> kinds) {
    return words.join(Wording.LIST, kinds.stream().sorted().map(ActionKind::wire).toList());
  }

  private String refusal(RefusalPolicy refusal) {
    String same =
        refusal
            .same()
            .map(it -> words.word(Vocabulary.SAME, it))
            .orElseGet(() -> words.say(Wording.REFUSAL_ANY));
    return words.say(
        Wording.POLICY_REFUSAL,
        kinds(refusal.suppressed()),
        terms.span(refusal.span()),
        refusal.outcome(),
        same);
  }

  private String cap(Cap cap) {
    String span = terms.span(cap.reach().longest());
    String reach = words.word(Vocabulary.REACH, cap.reach().unit(), span);
    return words.say(Wording.POLICY_CAP, cap.limit(), counted(cap), reach);
  }

  private String counted(Cap cap) {
    if (cap.countsAll()) {
      return words.say(cap.staff() ? Wording.CAP_TASKS : Wording.CAP_MESSAGES);
    }
    String what =
        cap.channel()
            .map(channel -> words.say(Wording.CAP_CHANNEL, channel))
            .or(() -> cap.action().map(action -> words.say(Wording.CAP_ACTION, action)))
            .orElseGet(() -> words.say(Wording.CAP_KINDS, kinds(cap.kinds())));
    return cap.staff() ? words.say(Wording.CAP_STAFF, what) : what;
  }

  private String quietHours(QuietHours hours) {
    return words.say(
        hours.hold() ? Wording.POLICY_HOLD : Wording.POLICY_DROP,
        channels(hours.channels()),
        hours.from(),
        hours.to());
  }

  private String channels(Set<String> channels) {
    return grammar.either(channels.stream().sorted().toList());
  }

  private String address(String language, Address address) {
    return words.say(
        address.honorific().isEmpty() ? Wording.POLICY_ADDRESS : Wording.POLICY_HONORIFIC,
        language,
        words.word(Vocabulary.NAME, address.name()),
        address.fallback(),
        address.honorific());
  }
}
