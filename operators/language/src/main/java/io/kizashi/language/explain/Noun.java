package io.kizashi.language.explain;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.rules.Sessions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The touchpoints that something is about.
 *
 * @param types their types; empty for all
 * @param where what else holds of them
 */
record Noun(List<String> types, Optional<Claim> where) {
  private static final String OUTCOME = "recommendation_outcome";

  Noun {
    types = List.copyOf(types);
  }

  /** Touchpoints of these types for which a claim holds; types that it names are taken from it. */
  static Noun of(List<String> types, Optional<Claim> where) {
    List<Claim> claims =
        where.map(c -> c instanceof Claim.All all ? all.claims() : List.of(c)).orElse(List.of());
    List<Claim> rest = new ArrayList<>();
    List<String> named = new ArrayList<>(types);
    for (Claim claim : claims) {
      List<String> asked = types(claim);
      if (asked.isEmpty() || !(named.isEmpty() || named.equals(asked))) {
        rest.add(claim);
      } else if (named.isEmpty()) {
        named.addAll(asked);
      }
    }
    Optional<Claim> all = rest.stream().reduce(Claim::all);
    return new Noun(named, all);
  }

  /** Where each of several claims names types of its own, a noun for each; else this one alone. */
  List<Noun> alternatives() {
    if (types.isEmpty() && where.isPresent() && where.get() instanceof Claim.Any any) {
      List<Noun> nouns =
          any.claims().stream().map(claim -> of(List.of(), Optional.of(claim))).toList();
      if (nouns.stream().noneMatch(noun -> noun.types().isEmpty())) {
        return nouns;
      }
    }
    return List.of(this);
  }

  /** What its types are called; of all touchpoints the word for one. */
  List<String> names(Phrases words) {
    return types.isEmpty()
        ? List.of(words.say(Wording.NOUN_TOUCHPOINT))
        : types.stream().map(type -> name(type, words)).toList();
  }

  private static String name(String type, Phrases words) {
    if (type.equals(Sessions.ENDED)) {
      return words.say(Wording.NOUN_SESSION_END);
    }
    return type.equals(OUTCOME) ? words.say(Wording.NOUN_OUTCOME) : type;
  }

  private static List<String> types(Claim claim) {
    if (claim instanceof Claim.Compares compares
        && compares.relation().equals(Claim.Relation.IS)
        && isType(compares.left())
        && compares.right() instanceof Term.Text type) {
      return List.of(type.text());
    }
    boolean several =
        claim instanceof Claim.Among among
            && among.yes()
            && isType(among.term())
            && among.several().stream().allMatch(Term.Text.class::isInstance);
    return several
        ? ((Claim.Among) claim).several().stream().map(type -> ((Term.Text) type).text()).toList()
        : List.of();
  }

  private static boolean isType(Term term) {
    return term instanceof Term.Field field && field.is(Bindings.EVENT, "type");
  }
}
