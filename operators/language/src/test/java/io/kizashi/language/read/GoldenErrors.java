package io.kizashi.language.read;

import io.kizashi.language.yaml.Problem;
import io.kizashi.schema.RulebookDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Cases of a golden file: a name, a rulebook, and what the compiler says of it, to the letter. */
final class GoldenErrors {
  private static final String NAME = "=== ";
  private static final String EXPECTED = "--->\n";

  private GoldenErrors() {}

  record Case(String name, String rulebook, String expected) {}

  static List<Case> cases(String file) throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream in = Objects.requireNonNull(GoldenErrors.class.getResourceAsStream(file))) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String part : all.split("(?m)^" + NAME, -1)) {
        int line = part.indexOf('\n');
        int expected = part.indexOf(EXPECTED);
        if (line > 0 && expected > 0) {
          cases.add(
              new Case(
                  part.substring(0, line),
                  part.substring(line + 1, expected),
                  part.substring(expected + EXPECTED.length()).stripTrailing()));
        }
      }
    }
    return cases;
  }

  static String problemsOf(String file, String text) {
    return RulebookCompiler.compile(new RulebookDocument(file, 1, text)).problems().stream()
        .map(Problem::render)
        .collect(Collectors.joining())
        .stripTrailing();
  }
}
