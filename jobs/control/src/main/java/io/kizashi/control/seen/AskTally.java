package io.kizashi.control.seen;

import io.kizashi.language.asked.Ask;
import io.kizashi.language.asked.Likely;
import io.kizashi.language.asked.PropertyKind;
import io.kizashi.schema.Touchpoint;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What touchpoints have where a rulebook asks for a value; bounded, whatever they hold. */
final class AskTally {
  /** Different texts that are kept: of a vocabulary there are fewer, of free text more. */
  private static final int MOST = 500;

  /** Characters of a text that may be one of a vocabulary. */
  private static final int LONGEST = 100;

  private final Ask ask;
  private final Set<Object> wanted = new HashSet<>();
  private final Map<PropertyKind, Long> kinds = new EnumMap<>(PropertyKind.class);
  private final Map<PropertyKind, Object> examples = new EnumMap<>(PropertyKind.class);
  private final Set<Object> met = new HashSet<>();
  private final Map<String, Long> texts = new HashMap<>();
  private long asked;

  AskTally(Ask ask) {
    this.ask = ask;
    ask.literals().forEach(literal -> wanted.add(literal.value()));
  }

  Ask ask() {
    return ask;
  }

  void add(Touchpoint touchpoint) {
    if (!ask.slot().covers(touchpoint)) {
      return;
    }
    asked++;
    Optional<Object> value = ask.slot().in(touchpoint);
    value.ifPresent(this::add);
  }

  private void add(Object value) {
    PropertyKind kind = PropertyKind.of(value);
    kinds.merge(kind, 1L, Long::sum);
    if (!ask.kinds().isEmpty() && !ask.kinds().contains(kind)) {
      examples.putIfAbsent(kind, value);
    }
    if (wanted.contains(value)) {
      met.add(value);
    } else if (!wanted.isEmpty() && value instanceof String text && text.length() <= LONGEST) {
      keep(text);
    }
  }

  /** Where there are too many, what is spelt like what is wanted is still kept. */
  private void keep(String text) {
    boolean known = texts.containsKey(text);
    if (known || texts.size() < MOST || isLikeWanted(text)) {
      texts.merge(text, 1L, Long::sum);
    }
  }

  private boolean isLikeWanted(String text) {
    return texts.size() < 2 * MOST
        && wanted.stream()
            .anyMatch(it -> it instanceof String one && Likely.isSpeltLike(one, text));
  }

  /** How many touchpoints it could be asked of. */
  long asked() {
    return asked;
  }

  /** How many have it. */
  long found() {
    return kinds.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many have it in another kind than is asked for, by kind. */
  Map<PropertyKind, Long> others() {
    Map<PropertyKind, Long> others = new TreeMap<>(kinds);
    others.keySet().removeIf(kind -> !examples.containsKey(kind));
    return others;
  }

  /** One value of another kind than is asked for. */
  Object example(PropertyKind kind) {
    return examples.getOrDefault(kind, "");
  }

  /** Whether some touchpoint has this value. */
  boolean hasMet(Object value) {
    return met.contains(value);
  }

  /** The other texts that touchpoints have, and how often; not all of them where there are many. */
  Map<String, Long> texts() {
    return texts;
  }
}
