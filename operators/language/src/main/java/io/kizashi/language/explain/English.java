package io.kizashi.language.explain;

import java.util.List;

/** English: articles, "or" and relative clauses. */
final class English implements Grammar {
  private final Phrases words;
  private final Terms terms;
  private final EnglishClaims claims;

  English(Phrases words, Terms.Setting setting) {
    this.words = words;
    this.terms = new Terms(words, setting, claim -> clause(claim));
    this.claims = new EnglishClaims(terms);
  }

  @Override
  public Terms terms() {
    return terms;
  }

  @Override
  public String clause(Claim claim) {
    return claims.say(claim);
  }

  @Override
  public String attribute(Claim claim) {
    return claims.say(claim);
  }

  @Override
  public String noun(Noun noun) {
    return alternatives(noun, true);
  }

  @Override
  public String bare(Noun noun) {
    return alternatives(noun, false);
  }

  private String alternatives(Noun noun, boolean article) {
    List<String> said = noun.alternatives().stream().map(one -> single(one, article)).toList();
    return words.join(Wording.NOUN_OR, said);
  }

  private String single(Noun noun, boolean article) {
    String name = name(noun);
    String where = noun.where().map(claim -> " where " + claims.say(claim)).orElse("");
    return (article ? article(name) : name) + where;
  }

  /** Types that have no other name are quoted: as words they read like things that happened. */
  private String name(Noun noun) {
    List<String> names = noun.names(words);
    return names.equals(noun.types())
        ? EnglishClaims.or(names.stream().map(it -> words.say(Wording.TERM_TEXT, it)).toList())
            + " "
            + words.say(Wording.NOUN_TOUCHPOINT)
        : EnglishClaims.or(names);
  }

  private String article(String noun) {
    if (noun.equals(words.say(Wording.NOUN_SESSION_END))) {
      return "the " + noun;
    }
    char first = noun.charAt(noun.startsWith("\"") ? 1 : 0);
    return ("aeiou".indexOf(first) < 0 ? "a " : "an ") + noun;
  }

  @Override
  public String comes(Noun noun, Repeated repeated) {
    if (repeated.times() == 1) {
      return noun(noun);
    }
    String within = repeated.isBounded() ? ", all within " + terms.span(repeated.within()) : "";
    return repeated.times() + " occurrences of " + noun(noun) + within;
  }

  @Override
  public String during(long millis) {
    return terms.span(millis);
  }

  @Override
  public String either(List<String> channels) {
    return EnglishClaims.or(channels);
  }

  @Override
  public String tidy(String sentence) {
    return sentence;
  }
}
