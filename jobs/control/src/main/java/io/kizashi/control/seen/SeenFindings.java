package io.kizashi.control.seen;

import io.kizashi.language.asked.Ask;
import io.kizashi.language.asked.Ask.Literal;
import io.kizashi.language.asked.Asked.Named;
import io.kizashi.language.asked.Likely;
import io.kizashi.language.asked.PropertyKind;
import io.kizashi.language.asked.Slot;
import io.kizashi.language.yaml.Fix;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problem;
import io.kizashi.schema.ReservedTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a rulebook asks for and sources do not send: a type, a property, a kind, a value. A name is
 * suggested only where it is sent and near; what hangs on one slip is no second finding.
 */
final class SeenFindings {
  /** What a hint lists. */
  private static final int LISTED = 10;

  /** Characters of an example. */
  private static final int SHOWN = 40;

  private final Sightings seen;
  private final SeenWords words;
  private final Set<Problem> found = new LinkedHashSet<>();

  private SeenFindings(Sightings seen, SeenWords words) {
    this.seen = seen;
    this.words = words;
  }

  /** All, in the order of the text. */
  static List<Problem> of(Sightings seen, SeenWords words) {
    SeenFindings findings = new SeenFindings(seen, words);
    seen.asked().types().forEach(findings::type);
    seen.asks().forEach(findings::ask);
    List<Problem> all = new ArrayList<>(findings.found);
    all.sort(
        Comparator.comparing((Problem it) -> it.at().file())
            .thenComparing(it -> it.at().line())
            .thenComparing(it -> it.at().column()));
    return all;
  }

  private void type(Named named) {
    Map<String, Census.OfType> types = seen.census().types();
    if (types.containsKey(named.type())) {
      return;
    }
    Optional<String> meant = Likely.meant(named.type(), types.keySet());
    note(
        named.at(),
        "unseen_type",
        meant
            .map(
                it ->
                    words.say(SeenLine.TYPE_MEANT, named.type(), it, seen.census().touchpoints(it)))
            .orElseGet(() -> words.say(SeenLine.TYPE, named.type(), seen.touchpoints())),
        meant.map(it -> words.say(SeenLine.MEANT, it)).orElse(words.say(SeenLine.ABSENT_HINT)),
        meant.flatMap(it -> Fix.at(named.at(), named.type(), it)));
  }

  private void ask(AskTally tally) {
    Ask ask = tally.ask();
    if (tally.asked() == 0) {
      profile(ask);
    } else if (tally.found() == 0) {
      property(tally);
    } else {
      tally.others().forEach((kind, count) -> kind(tally, kind, count));
      ask.literals().stream()
          .filter(it -> !tally.hasMet(it.value()) && !isOtherKind(tally, it))
          .forEach(it -> value(tally, it));
    }
  }

  /**
   * Nobody's profile says anything; of other types that are not sent it was told where they are
   * named.
   */
  private void profile(Ask ask) {
    boolean ofProfile =
        ask.slot().types().filter(Set.of(ReservedTypes.PROFILE_UPDATED)::equals).isPresent();
    if (ofProfile && !seen.census().has(ask.slot().types())) {
      note(
          ask.at(),
          "unseen_type",
          words.say(SeenLine.TYPE, ReservedTypes.PROFILE_UPDATED, seen.touchpoints()),
          words.say(SeenLine.ABSENT_HINT),
          Optional.empty());
    }
  }

  private void property(AskTally tally) {
    Ask ask = tally.ask();
    Slot slot = ask.slot();
    Set<String> names = slot.isProperty() ? seen.census().names(slot.types()) : Set.of();
    Optional<String> meant = Likely.meant(slot.name(), names);
    Collection<String> elsewhere =
        slot.isProperty() ? seen.census().typesWith(slot.name()) : List.of();
    SeenLine line =
        meant.isPresent()
            ? SeenLine.PROPERTY_MEANT
            : elsewhere.isEmpty() ? SeenLine.PROPERTY : SeenLine.PROPERTY_ELSEWHERE;
    note(
        ask.at(),
        "unseen_property",
        words.say(
            line,
            slot.name(),
            words.types(slot),
            tally.asked(),
            meant.orElse(String.join(", ", elsewhere))),
        meant
            .map(it -> words.say(SeenLine.MEANT, it))
            .orElseGet(
                () ->
                    names.isEmpty()
                        ? words.say(SeenLine.ABSENT_HINT)
                        : words.say(SeenLine.SENT_HINT, listed(names))),
        meant.flatMap(it -> fix(ask, it)));
  }

  /** Only the innermost name is replaced, so what it lies in must be the same. */
  private static Optional<Fix> fix(Ask ask, String meant) {
    String inner = meant.substring(meant.lastIndexOf('.') + 1);
    String outer = meant.substring(0, meant.length() - inner.length());
    return (outer + ask.name()).equals(ask.slot().name())
        ? Fix.at(ask.at(), ask.name(), inner)
        : Optional.empty();
  }

  private void kind(AskTally tally, PropertyKind kind, long count) {
    Ask ask = tally.ask();
    note(
        ask.at(),
        "other_kind",
        words.say(
            SeenLine.KIND,
            ask.slot().name(),
            words.kinds(ask.kinds()),
            words.kind(kind),
            count,
            tally.found(),
            shown(tally.example(kind))),
        words.say(SeenLine.KIND_HINT, words.kinds(ask.kinds())),
        Optional.empty());
  }

  /** Whether it can't be met since all that is sent is of another kind, which was told. */
  private static boolean isOtherKind(AskTally tally, Literal literal) {
    long ofKind = tally.found() - tally.others().values().stream().mapToLong(Long::longValue).sum();
    return ofKind == 0 || literal.value() instanceof Boolean;
  }

  private void value(AskTally tally, Literal literal) {
    String value = plain(literal.value());
    boolean text = literal.value() instanceof String;
    Set<String> sent = tally.texts().keySet();
    Optional<String> meant = text ? Likely.meant(value, sent) : Optional.empty();
    if (value.isEmpty() || (meant.isEmpty() && isOfContract(tally.ask().slot()))) {
      return;
    }
    boolean spelt = meant.filter(it -> Likely.isSpeltLike(value, it)).isPresent();
    SeenLine line =
        spelt ? SeenLine.VALUE_SPELT : meant.isPresent() ? SeenLine.VALUE_MEANT : SeenLine.VALUE;
    note(
        literal.at(),
        "unseen_value",
        words.say(
            line,
            value,
            tally.ask().slot().name(),
            tally.found(),
            meant.orElse(""),
            meant.map(it -> tally.texts().getOrDefault(it, 0L)).orElse(0L)),
        meant
            .map(it -> words.say(SeenLine.MEANT, it))
            .orElseGet(
                () ->
                    sent.isEmpty()
                        ? words.say(SeenLine.ABSENT_HINT)
                        : words.say(SeenLine.SENT_HINT, listed(new TreeSet<>(sent)))),
        meant.flatMap(it -> Fix.at(literal.at(), value, it)));
  }

  /** What comes of recommendations has the contract's words, whichever of them came so far. */
  private static boolean isOfContract(Slot slot) {
    return slot.types().filter(Set.of(ReservedTypes.RECOMMENDATION_OUTCOME)::equals).isPresent();
  }

  private static String listed(Collection<String> names) {
    String first = names.stream().limit(LISTED).collect(Collectors.joining(", "));
    return names.size() > LISTED ? first + ", …" : first;
  }

  private static String shown(Object value) {
    String text = value instanceof String it ? "\"" + it + "\"" : plain(value);
    int end = Math.min(SHOWN, text.codePointCount(0, text.length()));
    String begin = text.substring(0, text.offsetByCodePoints(0, end));
    return begin.length() < text.length() ? begin + "…" : begin;
  }

  private static String plain(Object value) {
    return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
        ? String.valueOf(number.longValue())
        : String.valueOf(value);
  }

  private void note(Mark at, String code, String message, String hint, Optional<Fix> fix) {
    found.add(new Problem(code, Problem.Severity.WARNING, at, message, hint, fix));
  }
}
