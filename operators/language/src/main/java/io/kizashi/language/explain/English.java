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
    String name = EnglishClaims.or(noun.names(words));
    String where = noun.where().map(claim -> " where " + claims.say(claim)).orElse("");
    return (article ? article(name) : name) + where;
  }

  private String article(String noun) {
    if (noun.equals(words.say(Wording.NOUN_SESSION_END))) {
      return "the " + noun;
    }
    return ("aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
  }

  @Override
  public String comes(Noun noun, Repeated repeated) {
    if (repeated.times() == 1) {
      return noun(noun);
    }
    String within = repeated.isBounded() ? ", all within " + terms.span(repeated.within()) : "";
    String what = noun.types().isEmpty() ? noun(noun) : bare(noun);
    return repeated.times() + " occurrences of " + what + within;
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
