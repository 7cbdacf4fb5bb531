package io.kizashi.cli.rules;

import io.kizashi.cli.options.Rulebooks;
import io.kizashi.control.preview.Preview;
import io.kizashi.control.preview.PreviewPage;
import io.kizashi.control.preview.PreviewText;
import io.kizashi.core.rules.Rules;
import io.kizashi.language.explain.Language;
import io.kizashi.schema.CustomerKey;
import io.kizashi.terminal.ExitCode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows an author the words as customers would get them. */
@Command(
    name = "preview",
    description = {
      "Show a rulebook's words as the customers of a recording would get them: by action and"
          + " channel up to 20, the longest, the shortest and those with a fallback among them, and"
          + " why others get none. Nothing is sent.",
      "What is known of a customer, and what they said, is masked."
    })
final class RulesPreviewCommand implements Callable<Integer> {
  /** How a preview is written. */
  enum Format {
    TEXT,
    HTML
  }

  @Parameters(index = "0", paramLabel = "FILE", description = "The rulebook.")
  Path file = Path.of("");

  @Option(names = "--events", required = true, description = "Touchpoints, one JSON a line.")
  Path events = Path.of("");

  @Option(names = "--customer", description = "Only this customer's (default: everybody's).")
  Optional<String> customer = Optional.empty();

  @Option(names = "--channel", description = "Only those of this channel (default: all).")
  Optional<String> channel = Optional.empty();

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "text, or html: one page (default: ${DEFAULT-VALUE}).")
  Format format = Format.TEXT;

  @Option(names = "--show-personal", description = "Mask nothing.")
  boolean showPersonal;

  @Option(names = "--lang", defaultValue = "en", description = "Language: ja or en (default: en).")
  Language language = Language.EN;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Rules rules = Rulebooks.compiled(file, language);
    Preview.Wanted wanted =
        new Preview.Wanted(
            (CustomerKey key) -> customer.filter(it -> !it.equals(key.id())).isEmpty(),
            name -> channel.filter(it -> !it.equals(name)).isEmpty(),
            showPersonal,
            language);
    Preview preview = Preview.of(events, rules, wanted);
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> new PreviewText(language, rules).print(preview, out);
      case HTML -> out.print(PreviewPage.of(preview, language, rules));
    }
    out.flush();
    return ExitCode.DONE;
  }
}
