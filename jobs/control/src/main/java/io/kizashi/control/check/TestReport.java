package io.kizashi.control.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.language.explain.Language;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.Compilation.Compiled;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.language.read.RulebookTest.Expectation;
import io.kizashi.language.read.RulebookTest.Sending;
import io.kizashi.language.read.TestClock;
import io.kizashi.language.rehearsal.Result;
import io.kizashi.language.rehearsal.RulebookTests;
import io.kizashi.pipeline.Sensing;
import io.kizashi.schema.RulebookDocument;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What came of the tests that a rulebook carries.
 *
 * @param document the rulebook
 * @param compilation of it; one that was refused has no results
 * @param results one a test, in the order of the file
 */
public record TestReport(RulebookDocument document, Compilation compilation, List<Result> results) {
  private static final String NONE = "none";

  /** Copies the results. */
  public TestReport {
    results = List.copyOf(results);
  }

  /** Compiles a rulebook and runs its tests, each on customers of its own. */
  public static TestReport run(RulebookDocument document) {
    Compilation compilation = RulebookCompiler.compile(document);
    List<Result> results =
        compilation instanceof Compiled compiled
            ? RulebookTests.run(compiled, Sensing.ON.senses(() -> {}))
            : List.of();
    return new TestReport(document, compilation, results);
  }

  /** Whether it compiles and every test found what it expected. */
  public boolean ok() {
    return compilation instanceof Compiled && results.stream().allMatch(Result::ok);
  }

  /** Prints it for people; nothing of a rulebook that was refused. */
  public void print(Language language, PrintWriter out) {
    if (compilation instanceof Compiled compiled) {
      new TestText(language, compiled.rules(), out).print(document.file(), results);
    }
  }

  /**
   * The same for programs, with the rulebook's problems.
   *
   * @param language in which these are told beside the English
   */
  public ObjectNode asJson(Language language) {
    ObjectNode all = new ObjectMapper().createObjectNode();
    all.put("ok", ok());
    all.put("file", document.file());
    all.put("hash", document.hash());
    if (compilation instanceof Compiled compiled) {
      all.put("rulebook", compiled.rules().ref().name());
      TestClock clock = new TestClock(compiled.rules().settings().calendar().zone());
      ArrayNode tests = all.putArray("tests");
      results.forEach(result -> add(tests.addObject(), result, clock));
    }
    all.set("problems", ProblemsJson.of(compilation.problems(), language));
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
        .forEach(
            it -> {
              ObjectNode node = missing.addObject();
              add(node, it.moment(), action(it), it.at(), clock);
              add(node, it.sending(), clock);
            });
    ArrayNode unexpected = test.putArray("unexpected");
    result
        .unexpected()
        .forEach(
            it -> {
              ObjectNode node = unexpected.addObject();
              add(node, it.moment(), it.action(), OptionalLong.of(it.at()), clock);
              if (result.test().asksForSending()) {
                add(node, it.sending(), clock);
              }
            });
    ArrayNode late = test.putArray("late");
    result.late().forEach(late::add);
    ArrayNode lost = test.putArray("lost");
    result
        .lost()
        .forEach(
            it ->
                lost.addObject()
                    .put("action", it.action())
                    .put("channel", it.channel())
                    .put("reason", it.reason())
                    .put("detail", it.detail()));
  }

  private static void add(ObjectNode node, Sending sending, TestClock clock) {
    sending.channel().ifPresent(channel -> node.put("channel", channel));
    if (sending.sendAt().isPresent()) {
      node.put("send", clock.text(sending.sendAt().getAsLong()));
    }
    if (!sending.words().isEmpty()) {
      sending.words().forEach(node.putArray("words")::add);
    }
    sending.assignee().ifPresent(who -> node.put("assignee", who));
  }

  private static Optional<String> action(Expectation expected) {
    return expected.unanswered() ? Optional.of(NONE) : expected.action();
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
