package io.kizashi.language.lint;

import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Rules.Vocabulary;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Entry;
import io.kizashi.language.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Optional;
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
      Optional<Entry> entry = Optional.ofNullable(written.entries().get(moment.name()));
      if (!answered.contains(moment.name()) && moment.feels().isEmpty()) {
        entry.ifPresent(it -> unanswered(moment.name(), it, problems));
      }
      entry.ifPresent(it -> newest.check(moment, it.value()));
    }
  }

  private static void unanswered(String name, Entry entry, Problems problems) {
    problems.warning(
        entry.keyAt(),
        "moment_without_action",
        "no action answers '" + name + "'",
        "add an action with answers: [" + name + "]");
  }
}
