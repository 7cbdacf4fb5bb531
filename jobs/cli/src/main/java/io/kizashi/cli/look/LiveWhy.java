package io.kizashi.cli.look;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.cli.options.DurationConverter;
import io.kizashi.cli.options.Rulebooks;
import io.kizashi.cli.options.SiteOptions;
import io.kizashi.control.compare.PublishedRulebook;
import io.kizashi.control.publish.Inquirer;
import io.kizashi.control.publish.Site;
import io.kizashi.control.why.ReplyPrinter;
import io.kizashi.core.rules.Rules;
import io.kizashi.language.explain.Language;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.terminal.EnvironmentFault;
import io.kizashi.terminal.InputFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Asks a running engine about a customer, and tells what it answers. */
final class LiveWhy {
  @ArgGroup(exclusive = false, multiplicity = "1")
  SiteOptions site = new SiteOptions();

  @Option(
      names = "--timeout",
      converter = DurationConverter.class,
      defaultValue = "10s",
      description = "How long the answer is waited for (default: 10s).")
  Duration patience = Duration.ofSeconds(10);

  @Option(names = "--json", description = "Print the engine's answer as it is: one JSON object.")
  boolean json;

  /**
   * Asks, and tells.
   *
   * @param rules by which the engine decides, where it was never published
   */
  void tell(CustomerKey customer, Optional<Path> rules, Language language, PrintWriter out) {
    if (customer.id().length() > Bounds.NAME_CHARS) {
      throw new InputFault("no customer's id is longer than " + Bounds.NAME_CHARS + " characters");
    }
    Site topics = site.site();
    byte[] answer =
        new Inquirer(topics).ask(customer, patience).orElseThrow(() -> silence(patience));
    if (json) {
      out.println(new String(answer, StandardCharsets.UTF_8));
      return;
    }
    JsonNode reply = read(answer);
    ReplyPrinter printer = new ReplyPrinter(language, out);
    if (reply.path("found").asText().equals("known")) {
      printer.tell(reply, rules(topics, rules, reply.path("rulebook")));
    } else {
      printer.tellNothing(reply);
    }
  }

  private static EnvironmentFault silence(Duration patience) {
    return new EnvironmentFault(
        "no answer within "
            + patience.toSeconds()
            + " s: does an engine run on these topics, may it write to 'answers', and do its clock"
            + " and the broker's agree? What is older than a minute is not answered");
  }

  private static JsonNode read(byte[] answer) {
    try {
      return new ObjectMapper().readTree(answer);
    } catch (IOException e) {
      throw new EnvironmentFault("the answer is no JSON; is it this engine's?", e);
    }
  }

  /** What the engine decides by, for its words. */
  private static Rules rules(Site topics, Optional<Path> file, JsonNode rulebook) {
    String hash = rulebook.path("hash").asText();
    String name = rulebook.path("name").asText() + ", version " + rulebook.path("version").asLong();
    RulebookDocument document =
        file.map(Rulebooks::read)
            .or(
                () ->
                    new PublishedRulebook(topics.client(), topics.topic(Site.RULEBOOKS)).text(hash))
            .orElseThrow(
                () ->
                    new InputFault(
                        "the engine decides by the rulebook "
                            + name
                            + ", which was never published: name its file, --rules, or take"
                            + " --json"));
    if (!document.hash().equals(hash)) {
      throw new InputFault(
          "the engine decides by the rulebook "
              + name
              + ", which is another text than "
              + document.file());
    }
    if (RulebookCompiler.compile(document) instanceof Compilation.Compiled compiled) {
      return compiled.rules();
    }
    throw new InputFault(
        "the rulebook "
            + name
            + " does not compile with this release; take --json, or the engine's release");
  }
}
