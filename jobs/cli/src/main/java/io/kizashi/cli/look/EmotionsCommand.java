package io.kizashi.cli.look;

import io.kizashi.cli.options.Rulebooks;
import io.kizashi.cli.options.TimeConverter;
import io.kizashi.control.emotion.EmotionCurve;
import io.kizashi.control.recording.Recording;
import io.kizashi.language.explain.Language;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Touchpoint;
import io.kizashi.terminal.ExitCode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells how a customer feels, and will remember what happened. */
@Command(
    name = "emotions",
    description = {
      "Tell how a customer felt in a recording: the valence after each touchpoint, the emotion at"
          + " the end and what it is made of, and how each session, contact and case will be"
          + " remembered: by its most intense moment and its end."
    })
public final class EmotionsCommand implements Callable<Integer> {
  @Option(names = "--events", required = true, description = "Touchpoints, one JSON a line.")
  Path events = Path.of("");

  @Option(names = "--customer", required = true, description = "The customer's id.")
  String customer = "";

  @Option(names = "--guest", description = "The id is that of a guest.")
  boolean guest;

  @Option(
      names = "--rules",
      description = "A rulebook: how long feelings last, and what some rules say is felt.")
  Optional<Path> rules = Optional.empty();

  @Option(
      names = "--at",
      converter = TimeConverter.class,
      description = "Up to when, as 2026-03-01T10:00:00Z (default: the last touchpoint's time).")
  Optional<Long> at = Optional.empty();

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (customer.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--customer is empty; name a customer");
    }
    CustomerKey key = new CustomerKey(guest, customer);
    List<Touchpoint> touchpoints = Recording.of(key, events);
    long newest = touchpoints.get(touchpoints.size() - 1).time();
    EmotionCurve experience =
        EmotionCurve.of(
            key,
            touchpoints,
            rules.map(it -> Rulebooks.compiled(it, Language.EN)),
            at.orElse(newest));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(experience.asJson());
    } else {
      experience.print(out);
    }
    return ExitCode.DONE;
  }
}
