package io.kizashi.language.explain;

import io.kizashi.core.recipient.Absence;
import io.kizashi.core.recipient.Owner;
import io.kizashi.core.recipient.Owners;
import io.kizashi.core.recipient.Recipient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Sentences about whom tasks are for. */
final class OwnerSentences {
  private final Phrases words;
  private final Grammar grammar;
  private final Terms terms;

  OwnerSentences(Phrases words, Grammar grammar) {
    this.words = words;
    this.grammar = grammar;
    this.terms = grammar.terms();
  }

  List<String> owners(Owners owners) {
    List<String> said = new ArrayList<>();
    owners.inOrder().forEach((recipient, owner) -> said.addAll(owner(recipient, owner)));
    owners.absences().forEach(absence -> said.add(absence(absence)));
    said.add(words.say(Wording.OWNER_FALLBACK, owners.fallback()));
    return said;
  }

  private List<String> owner(Recipient recipient, Owner owner) {
    String staff = words.word(Vocabulary.RECIPIENT, recipient);
    if (owner instanceof Owner.Named named) {
      return List.of(words.say(Wording.OWNER_NAMED, staff, named.name()));
    }
    if (owner instanceof Owner.Listed listed) {
      List<String> said = new ArrayList<>();
      said.add(by(Wording.OWNER_LISTED, staff, listed.by().text()));
      for (Map.Entry<String, String> one : listed.is().entrySet()) {
        said.add(words.say(Wording.OWNER_ENTRY, one.getKey(), one.getValue()));
      }
      return said;
    }
    if (owner instanceof Owner.Known known) {
      return List.of(by(Wording.OWNER_KNOWN, staff, known.by().text()));
    }
    throw new IllegalArgumentException("an owner without words: " + owner);
  }

  private String by(Wording sentence, String staff, String code) {
    return grammar.tidy(words.say(sentence, staff, terms.say(Reading.term(code))));
  }

  private String absence(Absence absence) {
    return words.say(
        Wording.OWNER_AWAY,
        absence.who(),
        terms.times().day(absence.first()),
        terms.times().day(absence.last()),
        absence.deputy());
  }

  /** Where the assignee of a task stands in the rulebook; a code of another release as it is. */
  String found(String code) {
    if (code.equals(Owners.FALLBACK)) {
      return words.say(Wording.ASSIGNED_FALLBACK);
    }
    if (code.equals(Owners.AWAY)) {
      return words.say(Wording.ASSIGNED_DEPUTY);
    }
    return recipient(code)
        .map(it -> words.say(Wording.ASSIGNED_OWNER, words.word(Vocabulary.RECIPIENT, it)))
        .orElse(code);
  }

  private static Optional<Recipient> recipient(String code) {
    return Stream.of(Recipient.values()).filter(it -> Owners.found(it).equals(code)).findFirst();
  }
}
