package io.kizashi.language.explain;

import io.kizashi.core.expression.FactName;
import io.kizashi.language.explain.Claim.Relation;
import io.kizashi.language.explain.Predicate.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Claims in Japanese. */
final class JapaneseClaims implements Claim.Speech<Predicate> {
  /** More claims than that, of which each must hold, are told one after the other. */
  private static final int FEW = 3;

  private final Terms terms;

  JapaneseClaims(Terms terms) {
    this.terms = terms;
  }

  Predicate say(Claim claim) {
    return claim.said(this);
  }

  private String say(Term term) {
    return terms.say(term);
  }

  @Override
  public Predicate compares(Claim.Compares claim) {
    String subject = say(claim.left()) + " が ";
    if (claim.right().equals(new Term.Text(""))) {
      return claim.relation().equals(Relation.IS)
          ? new Predicate(subject + "空", Ending.NOUN)
          : new Predicate(subject + "空でな", Ending.I);
    }
    String both = subject + say(claim.right());
    boolean time = Meaning.isTime(claim.right()) || claim.left() instanceof Term.Now;
    boolean span = claim.right() instanceof Term.Length;
    return switch (claim.relation()) {
      case IS ->
          claim.right().isField()
              ? new Predicate(like(claim, both) + "同じ", Ending.SAME)
              : new Predicate(both, Ending.NOUN);
      case IS_NOT ->
          claim.right().isField()
              ? new Predicate(like(claim, both) + "異な", Ending.RU)
              : new Predicate(both + " でな", Ending.I);
      case MORE ->
          time
              ? new Predicate(both + " より後", Ending.NOUN)
              : new Predicate(both + (span ? " より長" : " より大き"), Ending.I);
      case LESS -> new Predicate(both + (time ? " より前" : " 未満"), Ending.NOUN);
      case AT_LEAST -> new Predicate(both + (time ? " 以降" : " 以上"), Ending.NOUN);
      case AT_MOST -> new Predicate(both + (time ? " 以前" : " 以下"), Ending.NOUN);
    };
  }

  private String like(Claim.Compares claim, String both) {
    return Meaning.likeThatOf(claim.left(), claim.right())
        .map(owner -> owner + " と " + say(claim.left()) + " が")
        .orElse(both + " と");
  }

  @Override
  public Predicate looks(Claim.Looks claim) {
    String both = say(claim.text()) + " が " + say(claim.like());
    boolean yes = claim.yes();
    return switch (claim.look()) {
      case STARTS -> new Predicate(both + (yes ? " で始ま" : " で始まら"), yes ? Ending.RU : Ending.ZU);
      case ENDS -> new Predicate(both + (yes ? " で終わ" : " で終わら"), yes ? Ending.RU : Ending.ZU);
      case CONTAINS ->
          new Predicate(
              say(claim.text()) + " に " + say(claim.like()) + " が含まれ",
              yes ? Ending.RU1 : Ending.ZU);
      case MATCHES ->
          new Predicate(
              say(claim.text()) + " が文字のパターン " + say(claim.like()) + (yes ? " に合" : " に合わ"),
              yes ? Ending.U : Ending.ZU);
    };
  }

  @Override
  public Predicate among(Claim.Among claim) {
    String several = claim.several().stream().map(this::say).collect(Collectors.joining("・"));
    String both = say(claim.term()) + " が " + several;
    return claim.yes()
        ? new Predicate(both + " のいずれか", Ending.NOUN)
        : new Predicate(both + " のいずれでもな", Ending.I);
  }

  @Override
  public Predicate has(Claim.Has claim) {
    String subject = say(claim.term()) + " が";
    if (claim.term() instanceof Term.Field field
        && field.owner().equals(FactName.CUSTOMER.text())) {
      return new Predicate(subject + (claim.yes() ? "登録済み" : "未登録"), Ending.NOUN);
    }
    return claim.yes()
        ? new Predicate(subject + "あ", Ending.RU)
        : new Predicate(subject + "な", Ending.I);
  }

  @Override
  public Predicate holds(Claim.Holds claim) {
    boolean yes = claim.yes();
    if (claim.term() instanceof Term.Field field) {
      if (field.owner().equals(FactName.SEGMENTS.text())) {
        String segment = "お客様がセグメント " + field.name() + " に属";
        return yes ? new Predicate(segment, Ending.SURU) : new Predicate(segment + "さ", Ending.ZU);
      }
      if (field.owner().equals(FactName.LISTS.text())) {
        String list = "お客様がリスト " + field.name() + " に含まれ";
        return new Predicate(list, yes ? Ending.RU1 : Ending.ZU);
      }
      if (field.is(FactName.LOCAL.text(), "businessDay")) {
        return yes ? new Predicate("営業日", Ending.NOUN) : new Predicate("営業日でな", Ending.I);
      }
    }
    String subject = say(claim.term()) + " が「はい」";
    return yes ? new Predicate(subject, Ending.NOUN) : new Predicate(subject + " でな", Ending.I);
  }

  @Override
  public Predicate all(Claim.All claim) {
    return joined(claim.claims().stream().map(this::inner).toList(), true);
  }

  @Override
  public Predicate any(Claim.Any claim) {
    return joined(claim.claims().stream().map(this::inner).toList(), false);
  }

  private Predicate inner(Claim claim) {
    boolean group =
        (claim instanceof Claim.All all && all.claims().size() <= FEW)
            || (claim instanceof Claim.Any any && any.claims().size() <= 2);
    return group ? new Predicate("「" + say(claim).plain() + "」という条件を満た", Ending.SU) : say(claim);
  }

  private static Predicate joined(List<Predicate> predicates, boolean all) {
    if (predicates.size() > (all ? FEW : 2)) {
      String each = predicates.stream().map(Predicate::plain).collect(Collectors.joining("、"));
      String which = all ? "次のすべての条件" : "次のいずれかの条件";
      return new Predicate(which + "（" + each + "）を満た", Ending.SU);
    }
    List<String> before = new ArrayList<>();
    for (Predicate predicate : predicates.subList(0, predicates.size() - 1)) {
      before.add(all ? predicate.connective() + "、かつ " : predicate.plain() + "か、または ");
    }
    Predicate last = predicates.get(predicates.size() - 1);
    return new Predicate(String.join("", before) + last.stem(), last.ending());
  }

  @Override
  public Predicate quoted(Claim.Quoted claim) {
    String condition = terms.quote(claim.code()) + "の条件を満た";
    return claim.yes()
        ? new Predicate(condition, Ending.SU)
        : new Predicate(condition + "さ", Ending.ZU);
  }
}
