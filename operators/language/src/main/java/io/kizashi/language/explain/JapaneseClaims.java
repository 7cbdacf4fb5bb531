package io.kizashi.language.explain;

import io.kizashi.language.explain.Claim.Relation;
import io.kizashi.language.explain.Predicate.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Claims and terms in Japanese. */
final class JapaneseClaims implements Claim.Speech<Predicate>, Term.Speech<String> {
  private static final Map<String, String> FACTS =
      Map.ofEntries(
          Map.entry("emotion.valence", "顧客の感情値"),
          Map.entry("emotion.arousal", "顧客の興奮度"),
          Map.entry("emotion.confidence", "顧客の感情の確信度"),
          Map.entry("emotion.trend", "顧客の感情値の30分間の変化"),
          Map.entry("emotion.lowest", "直近24時間の顧客の感情値の最低"),
          Map.entry("emotion.highest", "直近24時間の顧客の感情値の最高"),
          Map.entry("emotion.label", "顧客の主な感情"),
          Map.entry("session.touchpoints", "セッション中の行動数"),
          Map.entry("session.seconds", "セッションの長さ（秒）"),
          Map.entry("session.id", "セッションの ID"),
          Map.entry("local.hour", "現地時刻（時）"),
          Map.entry("local.time", "現地時刻"),
          Map.entry("local.date", "現地の日付"),
          Map.entry("local.weekday", "現地の曜日"),
          Map.entry("local.businessDay", "営業日かどうか"));
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("id", "ID"),
          Map.entry("type", "種類"),
          Map.entry("customer", "顧客 ID"),
          Map.entry("actor", "行為者"),
          Map.entry("channel", "チャネル"),
          Map.entry("session", "セッション"),
          Map.entry("contact", "応対"),
          Map.entry("case", "案件"),
          Map.entry("account", "アカウント"),
          Map.entry("place", "場所"),
          Map.entry("region", "地域"),
          Map.entry("stage", "段階"),
          Map.entry("text", "本文"),
          Map.entry("values", "体験価値"),
          Map.entry("emotion.valence", "感情値"),
          Map.entry("emotion.arousal", "興奮度"),
          Map.entry("emotion.label", "感情名"),
          Map.entry("emotion.confidence", "感情の確信度"),
          Map.entry("emotion.source", "感情の出所"));
  private static final Map<String, String> DAYS =
      Map.of(
          "mon", "月曜日",
          "tue", "火曜日",
          "wed", "水曜日",
          "thu", "木曜日",
          "fri", "金曜日",
          "sat", "土曜日",
          "sun", "日曜日");
  private static final Map<String, String> UNITS =
      Map.of("d", "日", "h", "時間", "m", "分", "s", "秒", "ms", "ミリ秒");

  Predicate say(Claim claim) {
    return claim.said(this);
  }

  String say(Term term) {
    return term.said(this);
  }

  /** A length of time. */
  static String span(long millis) {
    Spans.Span span = Spans.of(millis);
    return span.number() + UNITS.getOrDefault(span.unit(), "");
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
    boolean time = claim.right() instanceof Term.Text || claim.left() instanceof Term.Now;
    boolean span = claim.right() instanceof Term.Length;
    return switch (claim.relation()) {
      case IS ->
          isField(claim.right())
              ? new Predicate(both + " と同じ", Ending.SAME)
              : new Predicate(both, Ending.NOUN);
      case IS_NOT ->
          isField(claim.right())
              ? new Predicate(both + " と異な", Ending.RU)
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

  private static boolean isField(Term term) {
    return term instanceof Term.Field || term instanceof Term.Property;
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
              say(claim.text()) + " が正規表現 " + say(claim.like()) + (yes ? " に合" : " に合わ"),
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
    return claim.yes()
        ? new Predicate(subject + "あ", Ending.RU)
        : new Predicate(subject + "な", Ending.I);
  }

  @Override
  public Predicate holds(Claim.Holds claim) {
    boolean yes = claim.yes();
    if (claim.term() instanceof Term.Field field) {
      if (field.owner().equals("segments")) {
        String segment = "顧客がセグメント " + field.name() + " に属";
        return yes ? new Predicate(segment, Ending.SURU) : new Predicate(segment + "さ", Ending.ZU);
      }
      if (field.is("local", "businessDay")) {
        return yes ? new Predicate("営業日", Ending.NOUN) : new Predicate("営業日でな", Ending.I);
      }
    }
    String subject = say(claim.term()) + " が true";
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
    boolean group = claim instanceof Claim.All || claim instanceof Claim.Any;
    return group ? new Predicate("「" + say(claim).plain() + "」という条件を満た", Ending.SU) : say(claim);
  }

  private static Predicate joined(List<Predicate> predicates, boolean all) {
    List<String> before = new ArrayList<>();
    for (Predicate predicate : predicates.subList(0, predicates.size() - 1)) {
      before.add(all ? predicate.connective() + "、かつ " : predicate.plain() + "か、または ");
    }
    Predicate last = predicates.get(predicates.size() - 1);
    return new Predicate(String.join("", before) + last.stem(), last.ending());
  }

  @Override
  public Predicate quoted(Claim.Quoted claim) {
    String condition = "条件 `" + claim.code() + "` を満た";
    return claim.yes()
        ? new Predicate(condition, Ending.SU)
        : new Predicate(condition + "さ", Ending.ZU);
  }

  @Override
  public String field(Term.Field term) {
    String fact = FACTS.get(term.owner() + "." + term.name());
    if (fact != null) {
      return fact;
    }
    String name = FIELDS.getOrDefault(term.name(), term.name());
    return switch (term.owner()) {
      case "event" -> name;
      case "customer" -> "顧客の " + term.name();
      case "signals" -> "シグナル " + term.name();
      case "segments" -> "セグメント " + term.name();
      default -> term.owner() + " の " + name;
    };
  }

  @Override
  public String property(Term.Property term) {
    return term.owner().equals("event") ? term.name() : term.owner() + " の " + term.name();
  }

  @Override
  public String now(Term.Now term) {
    return "その時刻";
  }

  @Override
  public String figure(Term.Figure term) {
    return term.text();
  }

  @Override
  public String text(Term.Text term) {
    return "「" + term.text() + "」";
  }

  @Override
  public String day(Term.Day term) {
    return DAYS.getOrDefault(term.code(), term.code());
  }

  @Override
  public String truth(Term.Truth term) {
    return String.valueOf(term.value());
  }

  @Override
  public String length(Term.Length term) {
    return span(term.millis());
  }

  @Override
  public String sum(Term.Sum term) {
    return part(term.left()) + " " + term.sign() + " " + part(term.right());
  }

  private String part(Term term) {
    return term instanceof Term.Sum ? "（" + say(term) + "）" : say(term);
  }

  @Override
  public String extreme(Term.Extreme term) {
    String which = term.least() ? " の小さいほう" : " の大きいほう";
    return "「" + say(term.left()) + "」と「" + say(term.right()) + "」" + which;
  }

  @Override
  public String code(Term.Code term) {
    return "`" + term.text() + "`";
  }
}
