package io.kizashi.language.read;

import io.kizashi.language.yaml.Problem;
import io.kizashi.schema.RulebookDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All problems of the golden files. */
public final class GoldenProblems {
  private GoldenProblems() {}

  /** Each as the compiler finds it. */
  public static List<Problem> all() throws IOException {
    List<Problem> all = new ArrayList<>();
    for (List<String> one : ErrorTextsTest.cases()) {
      all.addAll(of(ErrorTextsTest.yaml(one.get(1))));
    }
    for (String file : List.of("errors-policies.txt", "errors-tests.txt", "errors-include.txt")) {
      for (GoldenErrors.Case one : GoldenErrors.cases(file)) {
        all.addAll(of(FurtherErrorTextsTest.yaml(one)));
      }
    }
    return all;
  }

  /** The keys of the rulebook language. */
  public static Set<String> keys() {
    return RulebookSchemaTest.keys().values().stream()
        .flatMap(keys -> keys.all().stream())
        .collect(Collectors.toSet());
  }

  private static List<Problem> of(String text) {
    return RulebookCompiler.compile(new RulebookDocument("shop/rules.yaml", 1, text)).problems();
  }
}
