package io.kizashi.language.lint;

import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Rules.Vocabulary;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Set;

/** Warns of moments that compile. */
public final class Warnings {
  private Warnings() {}

  /**
   * Notes what is worth a warning.
   *
   * @param written the moments as the author wrote them, by name
   * @param moments the same, compiled
   * @param answered the moments that actions answer
   */
  public static void note(
      Mapping written,
      List<MomentRule> moments,
      Set<String> answered,
      Vocabulary vocabulary,
      Problems problems) {
    NewestState newest = new NewestState(vocabulary, problems);
    for (MomentRule moment : moments) {
      if (!answered.contains(moment.name()) && moment.feels().isEmpty()) {
        problems.warning(
            written.entries().get(moment.name()).keyAt(),
            "moment_without_action",
            "no action answers '" + moment.name() + "'",
            "add an action with answers: [" + moment.name() + "]");
      }
      written.get(moment.name()).ifPresent(node -> newest.check(moment, node));
    }
  }
}
