package io.kizashi.flink;

import io.kizashi.core.rulebook.Compilation;
import io.kizashi.core.rulebook.Compilation.Compiled;
import io.kizashi.core.rulebook.Compilation.Refused;
import io.kizashi.core.rulebook.RulebookCompiler;
import io.kizashi.core.rulebook.Rules;
import io.kizashi.core.yaml.Problem;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.RulebookRef;
import io.kizashi.schema.RulebookStatus;
import io.kizashi.schema.RulebookStatus.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rules that one task decides by: the highest version heard that compiles. */
final class RulesInForce {
  private final int task;
  private RulebookDocument document;
  private Rules rules;

  /**
   * Starts with a document.
   *
   * @throws IllegalStateException if it does not compile; whoever submits a job checks that before
   */
  RulesInForce(RulebookDocument first, int task) {
    this.task = task;
    this.document = first;
    Compilation compilation = RulebookCompiler.compile(first);
    if (!(compilation instanceof Compiled compiled)) {
      throw new IllegalStateException(
          "the job carries a rulebook that does not compile; check it before submitting:\n"
              + String.join("", rendered(compilation)));
    }
    this.rules = compiled.rules();
  }

  Rules rules() {
    return rules;
  }

  RulebookDocument document() {
    return document;
  }

  /** What this task says of the rules it has. */
  RulebookStatus status() {
    return new RulebookStatus(document.file(), rules.ref(), 100, Word.ADOPTED, List.of(), task, 1);
  }

  /** Takes note of a published document; says what became of it, or nothing if it is outdated. */
  Optional<RulebookStatus> hear(RulebookDocument heard) {
    if (heard.version() < document.version()) {
      return Optional.empty();
    }
    if (heard.version() > document.version()) {
      return Optional.of(adopt(heard));
    }
    return Optional.of(heard.text().equals(document.text()) ? status() : conflict(heard));
  }

  private RulebookStatus adopt(RulebookDocument heard) {
    Compilation compilation = RulebookCompiler.compile(heard);
    if (compilation instanceof Compiled compiled) {
      document = heard;
      rules = compiled.rules();
      return status();
    }
    return refusal(heard, Word.BROKEN, rendered(compilation));
  }

  private RulebookStatus conflict(RulebookDocument heard) {
    String problem =
        heard.file()
            + ": version "
            + heard.version()
            + " is already in force with another text; publish it as a higher version [conflict]\n";
    return refusal(heard, Word.CONFLICT, List.of(problem));
  }

  private RulebookStatus refusal(RulebookDocument heard, Word word, List<String> problems) {
    RulebookRef ref = new RulebookRef("", heard.version(), heard.hash());
    return new RulebookStatus(heard.file(), ref, 100, word, problems, task, 1);
  }

  private static List<String> rendered(Compilation compilation) {
    return compilation instanceof Refused refused
        ? refused.problems().stream().map(Problem::render).collect(Collectors.toList())
        : List.of();
  }
}
