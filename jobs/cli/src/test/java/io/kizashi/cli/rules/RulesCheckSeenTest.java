package io.kizashi.cli.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.cli.CommandRun;
import io.kizashi.local.kafka.EmbeddedKafka;
import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesCheckSeenTest {
  private static final String RULES =
      """
      rulebook: shop
      signals:
        value: { latest: 'event.properties.cartValue', where: 'event.type == "cart_updated"' }
        bad:   { count: 'event.type == "survey_answered" && event.properties.question == "nps" && event.properties.score <= 3', within: 7d }
      moments:
        left:
          kind: drop_off
          pattern:
            - { event: cart_updated, where: 'event.properties.cartValue >= 3000 && event.channel in ["web", "app"]', as: cart }
            - { absence: order_placed, for: 30m, where: 'event.properties.address.city == "札幌"' }
          when: 'signals.value >= 3000.0 && cart.properties.items > 1 && customer.tier == "gold"'
      actions:
        remind:
          kind: serve
          answers: [left]
          channels: [line]
          expires: 1h
          content: { line: { ja: '{{cart.properties.items}}点あります。' } }
      """;
  private static final String EVENTS =
      """
      {"id":"p","type":"profile_updated","customer":"c-1","time":"2026-03-01T10:00:00Z","properties":{"tier":"gold"}}
      {"id":"a","type":"cart_updated","customer":"c-1","time":"2026-03-01T10:01:00Z","channel":"web","properties":{"cartValue":5000,"items":2}}
      {"id":"b","type":"cart_updated","customer":"c-2","time":"2026-03-01T10:02:00Z","channel":"app","properties":{"cartValue":100,"items":1}}
      {"id":"c","type":"order_placed","customer":"c-3","time":"2026-03-01T10:03:00Z","properties":{"total":3,"address":{"city":"札幌"}}}
      {"id":"d","type":"survey_answered","customer":"c-3","time":"2026-03-01T10:04:00Z","properties":{"question":"nps","score":2}}
      {"id":"e","type":"survey_answered","customer":"c-3","time":"2026-03-01T10:05:00Z","properties":{"question":"free","score":"good"}}
      """;

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("rules.yaml"), RULES);
    Files.writeString(folder.resolve("events.jsonl"), EVENTS);
  }

  private CommandRun check(String... more) {
    List<String> arguments = new ArrayList<>(List.of("rules", "check"));
    arguments.add(folder.resolve("rules.yaml").toString());
    arguments.addAll(List.of("--seen", folder.resolve("events.jsonl").toString()));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private JsonNode seen() throws IOException {
    CommandRun run = check("--json");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    return new ObjectMapper().readTree(run.out()).get("seen");
  }

  private void replace(String file, String was, String now) throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(was);
    Files.writeString(folder.resolve(file), text.replace(was, now));
  }

  @Test
  void whatIsSentIsNotFoundFaultWith() throws IOException {
    assertThat(seen().get("findings")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // a type: a letter that is missing, a word that is cut
        "{ event: cart_updated,|{ event: cart_updatd,|unseen_type|cart_updated",
        "absence: order_placed|absence: order_place|unseen_type|order_placed",
        "\"cart_updated\"|\"cartUpdated\"|unseen_type|cart_updated",
        // a property: case, dash, letters swapped, one within an object, one of the profile, in
        // words
        "latest: 'event.properties.cartValue|latest:"
            + " 'event.properties.cartvalue|unseen_property|cartValue",
        "latest: 'event.properties.cartValue|latest:"
            + " 'event.properties.cart_value|unseen_property|cartValue",
        "event.properties.question|event.properties.quesiton|unseen_property|question",
        "address.city|address.citty|unseen_property|city",
        "customer.tier|customer.teir|unseen_property|tier",
        "{{cart.properties.items|{{cart.properties.item|unseen_property|items",
        // a value: a slip, case, width
        "== \"gold\"|== \"Gold\"|unseen_value|gold",
        "== \"gold\"|== \"ｇｏｌｄ\"|unseen_value|gold",
        "\"nps\"|\"NPS\"|unseen_value|nps",
        "[\"web\",|[\"webb\",|unseen_value|''",
        // a kind
        "cart.properties.items > 1|cart.properties.items > \"1\"|other_kind|''",
      })
  void aSlipOfTheRulebookIsFoundWhereItStands(String was, String now, String code, String meant)
      throws IOException {
    replace("rules.yaml", was, now);
    JsonNode findings = seen().get("findings");
    assertThat(findings).as(findings.toPrettyString()).hasSize(1);
    JsonNode finding = findings.get(0);
    assertThat(finding.get("code").asText()).isEqualTo(code);
    String line =
        Files.readAllLines(folder.resolve("rules.yaml")).get(finding.get("line").asInt() - 1);
    assertThat(now).contains(line.substring(finding.get("column").asInt() - 1).split("\\W", 2)[0]);
    assertThat(finding.at("/fix/with").asText()).isEqualTo(meant);
  }

  @Test
  void aNumberThatIsSentAsTextIsCounted() throws IOException {
    replace("events.jsonl", "\"cartValue\":100", "\"cartValue\":\"100\"");
    JsonNode seen = seen();
    JsonNode finding = seen.at("/findings/0");
    assertThat(finding.get("code").asText()).isEqualTo("other_kind");
    assertThat(finding.get("message").asText())
        .isEqualTo(
            "'cartValue' is asked for as a number, and is a text in 1 of 2, such as \"100\"");
    assertThat(asked(seen, "moments.left.where")).isEqualTo("asked 2, unread 1, held 1");
  }

  @Test
  void whatANarrowerQuestionDoesNotAskForIsNoOtherKind() throws IOException {
    assertThat(asked(seen(), "signals.bad.count")).isEqualTo("asked 2, unread 0, held 1");
    replace("rules.yaml", "event.properties.question == \"nps\" && ", "");
    assertThat(seen().at("/findings/0/code").asText()).isEqualTo("other_kind");
  }

  private static String asked(JsonNode seen, String place) {
    for (JsonNode one : seen.get("asked")) {
      if (one.get("place").asText().equals(place)) {
        return "asked %s, unread %s, held %s"
            .formatted(one.get("asked"), one.get("unread"), one.get("held"));
      }
    }
    return "not asked";
  }

  @Test
  void aThingThatIsNotSentGetsNoNameOfAnother() throws IOException {
    replace(
        "rules.yaml",
        "absence: order_placed, for: 30m, where: 'event.properties.address.city == \"札幌\"'",
        "absence: chat_started, for: 30m");
    replace("events.jsonl", "order_placed", "call_started");
    CommandRun run = check();
    assertThat(run.err())
        .contains("no touchpoint is of type 'chat_started' (of 6) [unseen_type]")
        .doesNotContain("did you mean");
  }

  @Test
  void itIsToldInJapaneseToo() throws IOException {
    replace("rules.yaml", "== \"gold\"", "== \"Gold\"");
    assertThat(check("--lang", "ja").err()).contains("「tier」が「Gold」であることはない（全1件）。表記は「gold」（1件）");
  }

  private static final String PLAN =
      """
      events:
        cart_updated: { needed: { cartValue: number, items: number } }
        order_placed: { needed: { total: number, address.city: text } }
        survey_answered: { needed: { question: text, score: any } }
        page_viewed: {}
      """;

  private List<String> broken(String was, String now) throws IOException {
    Files.writeString(folder.resolve("rules.yaml"), RULES + PLAN);
    replace("events.jsonl", was, now);
    CommandRun run = check();
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    return run.err().lines().filter(it -> it.contains("warning: ")).toList();
  }

  @Test
  void aStreamIsHeldToTheTrackingPlan() throws IOException {
    String plan = folder.resolve("rules.yaml") + ":";
    String unseen =
        plan
            + "23:3: warning: no touchpoint is of the planned type 'page_viewed' (of 6)"
            + " [unseen_type]";
    assertThat(broken("\"items\":1", "\"items\":1")).containsExactly(unseen);
    assertThat(broken("\"items\":1", "\"itmes\":1,\"box\":{\"a\":1}"))
        .containsExactly(
            plan
                + "20:3: warning: touchpoints of type 'cart_updated' have what the tracking plan"
                + " lacks: box (1), itmes (1) [unplanned_property]",
            plan
                + "20:48: warning: 'items' is needed by the plan, and is not there in 1 of 2"
                + " cart_updated [missing_property]",
            unseen);
    assertThat(broken("\"total\":3", "\"total\":\"3\""))
        .contains(
            plan
                + "21:29: warning: 'total' is planned as a number, and is a text in 1 of 1"
                + " [unplanned_kind]");
  }

  /** More names than are told apart: what is needed may be there, so nobody is accused of it. */
  @Test
  void whatIsNotToldApartIsNotCalledMissing() throws IOException {
    StringBuilder events = new StringBuilder();
    for (int touchpoint = 0; touchpoint < 20; touchpoint++) {
      int first = touchpoint * 60;
      String names =
          IntStream.range(first, first + 60)
              .mapToObj("\"p%d\":1"::formatted)
              .collect(Collectors.joining(","));
      events.append(
          "{\"id\":\"%d\",\"type\":\"cart_updated\",\"customer\":\"c\",\"time\":%d,\"properties\":{%s%s}}\n"
              .formatted(
                  touchpoint,
                  1_772_359_200_000L + touchpoint,
                  names,
                  touchpoint == 19 ? ",\"items\":1,\"cartValue\":1" : ""));
    }
    Files.writeString(folder.resolve("events.jsonl"), events);
    assertThat(broken("\"items\":1", "\"items\":1"))
        .anyMatch(it -> it.contains("p10 (1)") && it.contains(" and 990 more"))
        .noneMatch(it -> it.contains("missing_property"));
  }

  @Test
  void aTypeThatIsNotPlannedIsTold() throws IOException {
    String more =
        """
        {"id":"x","type":"orders_placed","customer":"c-1","time":"2026-03-01T10:00:00Z"}
        {"id":"y","type":"task_taken","customer":"c-1","time":"2026-03-01T10:00:00Z","properties":{"by":"x"}}
        {"id":"p",\
        """;
    assertThat(broken("{\"id\":\"p\",", more))
        .contains(
            folder.resolve("rules.yaml")
                + ":19:1: warning: the tracking plan lacks type 'orders_placed', of which 1 came"
                + " [unplanned_type]")
        .noneMatch(it -> it.contains("task_taken"));
  }

  /** What a running engine's sources have sent says the same as a recording of it. */
  @Test
  void aTopicIsHeldToItAsARecordingIs() throws IOException {
    replace("rules.yaml", "== \"gold\"", "== \"Gold\"");
    JsonNode recorded = seen();
    try (EmbeddedKafka kafka = EmbeddedKafka.startWithTopics()) {
      Installation shop = new Installation(kafka.bootstrap(), "");
      EVENTS.lines().forEach(it -> shop.write("touchpoints", "c-1", it.getBytes(UTF_8)));
      shop.write("touchpoints", "c-1", "no touchpoint".getBytes(UTF_8));
      String rules = folder.resolve("rules.yaml").toString();
      CommandRun run = shop.run("rules", "check", rules, "--json");
      assertThat(new ObjectMapper().readTree(run.out()).get("seen")).isEqualTo(recorded);
      assertThat(shop.run("rules", "plan").out())
          .startsWith("# A tracking plan, drafted from touchpoints: 6 touchpoints of 4 types.\n");
      CommandRun both = shop.run("rules", "check", rules, "--seen", rules);
      assertThat(both.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(both.err()).contains("either --seen or --bootstrap");
    }
  }
}
