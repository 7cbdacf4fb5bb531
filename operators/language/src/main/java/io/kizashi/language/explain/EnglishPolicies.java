package io.kizashi.language.explain;

import static io.kizashi.language.explain.EnglishClaims.or;
import static io.kizashi.language.explain.EnglishClaims.span;

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

/** English sentences about policies. */
final class EnglishPolicies implements PolicyWords {
  private final EnglishClaims claims;

  EnglishPolicies(EnglishClaims claims) {
    this.claims = claims;
  }

  @Override
  public String tiers(List<ActionKind> tiers) {
    return "What comes first, whatever it is worth: "
        + tiers.stream().map(ActionKind::wire).collect(Collectors.joining(", then "))
        + ".";
  }

  @Override
  public String guard(Guard guard, Claim when) {
    String longer = guard.linger() == 0 ? "" : ", and for " + span(guard.linger()) + " after";
    return "No action of kind "
        + kinds(guard.suppressed())
        + " while "
        + claims.say(when)
        + longer
        + ".";
  }

  private static String kinds(Collection<ActionKind> kinds) {
    return kinds.stream().sorted().map(ActionKind::wire).collect(Collectors.joining(", "));
  }

  @Override
  public String refusal(RefusalPolicy refusal) {
    return "No action of kind "
        + kinds(refusal.suppressed())
        + " for "
        + span(refusal.span())
        + " after \""
        + refusal.outcome()
        + "\" is reported of "
        + refusal.same().map(EnglishPolicies::same).orElse("any action")
        + ".";
  }

  private static String same(RefusalPolicy.Same same) {
    return switch (same) {
      case ACTION -> "the same action";
      case KIND -> "an action of the same kind";
    };
  }

  @Override
  public String cap(Cap cap) {
    String what =
        cap.channel()
            .map(channel -> "on " + channel)
            .or(() -> cap.action().map(action -> "of " + action))
            .orElseGet(() -> "of kind " + kinds(cap.kinds()));
    return "At most " + cap.limit() + " " + what + " " + reach(cap.reach()) + ".";
  }

  private static String reach(Reach reach) {
    return switch (reach.unit()) {
      case SLIDING -> "within any " + span(reach.longest());
      case DAY -> "a day, by the customer's calendar";
      case MONTH -> "a month, by the customer's calendar";
    };
  }

  @Override
  public String quietHours(QuietHours hours) {
    return "Nothing goes to customers on "
        + or(sorted(hours.channels()))
        + " from "
        + hours.from()
        + " to "
        + hours.to()
        + ", their time; what falls into it "
        + (hours.hold() ? "waits for its end." : "is dropped.");
  }

  private static List<String> sorted(Set<String> channels) {
    return channels.stream().sorted().toList();
  }

  @Override
  public String consent(Set<String> channels) {
    return "Advertising on " + or(sorted(channels)) + " only with the customer's consent.";
  }

  @Override
  public String address(String language, Address address) {
    return "Customers are addressed in "
        + language
        + " by "
        + name(address.name())
        + (address.honorific().isEmpty() ? "" : " with \"" + address.honorific() + "\"")
        + ", else as \""
        + address.fallback()
        + "\".";
  }

  private static String name(Address.Name name) {
    return switch (name) {
      case FAMILY -> "their family name";
      case GIVEN -> "their given name";
      case NICKNAME -> "their nickname, if they gave it for that";
    };
  }
}
