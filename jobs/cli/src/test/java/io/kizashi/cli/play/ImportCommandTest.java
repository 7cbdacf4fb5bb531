package io.kizashi.cli.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.cli.play.Imports.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportCommandTest {
  private static final String INVOICES =
      """
      "InvoiceNo","StockCode","Description","Quantity","InvoiceDate","UnitPrice","CustomerID","Country"
      "536365","85123A","HEART",6,2011-07-01 08:26:00,2.55,17850,"United Kingdom"
      "C36366","85123A","HEART",-6,2011-07-01 08:30:00,2.55,17850,"United Kingdom"
      "536365","71053","LANTERN",6,2011-07-01 08:27:00,3.39,17850,"United Kingdom"
      "536367","71053","LANTERN",6,2011-07-01 08:27:00,3.39,NA,"United Kingdom"
      "A36368","B","Adjust bad debt",1,2011-07-01 08:27:00,-9,NA,"United Kingdom"
      "536369","71053","LANTERN",many,2011-07-01 08:27:00,3.39,17850,"United Kingdom"
      """;

  @TempDir Path folder = Path.of("");

  @Test
  void aShippedMappingGoesByItsName() throws IOException {
    Run run = shop("--mapping", "online-retail");
    assertThat(run.code()).isZero();
    assertThat(run.events())
        .containsExactly(
            "{\"id\":\"536365\",\"type\":\"order_placed\",\"time\":\"2011-07-01T07:26:00.000Z\","
                + "\"customer\":\"17850\",\"channel\":\"web\",\"properties\":{\"total\":35.64,"
                + "\"items\":12,\"lines\":2,\"country\":\"United Kingdom\"}}",
            "{\"id\":\"C36366\",\"type\":\"order_cancelled\",\"time\":\"2011-07-01T07:30:00.000Z\","
                + "\"customer\":\"17850\",\"channel\":\"web\",\"properties\":{\"total\":-15.3,"
                + "\"items\":-6,\"lines\":1,\"country\":\"United Kingdom\"}}");
  }

  @Test
  void jsonGivesTheSummaryToPrograms() throws IOException {
    Run run = shop("--mapping", "online-retail", "--json");
    JsonNode summary = new ObjectMapper().readTree(run.out());
    assertThat(summary.get("records").asInt()).isEqualTo(6);
    assertThat(summary.get("touchpoints").asInt()).isEqualTo(2);
    assertThat(summary.get("skipped")).hasToString("{\"adjustment\":1,\"no_customer\":1}");
    assertThat(summary.get("bad").asInt()).isEqualTo(1);
    assertThat(summary.at("/badRecords/0/where").asText()).isEqualTo("shop.csv:7");
    assertThat(run.err()).isEmpty();
  }

  private String plan(String text) throws IOException {
    return Files.writeString(folder.resolve("plan.yaml"), text).toString();
  }

  @Test
  void whatBreaksTheTrackingPlanIsToldAndWritten() throws IOException {
    String plan =
        plan(
            """
            events:
              order_placed: { needed: { total: text, items: number, lines: number, gift: truth } }
            """);
    Run run = shop("--mapping", "online-retail", "--plan", plan);
    assertThat(run.code()).isZero();
    assertThat(run.events()).hasSize(2);
    assertThat(run.err())
        .contains(
            "plan.yaml:1:1: warning: the tracking plan lacks type 'order_cancelled', of which 1"
                + " came",
            "plan.yaml:2:3: warning: touchpoints of type 'order_placed' have what the tracking plan"
                + " lacks: country (1) [unplanned_property]",
            "plan.yaml:2:29: warning: 'total' is planned as a text, and is a number in 1 of 1",
            "'gift' is needed by the plan, and is not there in 1 of 1 order_placed");
    Run programs = shop("--mapping", "online-retail", "--plan", plan, "--json");
    assertThat(new ObjectMapper().readTree(programs.out()).at("/plan/0/code").asText())
        .isEqualTo("unplanned_type");
  }

  @Test
  void aPlanThatCantBeReadEndsTheImportBeforeItBegins() throws IOException {
    Run none = shop("--mapping", "online-retail", "--plan", plan("moments: {}"));
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("plan.yaml:1:1: error: 'events' is missing here");
    assertThat(none.events()).isEmpty();
    Run broken = shop("--mapping", "online-retail", "--plan", plan("events: { a: { need: {} } }"));
    assertThat(broken.err()).contains("'need' means nothing in a type of the tracking plan");
  }

  @Test
  void anUnknownMappingIsToldWithTheNearestName() throws IOException {
    Run run = shop("--mapping", "online-retial");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "online-retial: there is no such file and no shipped mapping of this name;"
                + " did you mean 'online-retail'?\n");
  }

  @Test
  void anAbsentInputIsAtFault() throws IOException {
    Run run =
        new Imports(folder)
            .run(events(), "--mapping", "star", "--in", "nowhere.json", "--out", "" + events());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo("nowhere.json: there is no such file or folder; check the path\n");
  }

  @Test
  void anOutputThatCannotBeWrittenIsTheEnvironmentsFault() throws IOException {
    Path in = new Imports(folder).write("shop.csv", INVOICES);
    Path out = folder.resolve("absent/events.jsonl");
    Run run =
        new Imports(folder)
            .run(events(), "--mapping", "online-retail", "--in", "" + in, "--out", "" + out);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).startsWith("absent/events.jsonl: can't be written (");
  }

  @Test
  void missingOptionsAreWrongUsage() throws IOException {
    assertThat(new Imports(folder).run(events(), "--mapping", "star").code()).isEqualTo(2);
    Path in = new Imports(folder).write("shop.csv", INVOICES);
    Run same =
        new Imports(folder)
            .run(events(), "--mapping", "online-retail", "--in", "" + in, "--out", "" + in);
    assertThat(same.code()).isEqualTo(2);
    assertThat(Files.readString(in)).isEqualTo(INVOICES);
  }

  @Test
  void aFailedImportLeavesAnOlderOutputAlone() throws IOException {
    Files.writeString(events(), "older\n");
    Run run = new Imports(folder).text("mapping: broken", "shop.csv", INVOICES);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.events()).containsExactly("older");
  }

  private Path events() {
    return folder.resolve("events.jsonl");
  }

  private Run shop(String... arguments) throws IOException {
    Path in = new Imports(folder).write("shop.csv", INVOICES);
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 4);
    all[arguments.length] = "--in";
    all[arguments.length + 1] = in.toString();
    all[arguments.length + 2] = "--out";
    all[arguments.length + 3] = events().toString();
    return new Imports(folder).run(events(), all);
  }
}
