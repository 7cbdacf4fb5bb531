package io.kizashi.language.explain;

import static io.kizashi.language.explain.JapaneseClaims.span;
import static io.kizashi.language.explain.Predicate.tidy;

import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.Deadline;
import io.kizashi.core.rules.EmotionBound;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Rules.Settings;
import io.kizashi.core.rules.Trial;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.Moment;
import io.kizashi.schema.ReservedTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Japanese sentences. */
final class Japanese implements Words {
  private final JapaneseClaims claims = new JapaneseClaims();

  @Override
  public String title(String rulebook) {
    return "ルールブック " + rulebook;
  }

  @Override
  public String part(Part part) {
    return switch (part) {
      case JOURNEY -> "ジャーニーの段階（上から順に、最初に当てはまるもの）";
      case SIGNALS -> "シグナル（顧客ごとの値）";
      case SEGMENTS -> "セグメント（当てはまる顧客）";
      case MOMENTS -> "モーメント（検知すること）";
      case ACTIONS -> "アクション（対応）";
      case POLICIES -> "ポリシー（すべてのアクションに共通の決まり）";
    };
  }

  @Override
  public List<String> settings(Settings settings) {
    return List.of(
        "時刻と日付は " + Spans.zone(settings.calendar().zone()) + " のものです。",
        "遅れて届く行動を"
            + span(settings.disorder())
            + "待ってから、期限を判断します。"
            + (settings.settled() ? "行動も同じだけ待ち、起きた順に判断します。" : ""),
        span(settings.sessions().gap()) + "何もしないと、セッションが終わったとみなします。");
  }

  @Override
  public String stage(String stage, Claim when) {
    return stage + ": " + noun(Noun.of(List.of(), Optional.of(when)));
  }

  @Override
  public String signal(SignalTexts signal) {
    return signal.name() + ": " + tidy(meaning(signal));
  }

  private String meaning(SignalTexts signal) {
    String noun = noun(signal.noun());
    String last = "直近" + span(signal.span()) + "の ";
    String value = claims.say(signal.value());
    return switch (signal.kind()) {
      case "count" -> last + noun + " の件数";
      case "sum" -> last + noun + " の「" + value + "」の合計";
      case "mean" -> last + noun + " の「" + value + "」の平均";
      case "min" -> last + noun + " の「" + value + "」の最小値";
      case "max" -> last + noun + " の「" + value + "」の最大値";
      case "distinct" -> last + noun + " に現れた「" + value + "」の種類の数";
      case "latest" -> "最新の " + noun + " の「" + value + "」";
      case "since" -> "最新の " + noun + " からの経過時間";
      case "decay" -> decay(noun, signal.value()) + "（" + span(signal.span()) + "ごとに重みが半分になります）";
      case "top" -> noun + " で最も多い「" + value + "」（" + span(signal.span()) + "ごとに重みが半分になります）";
      default -> opened(signal);
    };
  }

  private String decay(String noun, Term value) {
    return value instanceof Term.Figure number
        ? noun + " が起きるたびに " + number.text() + " を足した合計"
        : noun + " の「" + claims.say(value) + "」の合計";
  }

  private String opened(SignalTexts signal) {
    String by = signal.by().map(term -> "（「" + claims.say(term) + "」ごとに数えます）").orElse("");
    String open = noun(signal.noun());
    return open + " で始まり、" + noun(signal.closing()) + " でまだ終わっていないものの数" + by;
  }

  @Override
  public String segment(Claim claim) {
    return tidy(claims.say(claim).adnominal() + " 顧客");
  }

  @Override
  public String moment(MomentRule rule) {
    String label = rule.label().get("ja");
    String kind = rule.kind().equals(Moment.Kind.DROP_OFF) ? "離脱" : "真実の瞬間";
    String stage = rule.stage().isEmpty() ? "" : "、段階: " + rule.stage();
    String name = label == null ? rule.name() : label + " " + rule.name();
    return name + "（" + kind + stage + "）";
  }

  private String noun(Noun noun) {
    return noun.alternatives().stream().map(this::single).collect(Collectors.joining("、または "));
  }

  private String single(Noun noun) {
    String name =
        noun.types().isEmpty()
            ? "行動"
            : noun.types().stream()
                .map(type -> type.equals(ReservedTypes.SESSION_ENDED) ? "セッションの終わり" : type)
                .collect(Collectors.joining(" または "));
    return tidy(noun.where().map(claim -> claims.say(claim).adnominal() + " ").orElse("") + name);
  }

  private static String called(Repeated repeated) {
    if (repeated.as().isEmpty()) {
      return "";
    }
    return repeated.times() > 1
        ? "最初のものを " + repeated.as() + " と呼びます。"
        : "これを " + repeated.as() + " と呼びます。";
  }

  private static String often(Repeated repeated) {
    if (repeated.times() == 1) {
      return " が";
    }
    return repeated.isBounded()
        ? " が、最初から最後まで" + span(repeated.within()) + "以内に" + repeated.times() + "回"
        : " が" + repeated.times() + "回";
  }

  @Override
  public String starts(Noun noun, Repeated repeated) {
    return tidy(noun(noun) + often(repeated) + "あると始まります。") + called(repeated);
  }

  @Override
  public String startsWithEmotion(EmotionBound bound, Repeated step) {
    return "顧客の言動により、顧客の感情値（−1〜1）が "
        + number(bound)
        + (bound.above() ? " を上回ると始まります。" : " を下回ると始まります。")
        + called(step);
  }

  private static String number(EmotionBound bound) {
    return String.valueOf(bound.bound()).replaceFirst("\\.0$", "").replace("-", "−");
  }

  @Override
  public String date(Deadline.Before date, boolean alone) {
    String before = date.before() == 0 ? " になると" : " の " + span(date.before()) + "前になると";
    return "プロフィールにある顧客の "
        + date.property()
        + before
        + (alone ? "検知します。" : "始まります。")
        + "それまでにプロフィールの日付が変われば、新しい日付で数えます。";
  }

  @Override
  public String follows(Noun noun, Repeated repeated) {
    boolean bounded = repeated.times() == 1 && repeated.isBounded();
    String within = bounded ? "、" + span(repeated.within()) + "以内に" + pause(noun) : "、";
    return tidy("そのあと" + within + noun(noun) + often(repeated) + "あることが必要です。") + called(repeated);
  }

  @Override
  public String followsEmotion(EmotionBound bound, Repeated step) {
    String within = step.isBounded() ? "、" + span(step.within()) + "以内に、" : "、";
    return "そのあと"
        + within
        + "顧客の言動により、顧客の感情値（−1〜1）が "
        + number(bound)
        + (bound.above() ? " より高く" : " より低く")
        + "なることが必要です。"
        + called(step);
  }

  /** Before a noun with a clause of its own a comma keeps the reader on the road. */
  private static String pause(Noun noun) {
    return noun.where().isPresent() ? "、" : " ";
  }

  @Override
  public String lacks(Noun noun, Deadline deadline) {
    return tidy("そのあと、" + until(deadline) + "に" + pause(noun) + noun(noun) + " がないことが必要です。");
  }

  private String until(Deadline deadline) {
    if (deadline instanceof Deadline.After after) {
      return span(after.span()) + "以内";
    }
    if (deadline instanceof Deadline.BusinessDays days) {
      return days.days() + "営業日後の同じ時刻まで";
    }
    if (deadline instanceof Deadline.Until until) {
      String grace = until.grace() == 0 ? "" : " の " + span(until.grace()) + "後";
      return claims.say(Reading.term(until.value().text())) + grace + " まで";
    }
    Deadline.Before before = (Deadline.Before) deadline;
    return "顧客の " + before.property() + " の " + span(before.before()) + "前まで";
  }

  @Override
  public String detected(End end) {
    return switch (end) {
      case TOUCHPOINT -> "必要な行動がそろった時点で検知します。";
      case DEADLINE -> "この時間が過ぎた時点で検知します。";
      case SESSION -> "セッションが終わった時点で検知します。";
    };
  }

  @Override
  public String unless(Noun noun) {
    return tidy("途中で" + pause(noun) + noun(noun) + " があれば、取りやめます。");
  }

  @Override
  public String restarts(boolean latest, boolean waiting) {
    if (!latest) {
      return "進行中は、新しく始めません。";
    }
    return waiting ? "待っている間にもう一度始まりの条件を満たすと、そこから待ち直します。" : "同じ行動で複数が同時に成立したときは、最後に始まったものだけを数えます。";
  }

  @Override
  public String counts(Claim when) {
    return tidy("その時点で、" + claims.say(when).plain() + " 場合にだけ数えます。");
  }

  @Override
  public String severity(Optional<Term> severity) {
    return severity.map(term -> "重大度（0〜1）: " + tidy(claims.say(term))).orElse("重大度は常に最大の 1 です。");
  }

  @Override
  public String feels(Emotion emotion) {
    String label = emotion.label().isEmpty() ? "" : emotion.label() + "、";
    return "そのたびに、お客様の感情に加えます: "
        + label
        + "快さ "
        + emotion.valence()
        + "、高ぶり "
        + emotion.arousal()
        + "、確かさ "
        + emotion.confidence();
  }

  @Override
  public String oncePer(long millis) {
    return millis == 0 ? "起きるたびに数えます。" : "一度数えると、その後" + span(millis) + "は数えません。";
  }

  @Override
  public String openFor(long millis) {
    return "検知してから" + span(millis) + "、対応を待ちます。";
  }

  @Override
  public String answeredBy(List<String> actions) {
    return actions.isEmpty() ? "対応するアクションはありません。" : "対応するアクション: " + String.join("、", actions);
  }

  @Override
  public List<String> trial(Trial trial) {
    List<String> said = new ArrayList<>();
    if (trial.percent() < Trial.NONE.percent()) {
      said.add("対象はお客様の " + trial.percent() + "% で、いつも同じ方々です。");
    }
    if (trial.shadow()) {
      said.add("シャドー運用です。何をしたはずかを記録するだけで、実行はしません。");
    }
    return said;
  }

  @Override
  public List<String> action(ActionRule action) {
    List<String> said = new ArrayList<>(trial(action.trial()));
    said.addAll(new JapaneseActions(claims).action(action));
    return said;
  }

  @Override
  public PolicyWords policies() {
    return new JapanesePolicies(claims);
  }
}
