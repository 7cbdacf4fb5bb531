package io.kizashi.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.cli.CommandRun;
import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesPreviewCommandTest {
  private static final String RULES =
      """
      rulebook: shop
      moments:
        left: { kind: drop_off, pattern: [ { event: cart, as: cart } ] }
      actions:
        remind:
          kind: serve
          answers: [left]
          when: 'cart.properties.total > 5'
          channels: [line]
          expires: 1h
          content: { line: { ja: '{{address}}、{{cart.properties.item}}が残っています。{{customer.city | or: お近く}}のお店でも。' } }
      policies:
        address: { ja: { name: family, honorific: 様, fallback: お客様 } }
      """;
  private static final String EVENTS =
      """
      {"id":"p","type":"profile_updated","customer":"c-yamada","time":"2026-03-01T10:00:00Z","properties":{"familyName":"山田","city":"札幌"}}
      {"id":"a","type":"cart","customer":"c-yamada","time":"2026-03-01T10:01:00Z","properties":{"item":"<b>靴</b>","total":10}}
      {"id":"b","type":"cart","customer":"c-mori","time":"2026-03-01T10:02:00Z","properties":{"item":"帽子","total":10}}
      {"id":"c","type":"cart","customer":"c-ito","time":"2026-03-01T10:03:00Z","properties":{"item":"帯","total":3}}
      """;

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("rules.yaml"), RULES);
    Files.writeString(folder.resolve("events.jsonl"), EVENTS);
  }

  private CommandRun preview(String... more) {
    List<String> arguments = new ArrayList<>(List.of("rules", "preview"));
    arguments.add(folder.resolve("rules.yaml").toString());
    arguments.add("--events=" + folder.resolve("events.jsonl"));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void wordsAreShownAsCustomersWouldGetThemAndWhyOthersGetNone() {
    CommandRun run = preview();
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .isEqualTo(
            """
            touchpoints: 4, customers: 3
            Personal data is masked
            remind (help), to the customer
              by LINE, customers: 2
                Customer 1, Sun 1 Mar, 10:01  [longest]
                  山＊様、<b>靴</b>が残っています。札＊のお店でも。
                Customer 2, Sun 1 Mar, 10:02  [shortest]
                  お客様、帽子が残っています。お＊のお店でも。
              customers who would get none: 1
                1× this condition is not met: the total of "cart" is more than 5
            """);
  }

  @Test
  void personalDataIsShownToWhoAsksForIt() {
    assertThat(preview("--show-personal").out())
        .contains("c-yamada, Sun 1 Mar, 10:01")
        .contains("山田様、<b>靴</b>が残っています。札幌のお店でも。")
        .doesNotContain("＊")
        .doesNotContain("masked");
  }

  @Test
  void aPageNeedsNothingBesideItAndEscapesWhatSourcesSay() {
    CommandRun run = preview("--format=html", "--lang=ja");
    assertThat(run.out())
        .startsWith("<!doctype html>\n<html lang=\"ja\">")
        .contains("default-src 'none'; style-src 'sha256-")
        .contains("<div class=\"phone line\">")
        .contains("山＊様、&lt;b&gt;靴&lt;/b&gt;が残っています。")
        .contains("個人情報は伏せている")
        .doesNotContain("<b>")
        .doesNotContain("<script")
        .doesNotContain("style=")
        .doesNotContain("山田")
        .doesNotContain("c-yamada")
        .endsWith("</html>\n");
  }

  @Test
  void oneCustomerOrOneChannelCanBeAskedFor() {
    assertThat(preview("--customer=c-mori", "--show-personal").out())
        .contains("c-mori")
        .doesNotContain("c-yamada");
    assertThat(preview("--channel=email").out())
        .contains("Nobody would get anything")
        .doesNotContain("靴");
  }
}
