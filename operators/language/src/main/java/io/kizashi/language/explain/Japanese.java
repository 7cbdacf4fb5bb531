package io.kizashi.language.explain;

import java.util.List;

/** Japanese: clauses before the noun, and blanks between the two scripts only. */
final class Japanese implements Grammar {
  private final Phrases words;
  private final Terms terms;
  private final JapaneseClaims claims;

  Japanese(Phrases words) {
    this.words = words;
    this.terms = new Terms(words);
    this.claims = new JapaneseClaims(terms);
  }

  @Override
  public String clause(Claim claim) {
    return claims.say(claim).plain();
  }

  @Override
  public String attribute(Claim claim) {
    return claims.say(claim).adnominal();
  }

  @Override
  public String noun(Noun noun) {
    List<String> said = noun.alternatives().stream().map(this::single).toList();
    return words.join(Wording.NOUN_OR, said);
  }

  @Override
  public String bare(Noun noun) {
    return noun(noun);
  }

  private String single(Noun noun) {
    String name = String.join(" または ", noun.names(words));
    return tidy(noun.where().map(claim -> attribute(claim) + " ").orElse("") + name);
  }

  @Override
  public String comes(Noun noun, Repeated repeated) {
    return noun(noun) + often(repeated) + "ある";
  }

  private String often(Repeated repeated) {
    if (repeated.times() == 1) {
      return " が";
    }
    return repeated.isBounded()
        ? " が、最初から最後まで" + terms.span(repeated.within()) + "以内に" + repeated.times() + "回"
        : " が" + repeated.times() + "回";
  }

  /** Without the comma a clause would be read as if it said when, not which. */
  @Override
  public String pause(boolean beforeClause) {
    return beforeClause ? "、" : " ";
  }

  @Override
  public String either(List<String> channels) {
    return words.join(Wording.LIST, channels);
  }

  @Override
  public String tidy(String sentence) {
    return Predicate.tidy(sentence);
  }
}
