package io.kizashi.language.explain;

import static io.kizashi.language.explain.JapaneseClaims.span;
import static io.kizashi.language.explain.Predicate.tidy;

import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.Content;
import io.kizashi.core.rules.Recipient;
import io.kizashi.core.rules.Worth;
import io.kizashi.schema.ActionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Japanese sentences about actions. */
final class JapaneseActions {
  private final JapaneseClaims claims;

  JapaneseActions(JapaneseClaims claims) {
    this.claims = claims;
  }

  List<String> action(ActionRule action) {
    List<String> said = new ArrayList<>();
    said.add("目的: " + purpose(action.kind()) + nature(action));
    said.add("対応するモーメント: " + String.join("、", action.answers()));
    if (!action.when().text().isEmpty()) {
      Claim when = Reading.claim(action.when().text());
      said.add(tidy(claims.say(when).plain() + " 場合にだけ選びます。"));
    }
    said.add("送り先: " + String.join("、できなければ ", action.channels()));
    if (action.after() > 0) {
      said.add("検知から" + span(action.after()) + "が過ぎるまでは送りません。送る前に、条件をもう一度確かめます。");
    }
    if (action.responsive()) {
      said.add("そのチャネルでよくお返事のある時間帯が分かっていれば、その時間まで待ちます。");
    }
    said.add("送る時刻から" + span(action.expires()) + "以内に送れなければ、送りません。");
    worth(action.worth(), said);
    if (action.briefing()) {
      said.add("これまでの対応と、お客様の言葉と気持ちを添えます。");
    }
    action.channels().forEach(channel -> said.addAll(content(action, channel)));
    return said;
  }

  private static String nature(ActionRule action) {
    if (!action.isForCustomer()) {
      return "（" + staff(action.recipient()) + "へのタスク）";
    }
    return action.advertising() ? "（広告です）" : "（広告ではありません）";
  }

  private static String staff(Recipient recipient) {
    return switch (recipient) {
      case CUSTOMER -> "お客様";
      case AGENT -> "オペレーター";
      case SUPERVISOR -> "スーパーバイザー";
      case REP -> "営業担当者";
      case PAGE_OWNER -> "ページの担当者";
      case STORE -> "店舗";
    };
  }

  private void worth(Worth worth, List<String> said) {
    worth
        .value()
        .map(value -> Reading.term(value.text()))
        .ifPresent(value -> said.add("成功したときの価値: " + tidy(claims.say(value))));
    if (worth.cost() > 0) {
      said.add("費用: " + Reading.plain(worth.cost()));
    }
    if (worth.propensity() < 1) {
      said.add("成功の見込み（0〜1）: " + Reading.plain(worth.propensity()));
    }
    if (worth.weight() != 1) {
      said.add("重み: " + Reading.plain(worth.weight()));
    }
    for (Worth.Fitting fitting : worth.context()) {
      Predicate when = claims.say(Reading.claim(fitting.when().text()));
      String times = Reading.plain(fitting.times());
      said.add(tidy(when.plain() + " 場合は、価値を " + times + " 倍とみます。"));
    }
  }

  private static List<String> content(ActionRule action, String channel) {
    Map<String, Content> words = action.content().getOrDefault(channel, Map.of());
    Optional<Content> own = Optional.ofNullable(words.get("ja"));
    return own.or(() -> words.values().stream().findFirst()).stream()
        .flatMap(content -> content.texts().entrySet().stream())
        .map(text -> channel + part(text.getKey()) + ": 「" + text.getValue() + "」")
        .toList();
  }

  private static String part(String name) {
    return name.equals(Content.TEXT) ? "" : "（" + name + "）";
  }

  private static String purpose(ActionKind kind) {
    return switch (kind) {
      case RECOVER -> "お詫びと立て直し";
      case SERVE -> "お手伝い";
      case RETAIN -> "引き留め";
      case INFORM -> "お知らせ";
      case ASK -> "お伺い";
      case SELL -> "販売";
    };
  }
}
