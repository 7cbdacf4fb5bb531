package io.kizashi.language.explain;

import static java.util.stream.Collectors.joining;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.FactName;
import io.kizashi.language.explain.Claim.Relation;
import java.util.List;

/** Claims in English. */
final class EnglishClaims implements Claim.Speech<String> {
  /** More claims than that are told one after the other. */
  private static final int FEW = 3;

  private static final Term ACTOR = new Term.Field(Bindings.EVENT, "actor");

  private final Terms terms;

  EnglishClaims(Terms terms) {
    this.terms = terms;
  }

  String say(Claim claim) {
    return claim.said(this);
  }

  private String say(Term term) {
    return terms.say(term);
  }

  @Override
  public String compares(Claim.Compares claim) {
    String left = say(claim.left());
    if (claim.right().equals(new Term.Text("")) && claim.relation().equals(Relation.IS)) {
      return left + " is empty";
    }
    if (claim.right().equals(new Term.Text("")) && claim.relation().equals(Relation.IS_NOT)) {
      return left + " is not empty";
    }
    if (ACTOR.equals(claim.left()) && claim.relation().equals(Relation.IS)) {
      return say(claim.right()) + " acted";
    }
    boolean time = Meaning.isTime(claim.right()) || claim.left() instanceof Term.Now;
    String right = say(claim.right());
    return left
        + switch (claim.relation()) {
          case IS -> (claim.right().isField() ? " is the same as " : " is ") + like(claim, right);
          case IS_NOT ->
              (claim.right().isField() ? " differs from " : " is not ") + like(claim, right);
          case MORE -> (time ? " is after " : " is more than ") + right;
          case LESS -> (time ? " is before " : " is less than ") + right;
          case AT_LEAST -> time ? " is " + right + " or later" : " is at least " + right;
          case AT_MOST -> time ? " is " + right + " or earlier" : " is at most " + right;
        };
  }

  private static String like(Claim.Compares claim, String right) {
    return Meaning.likeThatOf(claim.left(), claim.right())
        .map(owner -> "that of \"" + owner + "\"")
        .orElse(right);
  }

  @Override
  public String looks(Claim.Looks claim) {
    boolean yes = claim.yes();
    String like = say(claim.like());
    return say(claim.text())
        + switch (claim.look()) {
          case STARTS -> (yes ? " starts with " : " does not start with ") + like;
          case ENDS -> (yes ? " ends with " : " does not end with ") + like;
          case CONTAINS -> (yes ? " contains " : " does not contain ") + like;
          case MATCHES -> (yes ? " matches the pattern " : " does not match the pattern ") + like;
        };
  }

  @Override
  public String among(Claim.Among claim) {
    List<String> several = claim.several().stream().map(this::say).toList();
    return say(claim.term()) + (claim.yes() ? " is " : " is not ") + or(several);
  }

  static String or(List<String> several) {
    int last = several.size() - 1;
    return last < 1
        ? String.join("", several)
        : String.join(", ", several.subList(0, last)) + " or " + several.get(last);
  }

  @Override
  public String has(Claim.Has claim) {
    return say(claim.term()) + (claim.yes() ? " is known" : " is not known");
  }

  @Override
  public String holds(Claim.Holds claim) {
    if (claim.term() instanceof Term.Field field) {
      if (field.owner().equals(FactName.SEGMENTS.text())) {
        return "the customer is "
            + (claim.yes() ? "" : "not ")
            + "in the segment \""
            + field.name()
            + "\"";
      }
      if (field.owner().equals(FactName.LISTS.text())) {
        return "the customer is "
            + (claim.yes() ? "" : "not ")
            + "on the list \""
            + field.name()
            + "\"";
      }
      if (field.is(FactName.LOCAL.text(), "businessDay")) {
        return claim.yes() ? "it is a business day" : "it is not a business day";
      }
    }
    return say(claim.term()) + (claim.yes() ? " is \"yes\"" : " is not \"yes\"");
  }

  @Override
  public String all(Claim.All claim) {
    return several(claim.claims(), " and ", "all of these apply: ");
  }

  @Override
  public String any(Claim.Any claim) {
    return several(claim.claims(), " or ", "at least one of these applies: ");
  }

  private String several(List<Claim> claims, String joint, String listed) {
    if (claims.size() > FEW) {
      return listed + claims.stream().map(this::inner).collect(joining("; "));
    }
    int last = claims.size() - 1;
    return claims.subList(0, last).stream().map(claim -> inner(claim) + joint).collect(joining())
        + last(claims.get(last));
  }

  /** Nothing follows that it could be taken for a part of, so it needs no brackets. */
  private String last(Claim claim) {
    if (claim instanceof Claim.Any any && any.claims().size() <= FEW) {
      return "either " + say(claim);
    }
    return claim instanceof Claim.All all && all.claims().size() == 2
        ? "both " + say(claim)
        : inner(claim);
  }

  private String inner(Claim claim) {
    boolean group = claim instanceof Claim.All || claim instanceof Claim.Any;
    return group ? "(" + say(claim) + ")" : say(claim);
  }

  @Override
  public String quoted(Claim.Quoted claim) {
    return terms.quote(claim.code()) + (claim.yes() ? " holds" : " does not hold");
  }
}
