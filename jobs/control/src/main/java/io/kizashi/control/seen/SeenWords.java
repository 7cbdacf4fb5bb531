package io.kizashi.control.seen;

import io.kizashi.language.asked.PropertyKind;
import io.kizashi.language.asked.Slot;
import io.kizashi.language.explain.Language;
import io.kizashi.language.explain.Phrases;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;

/** How it is told what is really sent; numbers with their thousands apart. */
final class SeenWords {
  private final Phrases phrases;

  SeenWords(Language language) {
    this.phrases =
        Phrases.read(SeenWords.class, "seen", language, Phrases.keys(SeenLine.class).toList());
  }

  String say(SeenLine line, Object... with) {
    Object[] shown =
        Arrays.stream(with)
            .map(it -> it instanceof Long number ? String.format(Locale.ROOT, "%,d", number) : it)
            .toArray();
    return phrases.say(line, shown);
  }

  String kind(PropertyKind kind) {
    return say(
        switch (kind) {
          case TEXT -> SeenLine.KIND_TEXT;
          case NUMBER -> SeenLine.KIND_NUMBER;
          case TRUTH -> SeenLine.KIND_TRUTH;
          case LIST -> SeenLine.KIND_LIST;
          case OBJECT -> SeenLine.KIND_OBJECT;
        });
  }

  /** One of several kinds. */
  String kinds(Collection<PropertyKind> kinds) {
    return new TreeSet<>(kinds)
        .stream().map(this::kind).reduce((a, b) -> say(SeenLine.OR, a, b)).orElse("");
  }

  /** The types of touchpoints that are asked. */
  String types(Slot slot) {
    return slot.types()
        .map(types -> String.join(", ", new TreeSet<>(types)))
        .orElseGet(() -> say(SeenLine.ANY_TYPE));
  }
}
