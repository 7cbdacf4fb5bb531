package io.kizashi.cli.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.cli.CommandRun;
import io.kizashi.cli.RecordedStream;
import io.kizashi.cli.options.Rulebooks;
import io.kizashi.local.feed.FeedSummary;
import io.kizashi.local.feed.Speed;
import io.kizashi.terminal.ExitCode;
import io.kizashi.terminal.InputFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  @TempDir Path home = Path.of("");

  @Test
  @Timeout(180)
  void everyRecommendationOfTheStreamIsShownAndThenItEnds() throws IOException {
    scenario();
    Scenario played = Scenario.named("carts", home);
    List<String> shown = new ArrayList<>();
    List<FeedSummary> ended = new ArrayList<>();
    new Demo(played, Rulebooks.readChecked(played.rulebook()), Speed.MAX, false)
        .play(
            new Demo.Screen() {
              @Override
              public void started() {
                assertThat(shown).isEmpty();
              }

              @Override
              public void recommendation(String line, boolean retracted) {
                shown.add(line);
              }

              @Override
              public void ended(FeedSummary fed) {
                ended.add(fed);
              }
            });
    assertThat(ended).extracting(FeedSummary::records).containsExactly(204L);
    assertThat(shown).hasSameSizeAs(replayed(played)).isNotEmpty();
    assertThat(shown.get(0)).contains("cart_abandoned → cart_rescue by line  “カートに商品が残っています。”");
  }

  private List<String> replayed(Scenario played) throws IOException {
    Path out = home.resolve("out");
    CommandRun run =
        CommandRun.of(
            "replay",
            "--events",
            played.events().toString(),
            "--rules",
            played.rulebook().toString(),
            "--out",
            out.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    return Files.readAllLines(out.resolve("recommendations.jsonl"));
  }

  @Test
  void aMistypedScenarioIsAnsweredWithTheNearestOne() throws IOException {
    scenario();
    Assertions.assertThatThrownBy(() -> Scenario.named("cart", home))
        .isInstanceOf(InputFault.class)
        .hasMessage("there is no scenario 'cart'; did you mean 'carts'?");
  }

  @Test
  void theDefaultSpeedPlaysAStreamInAboutTwelveSeconds() throws IOException {
    scenario();
    // 200 touchpoints, six seconds apart: twenty minutes.
    assertThat(Scenario.named("carts", home).speed().factor()).isBetween(98.0, 102.0);
  }

  private void scenario() throws IOException {
    Path folder = Files.createDirectories(home.resolve("sample-streams").resolve("carts"));
    RecordedStream.write(folder, 200, 3);
    RecordedStream.writeRules(folder);
  }
}
