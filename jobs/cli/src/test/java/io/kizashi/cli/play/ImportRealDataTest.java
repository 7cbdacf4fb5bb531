package io.kizashi.cli.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.cli.play.Imports.Run;
import io.kizashi.cli.truth.RealData;
import io.kizashi.schema.Position;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.XZInputStream;

/** The shipped mappings on the whole of their data, held against a plain reading of it. */
final class ImportRealDataTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder = Path.of("");

  @Test
  void everyEventOfTheStarChatsBecomesATouchpoint() throws IOException {
    Path archive = RealData.require("star_dialogues.tar.xz");
    Map<String, Integer> expected = new TreeMap<>();
    try (TarArchiveInputStream tar = new TarArchiveInputStream(unpacked(archive))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.getName().endsWith(".json")) {
          JsonNode dialogue = JSON.readTree(tar.readAllBytes());
          String key =
              dialogue.get("DialogueID").asText() + " " + dialogue.get("CompletionLevel").asText();
          expected.merge(key, dialogue.get("Events").size(), Integer::sum);
        }
      }
    }
    // Some customers left before anyone did anything.
    expected.values().removeIf(events -> events == 0);
    Run run = run("star", archive);
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.events()).hasSizeGreaterThan(200_000).hasSize(250_598);
    Map<String, Integer> found = new TreeMap<>();
    Map<String, Integer> types = new TreeMap<>();
    for (String line : run.events()) {
      JsonNode touchpoint = JSON.readTree(line);
      String completion = touchpoint.at("/properties/completion").asText();
      found.merge(touchpoint.get("customer").asText() + " " + completion, 1, Integer::sum);
      types.merge(touchpoint.get("type").asText(), 1, Integer::sum);
    }
    assertThat(found).isEqualTo(expected);
    assertThat(types)
        .containsEntry("customer_spoke", 54_214)
        .containsEntry("agent_spoke", 46_640 + 7_283)
        .containsEntry("dialogue_completed", 5_821);
    assertSorted(run.events());
  }

  @Test
  void everyInvoiceOfOnlineRetailWithACustomerBecomesATouchpoint() throws IOException {
    Path file = RealData.require("online_retail_uci352.csv.xz");
    Map<String, BigDecimal> expected = new HashMap<>();
    int without = 0;
    CSVFormat format =
        CSVFormat.Builder.create(CSVFormat.DEFAULT).setHeader().setSkipHeaderRecord(true).get();
    try (Reader text = new InputStreamReader(unpacked(file), StandardCharsets.UTF_8)) {
      for (CSVRecord row : format.parse(text)) {
        if (row.get("CustomerID").equals("NA")) {
          without++;
          continue;
        }
        BigDecimal amount =
            new BigDecimal(row.get("Quantity")).multiply(new BigDecimal(row.get("UnitPrice")));
        String key = row.get("InvoiceNo") + " " + row.get("CustomerID");
        expected.merge(key, amount, BigDecimal::add);
      }
    }
    Run run = run("online-retail", file);
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("skipped adjustment: 3")
        .contains("skipped no_customer: 135,077");
    assertThat(without).isEqualTo(135_080);
    assertThat(run.events()).hasSize(expected.size()).hasSize(22_190);
    for (String line : run.events()) {
      JsonNode touchpoint = JSON.readTree(line);
      String id = touchpoint.get("id").asText();
      BigDecimal total = expected.get(id + " " + touchpoint.get("customer").asText());
      assertThat(touchpoint.at("/properties/total").decimalValue())
          .isCloseTo(total, org.assertj.core.data.Offset.offset(new BigDecimal("0.005")));
      assertThat(touchpoint.get("type").asText())
          .isEqualTo(id.startsWith("C") ? "order_cancelled" : "order_placed");
    }
    assertSorted(run.events());
  }

  private Run run(String mapping, Path in) throws IOException {
    Path out = folder.resolve("events.jsonl");
    return new Imports(folder)
        .run(out, "--mapping", mapping, "--in", in.toString(), "--out", out.toString());
  }

  private static InputStream unpacked(Path file) throws IOException {
    return new XZInputStream(new BufferedInputStream(Files.newInputStream(file)));
  }

  private static void assertSorted(List<String> lines) throws IOException {
    Position before = Position.FIRST;
    for (String line : lines) {
      JsonNode touchpoint = JSON.readTree(line);
      long time = Instant.parse(touchpoint.get("time").asText()).toEpochMilli();
      Position position = new Position(time, touchpoint.get("id").asText());
      assertThat(position.isAfter(before)).as(line).isTrue();
      before = position;
    }
  }
}
