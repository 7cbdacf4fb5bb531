package io.kizashi.cli.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.cli.options.Rulebooks;
import io.kizashi.core.rules.Rules;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.Compilation.Compiled;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.language.read.RulebookTest.Expectation;
import io.kizashi.language.read.TestClock;
import io.kizashi.language.rehearsal.Happening;
import io.kizashi.language.rehearsal.Result;
import io.kizashi.language.rehearsal.RulebookTests;
import io.kizashi.pipeline.Sensing;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.terminal.ExitCode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the tests that a rulebook carries. */
@Command(
    name = "test",
    description = {
      "Run the tests of a rulebook: what was expected, and what happened instead.",
      "Times are in the rulebook's time zone; without a date they are on 2026-03-02, a Monday."
    })
final class RulesTestCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FILE", description = "The rulebook.")
  Path file = Path.of("");

  @Option(names = "--json", description = "Print one JSON object for programs.")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    RulebookDocument document = Rulebooks.read(file);
    Compilation compilation = RulebookCompiler.compile(document);
    Optional<Compiled> rulebook =
        compilation instanceof Compiled compiled ? Optional.of(compiled) : Optional.empty();
    List<Result> results =
        rulebook
            .map(known -> RulebookTests.run(known, Sensing.ON.senses(() -> {})))
            .orElse(List.of());
    boolean ok = rulebook.isPresent() && results.stream().allMatch(Result::ok);
    if (json) {
      spec.commandLine().getOut().println(asJson(document, compilation, results, ok));
    } else {
      if (!compilation.problems().isEmpty()) {
        spec.commandLine().getErr().println(Rulebooks.render(compilation.problems()));
      }
      rulebook.ifPresent(known -> print(known.rules(), results));
    }
    return ok ? ExitCode.DONE : ExitCode.INPUT;
  }

  // ---- for people ----

  private void print(Rules rules, List<Result> results) {
    PrintWriter out = spec.commandLine().getOut();
    if (results.isEmpty()) {
      out.println(file + ": rulebook '" + rules.ref().name() + "' has no tests");
      return;
    }
    TestClock clock = new TestClock(rules.settings().calendar().zone());
    results.forEach(result -> print(result, clock, out));
    long failed = results.stream().filter(result -> !result.ok()).count();
    out.println("tests: " + results.size() + ", failed: " + failed);
  }

  private static void print(Result result, TestClock clock, PrintWriter out) {
    if (result.ok()) {
      out.println("ok      " + result.test().name());
      return;
    }
    out.println("FAILED  " + result.test().name() + " (" + result.test().at().place() + ")");
    List<Expectation> missing = result.missing();
    List<Happening> unexpected = result.unexpected();
    missing.forEach(
        it ->
            out.println("          expected: " + words(it.moment(), it.action(), it.at(), clock)));
    if (missing.isEmpty()) {
      out.println(
          "          expected: nothing" + (result.test().expect().isEmpty() ? "" : " more"));
    }
    unexpected.forEach(it -> out.println("          happened: " + words(it, clock)));
    if (unexpected.isEmpty()) {
      out.println("          happened: nothing" + (missing.isEmpty() ? " more" : " instead"));
    }
    result
        .late()
        .forEach(id -> out.println("          too late for the history, and dropped: " + id));
  }

  private static String words(Happening happening, TestClock clock) {
    Optional<String> action = Optional.of(happening.action().orElse("none"));
    return words(happening.moment(), action, OptionalLong.of(happening.at()), clock);
  }

  private static String words(
      String moment, Optional<String> action, OptionalLong at, TestClock clock) {
    return moment
        + action.map(name -> ", action " + name).orElse("")
        + (at.isPresent() ? ", at " + clock.text(at.getAsLong()) : "");
  }

  // ---- for programs ----

  private static ObjectNode asJson(
      RulebookDocument document, Compilation compilation, List<Result> results, boolean ok) {
    ObjectNode all = new ObjectMapper().createObjectNode();
    all.put("ok", ok);
    all.put("file", document.file());
    all.put("hash", document.hash());
    if (compilation instanceof Compiled compiled) {
      all.put("rulebook", compiled.rules().ref().name());
      TestClock clock = new TestClock(compiled.rules().settings().calendar().zone());
      ArrayNode tests = all.putArray("tests");
      results.forEach(result -> add(tests.addObject(), result, clock));
    }
    all.set("problems", Rulebooks.asJson(compilation.problems()));
    return all;
  }

  private static void add(ObjectNode test, Result result, TestClock clock) {
    test.put("name", result.test().name());
    test.put("file", result.test().at().file());
    test.put("line", result.test().at().line());
    test.put("ok", result.ok());
    ArrayNode missing = test.putArray("missing");
    result
        .missing()
        .forEach(it -> add(missing.addObject(), it.moment(), it.action(), it.at(), clock));
    ArrayNode unexpected = test.putArray("unexpected");
    result
        .unexpected()
        .forEach(
            it ->
                add(
                    unexpected.addObject(),
                    it.moment(),
                    it.action(),
                    OptionalLong.of(it.at()),
                    clock));
    ArrayNode late = test.putArray("late");
    result.late().forEach(late::add);
  }

  private static void add(
      ObjectNode node, String moment, Optional<String> action, OptionalLong at, TestClock clock) {
    node.put("moment", moment);
    action.ifPresent(name -> node.put("action", name));
    if (at.isPresent()) {
      node.put("at", clock.text(at.getAsLong()));
    }
  }
}
