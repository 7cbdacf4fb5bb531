package io.kizashi.language.explain;

import static io.kizashi.language.explain.JapaneseClaims.span;
import static io.kizashi.language.explain.Predicate.tidy;

import io.kizashi.core.rules.Address;
import io.kizashi.core.rules.Cap;
import io.kizashi.core.rules.Guard;
import io.kizashi.core.rules.QuietHours;
import io.kizashi.core.rules.Reach;
import io.kizashi.core.rules.RefusalPolicy;
import io.kizashi.schema.ActionKind;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Japanese sentences about policies. */
final class JapanesePolicies implements PolicyWords {
  private final JapaneseClaims claims;

  JapanesePolicies(JapaneseClaims claims) {
    this.claims = claims;
  }

  @Override
  public String tiers(List<ActionKind> tiers) {
    return "価値によらず、この順に優先します: "
        + tiers.stream().map(ActionKind::wire).collect(Collectors.joining("、"));
  }

  @Override
  public String guard(Guard guard, Claim when) {
    String longer = guard.linger() == 0 ? "" : "と、その後" + span(guard.linger());
    String kinds = kinds(guard.suppressed());
    return tidy(claims.say(when).plain() + " 間" + longer + "は、種類 " + kinds + " のアクションを控えます。");
  }

  private static String kinds(Collection<ActionKind> kinds) {
    return kinds.stream().sorted().map(ActionKind::wire).collect(Collectors.joining("、"));
  }

  @Override
  public String refusal(RefusalPolicy refusal) {
    return refusal.same().map(JapanesePolicies::same).orElse("いずれかのアクション")
        + "について「"
        + refusal.outcome()
        + "」が届いてから"
        + span(refusal.span())
        + "は、種類 "
        + kinds(refusal.suppressed())
        + " のアクションを控えます。";
  }

  private static String same(RefusalPolicy.Same same) {
    return switch (same) {
      case ACTION -> "同じアクション";
      case KIND -> "同じ種類のアクション";
    };
  }

  @Override
  public String cap(Cap cap) {
    String what =
        cap.channel()
            .map(channel -> "チャネル " + channel)
            .or(() -> cap.action().map(action -> "アクション " + action))
            .orElseGet(() -> "種類 " + kinds(cap.kinds()));
    return what + " は、" + reach(cap.reach()) + cap.limit() + "回までです。";
  }

  private static String reach(Reach reach) {
    return switch (reach.unit()) {
      case SLIDING -> "どの" + span(reach.longest()) + "をとっても";
      case DAY -> "お客様の暦で1日に";
      case MONTH -> "お客様の暦で1か月に";
    };
  }

  @Override
  public String quietHours(QuietHours hours) {
    return "お客様の現地時刻で "
        + hours.from()
        + " から "
        + hours.to()
        + " までは、"
        + sorted(hours.channels())
        + " でお客様に送りません。この時間に当たるものは、"
        + (hours.hold() ? "終わるまで待ちます。" : "取りやめます。");
  }

  private static String sorted(Set<String> channels) {
    return channels.stream().sorted().collect(Collectors.joining("、"));
  }

  @Override
  public String consent(Set<String> channels) {
    return sorted(channels) + " の広告は、お客様の同意がある場合にだけ送ります。";
  }

  @Override
  public String address(String language, Address address) {
    String honorific = address.honorific().isEmpty() ? "" : "に「" + address.honorific() + "」を付けて";
    return language
        + " では、お客様を"
        + name(address.name())
        + (honorific.isEmpty() ? "で" : honorific)
        + "呼びます。なければ「"
        + address.fallback()
        + "」と呼びます。";
  }

  private static String name(Address.Name name) {
    return switch (name) {
      case FAMILY -> "姓";
      case GIVEN -> "名";
      case NICKNAME -> "ニックネーム（呼び名として登録したもの）";
    };
  }
}
