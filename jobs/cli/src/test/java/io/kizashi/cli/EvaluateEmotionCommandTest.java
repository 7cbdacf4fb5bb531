package io.kizashi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.cli.truth.RealData;
import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class EvaluateEmotionCommandTest {
  private static final String SENTENCES = "../../operators/text/src/test/resources/io/kizashi/text";

  @TempDir Path data = Path.of("");

  @Test
  void whereNoDataIsTheEnvironmentIsAtFaultAndWhatIsMissingIsSaid() {
    CommandRun run = evaluate();
    assertThat(run.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(run.err())
        .contains("chabsa.tar.xz", "goemotions_original.tar.xz", "vader_icwsm2014")
        .contains("none of the data is there");
  }

  @Test
  void whatIsThereIsJudgedAndTheRestIsNamed() throws IOException {
    archive(
        "data/a.tsv", "I love it\t18\tx\nI hate it\t2\ty\nSo sad\t25\tz\nWhere is it?\t27\tz\n");
    CommandRun run = evaluate();
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("GoEmotions", "own sentences, ja").doesNotContain("chABSA");
    assertThat(run.err()).contains("not there, so not judged", "chabsa.tar.xz");
  }

  @Test
  void figuresAreAlsoThereForMachines() throws IOException {
    archive(
        "data/a.tsv", "I love it\t18\tx\nI hate it\t2\ty\nSo sad\t25\tz\nWhere is it?\t27\tz\n");
    JsonNode rows = new ObjectMapper().readTree(evaluate("--json").out()).path("rows");
    JsonNode go = rows.get(0);
    assertThat(go.path("title").asText()).isEqualTo("GoEmotions, one feeling");
    assertThat(go.path("texts").asInt()).isEqualTo(2);
    assertThat(go.path("scorer").asDouble()).isEqualTo(1);
    assertThat(go.path("majority").asDouble()).isEqualTo(1.0 / 3);
  }

  @Test
  void realDataReachesTheAims() {
    Path file = RealData.require("vader_icwsm2014_groundtruth.tar.xz").toAbsolutePath();
    CommandRun run = evaluateIn(file.resolveSibling("."), "--json");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(rows(run))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              if (row.has("aim")) {
                assertThat(row.path("scorer").asDouble())
                    .as(row.path("title").asText())
                    .isGreaterThanOrEqualTo(row.path("aim").asDouble());
              }
            });
  }

  private static Iterable<JsonNode> rows(CommandRun run) {
    try {
      return new ObjectMapper().readTree(run.out()).path("rows");
    } catch (IOException e) {
      throw new AssertionError("no JSON", e);
    }
  }

  private CommandRun evaluate(String... options) {
    return evaluateIn(data, options);
  }

  private static CommandRun evaluateIn(Path folder, String... options) {
    Stream<String> first =
        Stream.of("evaluate", "emotion", "--data", folder.toString(), "--sentences", SENTENCES);
    return CommandRun.of(Stream.concat(first, Stream.of(options)).toArray(String[]::new));
  }

  private void archive(String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Path file = data.resolve("goemotions_original.tar.xz");
    try (OutputStream out = Files.newOutputStream(file);
        TarArchiveOutputStream tar =
            new TarArchiveOutputStream(new XZOutputStream(out, new LZMA2Options()))) {
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setSize(bytes.length);
      tar.putArchiveEntry(entry);
      tar.write(bytes);
      tar.closeArchiveEntry();
    }
  }
}
