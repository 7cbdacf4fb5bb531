package io.kizashi.language.explain;

import java.util.List;

/** Japanese: clauses before the noun, and blanks between the two scripts only. */
final class Japanese implements Grammar {
  private final Phrases words;
  private final Terms terms;
  private final JapaneseClaims claims;

  Japanese(Phrases words, Terms.Setting setting) {
    this.words = words;
    this.terms = new Terms(words, setting, claim -> clause(claim));
    this.claims = new JapaneseClaims(terms);
  }

  @Override
  public Terms terms() {
    return terms;
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
    String name = either(noun);
    return tidy(noun.where().map(claim -> attribute(claim) + " ").orElse("") + name);
  }

  private String either(Noun noun) {
    List<String> names = noun.names(words);
    return names.size() > 2
        ? words.join(Wording.LIST, names) + " のいずれか"
        : String.join(" または ", names);
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
        ? " が" + during(repeated.within()) + "に" + repeated.times() + "回"
        : " が" + repeated.times() + "回";
  }

  @Override
  public String during(long millis) {
    String span = terms.span(millis);
    return span.endsWith("間") ? span : span + "間";
  }

  @Override
  public String either(List<String> channels) {
    return String.join("・", channels);
  }

  @Override
  public String tidy(String sentence) {
    return Predicate.tidy(sentence);
  }
}
