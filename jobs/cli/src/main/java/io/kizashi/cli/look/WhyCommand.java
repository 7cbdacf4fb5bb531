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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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
          + " could not read what they ask for.",
      "With --bootstrap, ask a running engine: how far the customer came in each rule that began,"
          + " what is waited for, what stopped the last attempt, what was decided, and what keeps"
          + " messages back now. The topic 'answers' holds its answer for an hour."
    })
public final class WhyCommand implements Callable<Integer> {
  @Option(names = "--events", description = "Touchpoints, one JSON a line.")
  Optional<Path> events = Optional.empty();

  @Option(
      names = "--rules",
      description =
          "The rulebook. Of a running engine only where it decides by one that was never"
              + " published.")
  Optional<Path> rules = Optional.empty();

  @ArgGroup(exclusive = false, heading = "%nOf a running engine:%n")
  @Nullable LiveWhy live;

  @Option(names = "--customer", required = true, description = "The customer's id.")
  String customer = "";

  @Option(names = "--guest", description = "The id is that of a guest.")
  boolean guest;

  @Option(
      names = "--at",
      converter = TimeConverter.class,
      description =
          "Only what belongs to this time, as 2026-03-01T10:00:00Z; else to the newest"
              + " time before it. Of a recording.")
  Optional<Long> at = Optional.empty();

  @Option(
      names = "--learned",
      description =
          "What words have come to mean, as 'learn --out' writes it and the topic loop holds it"
              + " (default: nothing). Of a recording.")
  Optional<Path> learned = Optional.empty();

  @Option(names = "--lang", defaultValue = "en", description = "Language: ja or en (default: en).")
  Language language = Language.EN;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (customer.isEmpty()) {
      throw refused("--customer is empty; name a customer");
    }
    CustomerKey key = new CustomerKey(guest, customer);
    PrintWriter out = spec.commandLine().getOut();
    if (live == null) {
      tell(
          key,
          events.orElseThrow(
              () -> refused("name a recording, --events, or a running engine, --bootstrap")),
          rules.orElseThrow(() -> refused("--rules is missing: which rulebook?")),
          out);
    } else if (events.isPresent() || at.isPresent() || learned.isPresent()) {
      throw refused("--events, --at and --learned are about recordings; leave out --bootstrap");
    } else {
      live.tell(key, rules, language, out);
    }
    return ExitCode.DONE;
  }

  private ParameterException refused(String why) {
    return new ParameterException(spec.commandLine(), why);
  }

  private void tell(CustomerKey key, Path recording, Path rulebook, PrintWriter out) {
    List<LearnedLexicon> lexicons = learned.map(LearnedLexicons::read).orElse(List.of());
    Rules compiled = Rulebooks.compiled(rulebook, language);
    Why.Told all = Why.of(key, recording, compiled, lexicons);
    List<Episode> told = at.map(time -> Why.at(time, all.episodes())).orElse(all.episodes());
    WhyPrinter printer = new WhyPrinter(language, compiled, out);
    printer.tell(told);
    if (at.isEmpty()) {
      printer.tell(all.unread());
    }
    printer.tellFormulas();
  }
}
