package io.kizashi.language.read;

import io.kizashi.core.rules.ActionRule;
import io.kizashi.language.read.RulebookTest.Sending;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads how a test expects an action to be sent. */
final class SendingReader {
  private final TestClock clock;
  private final Problems problems;

  SendingReader(TestClock clock, Problems problems) {
    this.clock = clock;
    this.problems = problems;
  }

  /**
   * What is expected of the sending.
   *
   * @param unanswered whether nothing may be sent
   * @param rule of the action, where one is named that is known
   * @param until the end of the test, milliseconds since the epoch
   */
  Sending read(Fields fields, boolean unanswered, Optional<ActionRule> rule, long until) {
    Optional<Scalar> channel = fields.scalar("channel");
    Sending sending =
        new Sending(
            channel.map(Scalar::text),
            within(fields, "send", until),
            words(fields),
            fields.scalar("assignee").map(Scalar::text));
    channel.ifPresent(it -> rule.ifPresent(known -> checkChannel(it, known)));
    if (unanswered && !sending.equals(Sending.ANYHOW)) {
      problems.error(
          fields.keyAt("action"),
          "unreachable",
          "nothing answers it, so nothing is sent",
          "leave out action: none, or how it is sent");
    }
    return sending;
  }

  /** A time that the test must reach. */
  OptionalLong within(Fields fields, String key, long until) {
    Optional<Scalar> text = fields.scalar(key);
    OptionalLong time =
        text.isEmpty() ? OptionalLong.empty() : GivenReader.time(text.get(), clock, problems);
    if (time.isPresent() && time.getAsLong() > until) {
      problems.error(
          fields.keyAt(key),
          "unreachable",
          "the test ends at " + clock.text(until) + ", before this",
          "let until: lie behind all that is expected");
    }
    return time;
  }

  private static List<String> words(Fields fields) {
    return fields.get("words").isEmpty()
        ? List.of()
        : fields.list("words", "words: [ 'Your cart is waiting' ]").stream()
            .map(Scalar::text)
            .toList();
  }

  private void checkChannel(Scalar channel, ActionRule rule) {
    if (!rule.channels().contains(channel.text())) {
      problems.error(
          channel.at(),
          "unreachable",
          "'" + rule.name() + "' is never sent by '" + channel.text() + "'",
          "its channels are " + String.join(", ", rule.channels()));
    }
  }
}
