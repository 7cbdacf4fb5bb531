package io.kizashi.language.explain;

import io.kizashi.core.reason.Check;
import io.kizashi.core.recipient.Recipient;
import io.kizashi.core.rules.Address;
import io.kizashi.core.rules.Reach;
import io.kizashi.core.rules.RefusalPolicy;
import io.kizashi.language.expression.Scope;
import io.kizashi.schema.ActionKind;
import io.kizashi.schema.Actor;
import io.kizashi.schema.Moment;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Everything that each language has words for, kind by kind. What is added to a kind asks for one
 * row more in {@code words.LANGUAGE.properties} by itself.
 */
final class Vocabulary {
  static final String PART = "part";
  static final String END = "end";
  static final String SIGNAL = "signal";
  static final String MOMENT_KIND = "moment_kind";
  static final String PURPOSE = "purpose";
  static final String RECIPIENT = "recipient";
  static final String SAME = "same";
  static final String NAME = "name";
  static final String REACH = "reach";
  static final String REASON = "reason";
  static final String FACT = "fact";
  static final String FIELD = "field";
  static final String DAY = "day";
  static final String KIND = "kind";
  static final String CHANNEL = "channel";
  static final String ACTOR = "actor";
  static final String STAGE = "stage";
  static final String OUTCOME = "outcome";
  static final String FEELING = "feeling";
  static final String PIECE = "piece";
  static final String CHANGE = "change";

  /** Of one of it, and of several. */
  static final String UNIT = "unit";

  static final String UNITS = "units";

  /** A unit that no length of time is written in. */
  static final String BUSINESS_DAY = "business_day";

  /** What rules may call otherwise, but mostly do not. */
  private static final Map<String, List<String>> COMMON =
      Map.of(
          CHANNEL,
          List.of(
              "web",
              "app",
              "store",
              "call",
              "chat",
              "chatbot",
              "voicebot",
              "email",
              "sms",
              "line",
              "push",
              "sns",
              "review",
              "survey",
              "delivery",
              "payment",
              "kiosk",
              "visit",
              "post",
              "video",
              "desk"),
          STAGE,
          List.of(
              "discover",
              "consider",
              "purchase",
              "use",
              "support",
              "advocate",
              "before",
              "during",
              "after"),
          OUTCOME,
          List.of(
              "delivered",
              "opened",
              "clicked",
              "accepted",
              "declined",
              "dismissed",
              "helpful",
              "unhelpful",
              "failed",
              "unfollowed"),
          FEELING,
          List.of(
              "joy",
              "trust",
              "fear",
              "surprise",
              "sadness",
              "disgust",
              "anger",
              "anticipation",
              "neutral"),
          PIECE,
          List.of("text", "subject", "title", "body", "sender", "opt-out"),
          CHANGE,
          List.of("value", "weight", "limit", "expires"));

  private Vocabulary() {}

  /** The words of a language. */
  static Phrases words(Language language) {
    return Phrases.read(Vocabulary.class, "words", language, keys());
  }

  /** Every key. */
  static Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    Phrases.keys(Wording.class).forEach(keys::add);
    add(keys, PART, Explanation.Part.values());
    add(keys, END, MomentSentences.End.values());
    add(keys, SIGNAL, SignalTexts.KINDS.stream());
    keys.add(Phrases.key(SIGNAL, SignalTexts.COUNTING));
    add(keys, MOMENT_KIND, Moment.Kind.values());
    add(keys, PURPOSE, ActionKind.values());
    add(keys, RECIPIENT, Recipient.values());
    add(keys, SAME, RefusalPolicy.Same.values());
    add(keys, NAME, Address.Name.values());
    add(keys, REACH, Reach.Unit.values());
    add(keys, REASON, Stream.of(Check.CHOSEN));
    add(keys, REASON, Stream.of(Check.values()).map(Check::reason));
    add(keys, FACT, Scope.factNames().stream());
    add(keys, FIELD, Scope.fieldNames().stream());
    add(keys, DAY, Stream.of(DayOfWeek.values()).map(Vocabulary::day));
    add(keys, KIND, ActionKind.values());
    add(keys, ACTOR, Stream.of(Actor.values()).map(Actor::wire));
    COMMON.forEach((family, codes) -> add(keys, family, codes.stream()));
    Collection<String> units = new TreeSet<>(Spans.units());
    units.add(BUSINESS_DAY);
    add(keys, UNIT, units.stream());
    add(keys, UNITS, units.stream());
    return keys;
  }

  private static void add(Set<String> keys, String family, Enum<?>[] all) {
    Stream.of(all).map(one -> Phrases.key(family, one)).forEach(keys::add);
  }

  private static void add(Set<String> keys, String family, Stream<String> all) {
    all.map(one -> Phrases.key(family, one)).forEach(keys::add);
  }

  /** A day as rules write it: mon, tue and so on. */
  private static String day(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }
}
