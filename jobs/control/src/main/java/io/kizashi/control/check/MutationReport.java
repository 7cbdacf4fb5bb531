package io.kizashi.control.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.language.explain.Language;
import io.kizashi.language.explain.Phrases;
import io.kizashi.language.mutation.Mutants;
import io.kizashi.language.mutation.Mutation;
import io.kizashi.language.mutation.MutationScore;
import io.kizashi.language.mutation.Survivor;
import io.kizashi.language.read.Compilation.Compiled;
import io.kizashi.language.read.TestClock;
import io.kizashi.pipeline.Sensing;
import io.kizashi.schema.RulebookDocument;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Which slips the tests of a rulebook would notice.
 *
 * @param tests how they go as it is
 * @param score empty where it does not compile, has no tests, or one of them fails
 */
public record MutationReport(TestReport tests, Optional<MutationScore> score) {

  /**
   * Changes a rulebook, one thing at a time, and runs its tests.
   *
   * @param onTried gets the number of changes tried so far
   */
  public static MutationReport run(RulebookDocument document, IntConsumer onTried) {
    TestReport tests = TestReport.run(document);
    return tests.compilation() instanceof Compiled compiled
            && tests.ok()
            && !tests.results().isEmpty()
        ? new MutationReport(
            tests,
            Optional.of(Mutants.score(document, compiled, Sensing.ON.senses(() -> {}), onTried)))
        : new MutationReport(tests, Optional.empty());
  }

  /** Whether there are tests, and they notice all that tests can. */
  public boolean ok() {
    return score.filter(it -> it.survivors().isEmpty()).isPresent();
  }

  /**
   * Prints it for people; nothing of a rulebook that was refused.
   *
   * @param all whether changes that make no difference are listed, not only counted
   */
  public void print(Language language, boolean all, PrintWriter out) {
    Phrases words = MutationText.words(language);
    String file = tests.document().file();
    if (score.isPresent()) {
      new Printed(words, new MutationText(language, clock()), out).print(file, score.get(), all);
    } else if (tests.compilation() instanceof Compiled) {
      MutationLine why = tests.results().isEmpty() ? MutationLine.NO_TESTS : MutationLine.FAILING;
      out.println(words.say(why, file));
    }
  }

  private TestClock clock() {
    return new TestClock(((Compiled) tests.compilation()).rules().settings().calendar().zone());
  }

  private record Printed(Phrases words, MutationText text, PrintWriter out) {
    void print(String file, MutationScore score, boolean all) {
      out.println(
          words.say(MutationLine.SCORE, file, score.noticed(), score.countable(), score.percent()));
      score.survivors().forEach(this::print);
      if (!score.unspoken().isEmpty()) {
        out.println(words.say(MutationLine.UNSPOKEN, score.unspoken().size()));
        score.unspoken().forEach(this::print);
      }
      out.println(words.say(MutationLine.EQUIVALENT, score.equivalent().size(), score.stories()));
      if (all) {
        score.equivalent().forEach(this::print);
      }
      out.println(words.say(MutationLine.REFUSED, score.refused()));
      if (score.tried() < score.found()) {
        out.println(words.say(MutationLine.PART, score.tried(), score.found()));
      }
    }

    private void print(Survivor survivor) {
      print(survivor.mutation());
      text.shown(survivor).forEach(line -> out.println("    " + line));
    }

    private void print(Mutation mutation) {
      out.println(mutation.place() + "  " + text.change(mutation));
    }
  }

  /** The same for programs, with the rulebook's problems. */
  public ObjectNode asJson() {
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("ok", ok());
    json.put("file", tests.document().file());
    json.put("hash", tests.document().hash());
    json.put("tests", tests.results().size());
    json.put("testsOk", tests.ok());
    score.ifPresent(it -> add(json, it));
    json.set("problems", ProblemsJson.of(tests.compilation().problems()));
    return json;
  }

  private void add(ObjectNode json, MutationScore it) {
    json.put("found", it.found());
    json.put("tried", it.tried());
    json.put("refused", it.refused());
    json.put("noticed", it.noticed());
    json.put("percent", it.percent());
    json.put("stories", it.stories());
    MutationText text = new MutationText(Language.EN, clock());
    addSurvivors(json.putArray("survivors"), it.survivors(), text);
    addSurvivors(json.putArray("unspoken"), it.unspoken(), text);
    ArrayNode equivalent = json.putArray("equivalent");
    it.equivalent().forEach(mutation -> add(equivalent.addObject(), mutation));
  }

  private static void addSurvivors(ArrayNode array, List<Survivor> all, MutationText text) {
    for (Survivor survivor : all) {
      ObjectNode node = array.addObject();
      add(node, survivor.mutation());
      node.put("test", survivor.story().test().name());
      ArrayNode shown = node.putArray("shown");
      text.shown(survivor).forEach(shown::add);
    }
  }

  private static void add(ObjectNode node, Mutation mutation) {
    node.put("file", mutation.at().file())
        .put("line", mutation.at().line())
        .put("column", mutation.at().column())
        .put("was", mutation.was())
        .put("now", mutation.now());
  }
}
