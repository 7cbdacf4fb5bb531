package io.kizashi.cli.look;

import io.kizashi.cli.options.Rulebooks;
import io.kizashi.cli.options.TimeConverter;
import io.kizashi.control.recording.LearnedLexicons;
import io.kizashi.control.why.Why;
import io.kizashi.control.why.WhyPrinter;
import io.kizashi.core.rules.Rules;
import io.kizashi.language.explain.Language;
import io.kizashi.language.rehearsal.Episode;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.LearnedLexicon;
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

/** Tells why something was said to a customer, or was not. */
@Command(
    name = "why",
    description = {
      "Tell what a rulebook makes of a customer in a recording, and why: each moment, what was"
          + " recommended on it or why nothing was, the values that this hung on, every other"
          + " candidate's reason, the one number that would have made it win, and which conditions"
          + " could not read what they ask for."
    })
public final class WhyCommand implements Callable<Integer> {
  @Option(names = "--events", required = true, description = "Touchpoints, one JSON a line.")
  Path events = Path.of("");

  @Option(names = "--rules", required = true, description = "The rulebook.")
  Path rules = Path.of("");

  @Option(names = "--customer", required = true, description = "The customer's id.")
  String customer = "";

  @Option(names = "--guest", description = "The id is that of a guest.")
  boolean guest;

  @Option(
      names = "--at",
      converter = TimeConverter.class,
      description =
          "Only what belongs to this time, as 2026-03-01T10:00:00Z; else to the newest"
              + " time before it.")
  Optional<Long> at = Optional.empty();

  @Option(
      names = "--learned",
      description =
          "What words have come to mean, as 'learn --out' writes it and the topic loop holds it"
              + " (default: nothing).")
  Optional<Path> learned = Optional.empty();

  @Option(names = "--lang", defaultValue = "en", description = "Language: ja or en (default: en).")
  Language language = Language.EN;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (customer.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--customer is empty; name a customer");
    }
    CustomerKey key = new CustomerKey(guest, customer);
    List<LearnedLexicon> lexicons = learned.map(LearnedLexicons::read).orElse(List.of());
    Rules compiled = Rulebooks.compiled(rules, language);
    Why.Told all = Why.of(key, events, compiled, lexicons);
    List<Episode> told = at.map(time -> Why.at(time, all.episodes())).orElse(all.episodes());
    PrintWriter out = spec.commandLine().getOut();
    WhyPrinter printer = new WhyPrinter(language, compiled, out);
    printer.tell(told);
    if (at.isEmpty()) {
      printer.tell(all.unread());
    }
    printer.tellFormulas();
    return ExitCode.DONE;
  }
}
