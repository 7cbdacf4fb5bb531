package io.kizashi.control.preview;

import io.kizashi.control.preview.Preview.Message;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The messages of a sheet that are shown: the longest, the shortest, those that fall back, more.
 */
final class Selection {
  private static final int MOST = 20;

  private Selection() {}

  /** Each with what it is shown for; {@code SENT} for no more than being one. */
  static Map<Message, PreviewLine> of(List<Message> all) {
    Map<Message, PreviewLine> chosen = new LinkedHashMap<>();
    Comparator<Message> bySize = Comparator.comparing(Message::length);
    all.stream().max(bySize).ifPresent(it -> chosen.put(it, PreviewLine.LONGEST));
    all.stream().min(bySize).ifPresent(it -> chosen.putIfAbsent(it, PreviewLine.SHORTEST));
    Stream.concat(all.stream().filter(Message::fallback), all.stream())
        .filter(it -> !chosen.containsKey(it))
        .distinct()
        .limit(MOST - chosen.size())
        .toList()
        .forEach(it -> chosen.put(it, it.fallback() ? PreviewLine.FALLBACK : PreviewLine.SENT));
    return chosen;
  }
}
