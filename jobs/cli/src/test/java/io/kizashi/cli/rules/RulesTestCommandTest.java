package io.kizashi.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.cli.CommandRun;
import io.kizashi.cli.RecordedStream;
import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class RulesTestCommandTest {
  private static final Path SAMPLES = Path.of("../../sample-streams");
  private static final String CART =
      "given: [ { at: '10:00', type: cart_updated, properties: { cartValue: 50 } } ]";

  private static final String SENT =
      """
      rulebook: sent
      timezone: Asia/Tokyo
      moments:
        cart_left:
          kind: drop_off
          pattern: [ { event: cart_updated, as: cart }, { absence: order_placed, for: 30m } ]
        shouted: { kind: drop_off, pattern: [ { event: complaint_opened } ] }
      actions:
        remind:
          kind: sell
          answers: [cart_left]
          channels: [line]
          expires: 12h
          content: { line: { ja: '{{cart.properties.value}}円分' } }
        call:
          kind: recover
          to: supervisor
          answers: [shouted]
          channels: [desk]
          expires: 12h
          content: { desk: { ja: 'お電話を' } }
      owners: { supervisor: care-leads@shop, fallback: desk@shop }
      policies: { quiet-hours: { channels: [line], from: '21:00', to: '08:00', then: hold } }
      tests:
        - name: held until the morning
          given: [ { at: '20:45', type: cart_updated, properties: { value: 3000 } } ]
          until: '2026-03-03T08:00'
          expect: [ { moment: cart_left, action: remind, channel: line, send: '2026-03-03T08:00', words: ['3000円'] } ]
        - { name: a task for the supervisor, given: [ { at: '20:45', type: complaint_opened } ], until: '20:50', expect: [ { moment: shouted, assignee: care-leads@shop, send: '20:45' } ] }
        - name: each is another
          given: [ { at: '12:00', type: cart_updated, properties: { value: 3000 } }, { at: '12:45', type: complaint_opened } ]
          until: '12:50'
          expect: [ { moment: shouted, action: call, assignee: somebody }, { moment: cart_left, channel: line, send: '12:31', words: ['40'] } ]
      """;

  @TempDir Path folder = Path.of("");

  private Path rules(String tests) throws IOException {
    String text = RecordedStream.EVERY_CART + "timezone: Asia/Tokyo\n" + tests;
    return Files.writeString(folder.resolve("rules.yaml"), text);
  }

  private Path failing() throws IOException {
    return rules(
        """
        tests:
          - { name: a cart is rescued, %s, until: '10:05', expect: [ { moment: cart_abandoned, action: cart_rescue } ] }
          - { name: nothing happens, %s, until: '10:05', expect: [] }
          - { name: it comes later, %s, until: '10:10', expect: [ { moment: cart_abandoned, at: '10:06' } ] }
          - { name: it comes at all, %s, until: '10:04', expect: [ { moment: cart_abandoned } ] }
        """
            .formatted(CART, CART, CART, CART));
  }

  @Test
  void resultsAreToldInJapaneseWhereAsked() throws IOException {
    String file = failing().toString();
    CommandRun run = CommandRun.of("rules", "test", "--lang", "ja", file);
    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(run.out())
        .contains("成功  a cart is rescued\n", "失敗  nothing happens（" + file)
        .contains("          期待: なし\n", "          結果: cart_abandoned、施策 cart_rescue、10:05\n")
        .contains("テスト: 4件、失敗: ")
        .doesNotContain("expected", "happened", "action");
  }

  @Test
  void aTestThatFailsSaysWhyItsActionWasNotChosen() throws IOException {
    Path rules =
        rules(
            """
            policies: { consent: { ad: [line] } }
            tests:
              - { name: a cart is rescued, %s, until: '10:05', expect: [ { moment: cart_abandoned, action: cart_rescue } ] }
            """
                .formatted(CART));
    CommandRun run = CommandRun.of("rules", "test", rules.toString());
    assertThat(run.out())
        .contains("          cart_rescue was not chosen: there is no consent to advertising");
    JsonNode test =
        new ObjectMapper()
            .readTree(CommandRun.of("rules", "test", rules.toString(), "--json").out())
            .at("/tests/0/lost/0");
    assertThat(test.path("reason").asText()).isEqualTo("no_consent");
  }

  @Test
  void itSaysThatRolloutsTakeEveryCustomerOfATest() throws IOException {
    String tests =
        """
        tests:
          - { name: a cart is rescued, %s, until: '10:05', expect: [ { moment: cart_abandoned } ] }
        """
            .formatted(CART);
    Path rules = rules(tests);
    String said = "every rollout takes the customers of tests";
    assertThat(CommandRun.of("rules", "test", rules.toString()).out()).doesNotContain(said);
    String text = Files.readString(rules);
    assertThat(text).contains("kind: drop_off");
    Files.writeString(
        rules, text.replaceFirst("kind: drop_off", "rollout: 1%\n    kind: drop_off"));
    CommandRun run = CommandRun.of("rules", "test", rules.toString());
    assertThat(run.out()).as(run.err()).contains("ok      a cart is rescued", said);
  }

  @Test
  void testsExpectChannelWordsSendingAndAssignee() throws IOException {
    Path rules = Files.writeString(folder.resolve("sent.yaml"), SENT);
    CommandRun run = CommandRun.of("rules", "test", rules.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            ok      held until the morning
            ok      a task for the supervisor
            FAILED  each is another (FILE:30)
                      expected: shouted, action call, assigned to somebody
                      expected: cart_left, via line, sent at 12:31, saying "40"
                      happened: cart_left, action remind, at 12:30, via line, sent at 12:30, saying "3000円分"
                      happened: shouted, action call, at 12:45, via desk, sent at 12:45, saying "お電話を", assigned to care-leads@shop
            tests: 3, failed: 1
            """
                .replace("FILE", rules.toString()));
    assertThat(CommandRun.of("rules", "test", rules.toString(), "--lang", "ja").out())
        .contains("期待: cart_left、チャネル line、送信 12:31、文面「40」\n")
        .contains("結果: shouted、施策 call、12:45、チャネル desk、送信 12:45、文面「お電話を」、担当 care-leads@shop\n");
    JsonNode test =
        new ObjectMapper()
            .readTree(CommandRun.of("rules", "test", rules.toString(), "--json").out())
            .at("/tests/2");
    assertThat(test.at("/missing/1/send").asText()).isEqualTo("12:31");
    assertThat(test.at("/missing/1/words/0").asText()).isEqualTo("40");
    assertThat(test.at("/unexpected/1/assignee").asText()).isEqualTo("care-leads@shop");
    assertThat(test.at("/unexpected/0/channel").asText()).isEqualTo("line");
  }

  @Test
  void everyTestIsToldWithWhatHappenedInstead() throws IOException {
    Path rules = failing();
    CommandRun run = CommandRun.of("rules", "test", rules.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            ok      a cart is rescued
            FAILED  nothing happens (FILE:21)
                      expected: nothing
                      happened: cart_abandoned, action cart_rescue, at 10:05
            FAILED  it comes later (FILE:22)
                      expected: cart_abandoned, at 10:06
                      happened: cart_abandoned, action cart_rescue, at 10:05
            FAILED  it comes at all (FILE:23)
                      expected: cart_abandoned
                      happened: nothing instead
            tests: 4, failed: 3
            """
                .replace("FILE", rules.toString()));
  }

  @Test
  void programsGetTheResultsAsJson() throws IOException {
    CommandRun run = CommandRun.of("rules", "test", "--json", failing().toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.path("ok").asBoolean(true)).isFalse();
    assertThat(json.path("tests")).hasSize(4);
    assertThat(json.at("/tests/0/ok").asBoolean()).isTrue();
    assertThat(json.at("/tests/1/line").asInt()).isEqualTo(21);
    assertThat(json.at("/tests/1/unexpected/0/action").asText()).isEqualTo("cart_rescue");
    assertThat(json.at("/tests/2/missing/0/at").asText()).isEqualTo("10:06");
    assertThat(json.at("/tests/2/missing/0/action").isMissingNode()).isTrue();
  }

  @Test
  void aRulebookWithoutTestsSaysSo() throws IOException {
    Path rules = rules("");
    assertThat(CommandRun.of("rules", "test", rules.toString()))
        .isEqualTo(new CommandRun(0, rules + ": rulebook 'test' has no tests\n", ""));
  }

  @Test
  void aRulebookThatDoesNotCompileIsNotTested() throws IOException {
    Path rules = rules("tests: [ { name: a, givn: [] } ]\n");
    CommandRun run = CommandRun.of("rules", "test", rules.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(":19:21: error: 'givn' means nothing in a test [unknown_key]");
    JsonNode json =
        new ObjectMapper()
            .readTree(CommandRun.of("rules", "test", "--json", rules.toString()).out());
    assertThat(json.path("ok").asBoolean(true)).isFalse();
    assertThat(json.path("problems")).isNotEmpty();
  }

  @Test
  void checkingDoesNotRunTheTests() throws IOException {
    assertThat(CommandRun.of("rules", "check", failing().toString()).exitCode())
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void whatARulebookIncludesIsReadFromBesideIt() throws IOException {
    Path main =
        Files.writeString(
            folder.resolve("main.yaml"),
            RecordedStream.RULES + "include: [ sub/tests.yaml, sub/more.yaml ]\n");
    Path sub = Files.createDirectory(folder.resolve("sub"));
    Files.writeString(
        sub.resolve("tests.yaml"),
        "tests: [ { name: t, " + CART + ", until: '10:05', expect: [ { moment: more } ] } ]");
    CommandRun missing = CommandRun.of("rules", "check", main.toString());
    assertThat(missing.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(missing.err())
        .contains(main + ":18:28: error: there is no file 'sub/more.yaml' [include]");

    Path more = sub.resolve("more.yaml");
    Files.writeString(more, "moments: { more: { kind: drop_off, pattern: [ { evnt: a } ] } }");
    assertThat(CommandRun.of("rules", "check", main.toString()).err())
        .contains(folder + "/sub/more.yaml:1:49: error: 'evnt' means nothing in an event step");

    Files.writeString(
        more, "moments: { more: { kind: drop_off, pattern: [ { event: cart_updated } ] } }");
    CommandRun run = CommandRun.of("rules", "test", main.toString());
    assertThat(run.out())
        .contains("FAILED  t (" + folder + "/sub/tests.yaml:1)")
        .contains("happened: cart_abandoned, action cart_rescue, at 10:05");

    Files.write(more, new byte[] {(byte) 0xff});
    assertThat(CommandRun.of("rules", "test", main.toString()).err())
        .isEqualTo(more + ": is not UTF-8; save it as UTF-8\n");
  }

  @TestFactory
  Stream<DynamicTest> everySampleKeepsWhatItSaysOfItself() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES, 3)) {
      List<Path> rulebooks = files.filter(it -> it.endsWith("rulebook.yaml")).sorted().toList();
      return rulebooks.stream()
          .map(
              rulebook ->
                  DynamicTest.dynamicTest(
                      rulebook.toString(),
                      () ->
                          assertThat(CommandRun.of("rules", "test", rulebook.toString()))
                              .extracting(CommandRun::exitCode, CommandRun::out)
                              .satisfies(
                                  it -> assertThat(it.get(0)).as("%s", it.get(1)).isEqualTo(0))));
    }
  }
}
