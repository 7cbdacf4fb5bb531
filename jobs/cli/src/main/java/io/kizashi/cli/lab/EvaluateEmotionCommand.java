package io.kizashi.cli.lab;

import io.kizashi.lab.evaluate.Corpora;
import io.kizashi.lab.evaluate.Corpus;
import io.kizashi.lab.evaluate.LabelledScores;
import io.kizashi.lab.evaluate.Row;
import io.kizashi.lab.evaluate.Table;
import io.kizashi.terminal.EnvironmentFault;
import io.kizashi.terminal.ExitCode;
import io.kizashi.terminal.Progress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints how well feeling is found in text. */
@Command(
    name = "emotion",
    description = {
      "Score labelled texts and print how well the scores agree with the labels.",
      "Even rows are there to tune on; the odd ones are what counts."
    })
final class EvaluateEmotionCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      description = "the folder with the archives that deploy/docs/emotion.md names")
  Path data = Path.of("");

  @Option(
      names = "--sentences",
      description =
          "the folder with the project's own labelled sentences, sentences.LANGUAGE.jsonl")
  Path sentences = ownSentences();

  @Option(names = "--json", description = "Print the figures as one JSON object.")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    List<Row> rows = new ArrayList<>();
    LabelledScores judgement = new LabelledScores();
    boolean found = false;
    try (Progress progress = Progress.on(err)) {
      for (Corpus corpus : Corpora.in(data, sentences)) {
        if (corpus.isThere()) {
          found |= corpus.isFromData();
          progress.show(corpus::title);
          rows.add(judgement.of(corpus));
        } else {
          err.println("not there, so not judged: " + corpus.file());
        }
      }
    }
    if (!found) {
      throw new EnvironmentFault(
          data + ": none of the data is there; deploy/docs/emotion.md says what it is");
    }
    if (json) {
      out.println(Table.json(rows));
    } else {
      Table.print(rows, out);
    }
    return ExitCode.DONE;
  }

  private static Path ownSentences() {
    return Path.of(System.getProperty("kizashi.home", "."))
        .resolve("operators/text/src/test/resources/io/kizashi/text");
  }
}
