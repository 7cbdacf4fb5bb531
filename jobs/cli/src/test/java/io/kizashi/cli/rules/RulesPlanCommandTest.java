package io.kizashi.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.cli.CommandRun;
import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class RulesPlanCommandTest {
  private static final Path SAMPLES = Path.of("../../sample-streams");
  private static final String RULES =
      """
      rulebook: shop
      include: [ plan.yaml ]
      moments:
        seen: { kind: drop_off, pattern: [ { event: TYPE } ] }
      """;
  private static final String EVENTS =
      """
      {"id":"a","type":"cart_updated","customer":"c-1","time":"2026-03-01T10:01:00Z","properties":{"cartValue":5000,"items":2,"address":{"city":"札幌","zip":"060"}}}
      {"id":"b","type":"cart_updated","customer":"c-2","time":"2026-03-01T10:02:00Z","properties":{"cartValue":"100","items":1,"address":{"city":"札幌"}}}
      {"id":"c","type":"cart_updated","customer":"c-3","time":"2026-03-01T10:03:00Z","properties":{"cartValue":3,"yes":true,"お色":"赤"}}
      {"id":"d","type":"page_viewed","customer":"c-3","time":"2026-03-01T10:04:00Z"}
      {"id":"e","type":"stock_told","customer":"c-3","time":"2026-03-01T10:05:00Z","properties":{"sato@example.com":1,"left":{"sku-90210":3,"sku-90211":4}}}
      {"id":"f","type":"called_0312345678","customer":"c-3","time":"2026-03-01T10:05:00Z"}
      this is no touchpoint
      """;

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("events.jsonl"), EVENTS);
  }

  private CommandRun plan(String... more) {
    List<String> arguments = new ArrayList<>(List.of("rules", "plan"));
    arguments.addAll(List.of("--from", folder.resolve("events.jsonl").toString()));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void typesAndPropertiesAreDraftedWithoutAnyValue() {
    assertThat(plan().out())
        .isEqualTo(
            """
            # A tracking plan, drafted from events.jsonl: 6 touchpoints of 4 types.
            # needed is what each of them had. Look through it, then name this file under include: in the rulebook.
            events:
              cart_updated: # 3
                needed:
                  cartValue: number # a text in 1
                optional:
                  address: object # 2
                  address.city: text # 2
                  address.zip: text # 1
                  items: number # 2
                  'yes': truth # 1
                  'お色': text # 1
              page_viewed: {} # 1
              stock_told: # 1
                needed:
                  left: object
                # and 1 more, or named like data
              # and 1 more types, rare or named like data
            """);
  }

  @Test
  void theCommentsAreJapaneseWhereAsked() {
    assertThat(plan("--lang", "ja").out())
        .contains("cartValue: number # 文字列が1件")
        .contains("page_viewed: {} # 1件");
  }

  @Test
  void aFileThatIsThereIsNotWrittenOver() throws IOException {
    Path file = Files.writeString(folder.resolve("plan.yaml"), "mine");
    CommandRun run = plan("--out", file.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err()).contains("is there already");
    assertThat(file).hasContent("mine");
  }

  @Test
  void ofNothingNoPlanIsMade() throws IOException {
    Files.writeString(folder.resolve("events.jsonl"), "this is no touchpoint");
    CommandRun run = plan();
    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err()).contains("holds no touchpoint");
  }

  /** What is planned is what was sent, so only what is of two kinds, or left out, is found. */
  @Test
  void theStreamKeepsToItsOwnDraft() throws IOException {
    assertThat(drafted(folder.resolve("events.jsonl"), "page_viewed"))
        .containsExactly(
            "unplanned_type",
            "unplanned_kind 'cartValue' is planned as a number, and is a text in 1 of 3",
            "unplanned_property");
  }

  @TestFactory
  Stream<DynamicTest> everySampleKeepsToItsOwnDraft() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES, 2)) {
      return files.filter(it -> it.endsWith("touchpoints.jsonl")).sorted().toList().stream()
          .map(
              it ->
                  DynamicTest.dynamicTest(
                      it.toString(),
                      () ->
                          assertThat(drafted(it, "profile_updated"))
                              .allMatch(found -> found.startsWith("unplanned_kind"))));
    }
  }

  /** The codes of what a recording has otherwise than its own draft says. */
  private List<String> drafted(Path events, String type) throws IOException {
    Files.deleteIfExists(folder.resolve("plan.yaml"));
    CommandRun plan =
        CommandRun.of(
            "rules",
            "plan",
            "--from",
            events.toString(),
            "--out",
            folder.resolve("plan.yaml").toString());
    assertThat(plan.exitCode()).as(plan.err()).isEqualTo(ExitCode.DONE);
    Path rules = folder.resolve("rules.yaml");
    Files.writeString(rules, RULES.replace("TYPE", type));
    CommandRun run =
        CommandRun.of("rules", "check", rules.toString(), "--seen", events.toString(), "--json");
    assertThat(run.exitCode()).as(run.out()).isEqualTo(ExitCode.DONE);
    List<String> codes = new ArrayList<>();
    for (JsonNode it : new ObjectMapper().readTree(run.out()).at("/seen/findings")) {
      String code = it.get("code").asText();
      if (!it.get("message").asText().contains("'profile_updated'")) {
        codes.add(code.equals("unplanned_kind") ? code + " " + it.get("message").asText() : code);
      }
    }
    return codes;
  }
}
