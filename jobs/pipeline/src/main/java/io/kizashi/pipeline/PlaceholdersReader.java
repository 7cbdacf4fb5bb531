package io.kizashi.pipeline;

import io.kizashi.language.yaml.Problems;
import io.kizashi.pipeline.ConfigReader.Value;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Placeholders;
import java.util.List;

/** Reads which ids name nobody, beside those that all systems write. */
final class PlaceholdersReader {
  private static final String SETTING = "'" + ConfigKey.PLACEHOLDERS.path() + "'";

  private final Problems problems;

  PlaceholdersReader(Problems problems) {
    this.problems = problems;
  }

  Placeholders read(List<Value> words) {
    if (words.size() > Bounds.PLACEHOLDERS) {
      refuse(
          words.get(0),
          SETTING + " holds " + words.size() + " words",
          "name at most " + Bounds.PLACEHOLDERS + "; case, width and brackets make no other word");
    }
    Placeholders known = Placeholders.USUAL;
    for (Value word : words) {
      if (word.text().length() > Bounds.PLACEHOLDER_CHARS) {
        refuse(
            word,
            SETTING + " holds a word of " + word.text().length() + " characters",
            "at most " + Bounds.PLACEHOLDER_CHARS + ": what is longer is somebody's id");
      } else if (known.hold(word.text())) {
        refuse(
            word,
            SETTING + " need not hold '" + word.text() + "': it is one already",
            "leave it out");
      }
      known = known.and(word.text());
    }
    return known;
  }

  private void refuse(Value at, String message, String hint) {
    problems.error(at.at(), "bad_value", message, hint);
  }
}
