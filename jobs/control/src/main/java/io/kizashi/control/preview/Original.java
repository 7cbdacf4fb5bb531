package io.kizashi.control.preview;

import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.Content;
import io.kizashi.core.rules.Words.Variant;
import io.kizashi.schema.Recommendation.Reasoning;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what stands in the rulebook for words that were said. */
final class Original {
  private static final Pattern PLACE = Pattern.compile("\\{\\{[^}]*}}");

  private Original() {}

  /** The words as they are written; empty where several may have been the ones, or none. */
  static Optional<Content> of(ActionRule action, String channel, Reasoning said) {
    List<Content> written =
        action.content().stream()
            .filter(words -> words.variant().map(Variant::name).equals(said.variant()))
            .flatMap(words -> Optional.ofNullable(words.on(channel).get(said.language())).stream())
            .toList();
    List<Content> like = written.stream().filter(content -> says(content, said.content())).toList();
    List<Content> found = written.size() == 1 ? written : like;
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static boolean says(Content content, Map<String, String> parts) {
    return parts.entrySet().stream()
        .allMatch(
            part ->
                like(content.texts().getOrDefault(part.getKey(), ""))
                    .matcher(part.getValue())
                    .matches());
  }

  /** Matches what a text may have become. */
  private static Pattern like(String written) {
    Matcher place = PLACE.matcher(written);
    StringBuilder pattern = new StringBuilder("(?s)");
    int end = 0;
    while (place.find()) {
      pattern.append(Pattern.quote(written.substring(end, place.start()))).append(".*");
      end = place.end();
    }
    return Pattern.compile(pattern.append(Pattern.quote(written.substring(end))).toString());
  }
}
