package io.kizashi.control.preview;

import io.kizashi.core.rules.Content;
import io.kizashi.schema.Recommendation.Reasoning;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Hides what words say of a person: what is known of the customer, what the customer said, and
 * values whose names tell that they are personal. Where it is not certain which letters these are,
 * all words are hidden.
 */
final class Masking {
  private static final String HIDDEN = "＊";

  private static final Pattern PERSONAL =
      Pattern.compile(
          "(?i)^(address$|customer\\.).*|.*\\.(text$|.*(family|given|full|first|last|nick|user)_?name"
              + "|.*kana|.*mail|.*phone|.*tel$|.*birth|.*address|.*postal|.*zip).*");
  private static final Pattern NUMBER = Pattern.compile("-?[\\d,.]+");

  private Masking() {}

  /**
   * The parts of a message with what is personal hidden.
   *
   * @param honorific what follows a name in an address; it stays
   * @param kept the address of who has no name; it tells nothing
   */
  static Map<String, String> masked(
      Content content, Reasoning reasoning, String honorific, String kept) {
    Map<String, String> parts = new LinkedHashMap<>(reasoning.content());
    Map<String, String> values = reasoning.explanation().values();
    for (String name : content.variables()) {
      String value = values.getOrDefault(name, "");
      if (!isPersonal(name, value) || value.equals(kept)) {
        continue;
      }
      boolean certain = !value.isEmpty() && isWrittenInOneWay(content, name);
      String mask = certain ? mask(value, honorific) : "";
      parts.replaceAll(
          (part, text) ->
              !reads(content, part, name)
                  ? text
                  : certain && text.contains(value) ? text.replace(value, mask) : HIDDEN);
    }
    return parts;
  }

  /** Hides all, where nobody knows which letters are personal. */
  static Map<String, String> hidden(Map<String, String> parts) {
    Map<String, String> hidden = new LinkedHashMap<>(parts);
    hidden.replaceAll((part, text) -> HIDDEN);
    return hidden;
  }

  /** A first letter tells people of one another, and nobody who they are. */
  static String mask(String value, String honorific) {
    if (value.isEmpty()) {
      return value;
    }
    String first = value.substring(0, value.offsetByCodePoints(0, 1));
    return first + HIDDEN + (value.endsWith(honorific) ? honorific : "");
  }

  private static boolean isPersonal(String name, String value) {
    return PERSONAL.matcher(name).matches()
        || (name.startsWith("signals.") && !NUMBER.matcher(value).matches());
  }

  private static boolean isWrittenInOneWay(Content content, String name) {
    Pattern place = place(name);
    return content.texts().values().stream()
            .flatMap(text -> place.matcher(text).results().map(it -> it.group()))
            .distinct()
            .count()
        <= 1;
  }

  private static boolean reads(Content content, String part, String name) {
    return place(name).matcher(content.texts().getOrDefault(part, "")).find();
  }

  private static Pattern place(String name) {
    return Pattern.compile("\\{\\{\\s*" + Pattern.quote(name) + "\\b[^}]*}}");
  }
}
