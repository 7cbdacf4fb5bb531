package io.kizashi.control.seen;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.control.check.ProblemsJson;
import io.kizashi.control.recording.TouchpointSource;
import io.kizashi.language.asked.Asked;
import io.kizashi.language.asked.Question;
import io.kizashi.language.explain.Language;
import io.kizashi.language.read.Compilation.Compiled;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.language.yaml.Problem;
import io.kizashi.schema.RulebookDocument;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * What a rulebook asks for, held against a stream.
 *
 * @param seen what the stream has
 * @param findings what the rulebook asks for and the stream does not have, and what the stream has
 *     otherwise than the tracking plan says, as warnings
 */
public record SeenReport(Sightings seen, List<Problem> findings, Language language) {
  /** Copies the findings. */
  public SeenReport {
    findings = List.copyOf(findings);
  }

  /**
   * Reads a source once.
   *
   * @param document a rulebook
   * @param compiled what the compiler made of it
   * @param onRead gets the number of lines or records read so far
   */
  public static SeenReport of(
      RulebookDocument document,
      Compiled compiled,
      TouchpointSource source,
      Language language,
      LongConsumer onRead) {
    Asked asked =
        RulebookCompiler.written(document)
            .map(Asked::in)
            .orElseGet(() -> new Asked(List.of(), List.of(), List.of()));
    Sightings seen = new Sightings(asked, compiled.rules());
    source.reader().each(seen::add, onRead);
    SeenWords words = new SeenWords(language);
    List<Problem> findings = new ArrayList<>(SeenFindings.of(seen, words));
    compiled.plan().ifPresent(it -> findings.addAll(PlanFindings.of(seen.census(), it, words)));
    return new SeenReport(seen, findings, language);
  }

  /** Prints how often each question was asked, for people; the findings are told as problems. */
  public void print(PrintWriter out) {
    SeenWords words = new SeenWords(language);
    String[] head = words.say(SeenLine.HEAD).split("\\|", -1);
    List<QuestionTally> asked = seen.questions().stream().filter(it -> it.asked() > 0).toList();
    if (!asked.isEmpty()) {
      int width = asked.stream().mapToInt(it -> row(it, words).length()).max().orElse(0);
      out.println(line(Math.max(width, head[0].length()), head[0], head[1], head[2], head[3]));
      asked.forEach(
          it ->
              out.println(
                  line(
                      Math.max(width, head[0].length()),
                      row(it, words),
                      number(it.asked()),
                      number(it.unread()),
                      number(it.held()))));
    }
    seen.questions().stream()
        .filter(it -> it.asked() == 0)
        .forEach(it -> out.println(words.say(SeenLine.NEVER_ASKED, row(it, words))));
    out.println(
        words.say(
            SeenLine.SUMMARY,
            seen.touchpoints(),
            (long) seen.census().types().size(),
            (long) findings.size()));
  }

  private static String row(QuestionTally tally, SeenWords words) {
    Question question = tally.question();
    return words.say(SeenLine.ROW, question.place(), question.at().line());
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String line(int width, String what, String asked, String unread, String held) {
    return String.format(Locale.ROOT, "%-" + width + "s %11s %11s %11s", what, asked, unread, held);
  }

  /** The same for programs. */
  public ObjectNode asJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("touchpoints", seen.touchpoints());
    ObjectNode types = json.putObject("types");
    seen.census().types().forEach((type, of) -> types.put(type, of.touchpoints()));
    json.set("findings", ProblemsJson.of(findings));
    ArrayNode questions = json.putArray("asked");
    seen.questions()
        .forEach(
            it ->
                questions
                    .addObject()
                    .put("place", it.question().place())
                    .put("file", it.question().at().file())
                    .put("line", it.question().at().line())
                    .put("asked", it.asked())
                    .put("unread", it.unread())
                    .put("held", it.held()));
    return json;
  }
}
