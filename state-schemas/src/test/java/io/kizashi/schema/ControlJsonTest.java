package io.kizashi.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ControlJsonTest {
  private static final RulebookDocument NEW = new RulebookDocument("r.yaml", 3, "rulebook: 小売\n");
  private static final RulebookDocument OLD = new RulebookDocument("r.yaml", 2, "rulebook: r\n");

  @Test
  void publicationsAndPausesComeBackAsTheyWere() {
    Publication all = new Publication("r", NEW, Optional.empty(), 7, "mika", "spring");
    Publication some =
        new Publication("r", NEW, Optional.of(new Publication.Rollout(10, OLD)), 8, "", "");
    assertThat(ControlJson.publication(ControlJson.encode(all), 7)).contains(all);
    assertThat(ControlJson.publication(ControlJson.encode(some), 8)).contains(some);
    Pause pause = new Pause(new Pause.Target("sell", "", "JP-13"), true, "kenji", "earthquake", 7);
    assertThat(ControlJson.pause(ControlJson.encode(pause), 7)).contains(pause);
    assertThat(pause.target().key()).isEqualTo("kind=sell,region=JP-13");
    assertThat(all.key()).isEqualTo("r/3/" + NEW.hash());
  }

  @Test
  void everyKindOfControlComesBackByItsKind() {
    Publication all = new Publication("r", NEW, Optional.empty(), 7, "mika", "spring");
    Pause pause = new Pause(new Pause.Target("sell", "", ""), false, "", "", 7);
    Thaw thaw = new Thaw(CustomerKey.guest("g-1"), "kenji", "0.2 is out", 7);
    Inquiry inquiry = new Inquiry("i-1", CustomerKey.customer("c-1"), 7);
    for (Control control : List.of(all, pause, thaw, inquiry)) {
      byte[] record = ControlJson.encode(control);
      assertThat(ControlJson.decode(control.kind(), record, 7)).contains(control);
      for (Control.Kind kind : Control.Kind.values()) {
        if (kind != control.kind()) {
          assertThat(ControlJson.decode(kind, record, 7)).as("as %s", kind).isEmpty();
        }
      }
      assertThat(Control.Kind.ofTag(control.kind().tag())).contains(control.kind());
    }
    assertThat(Control.Kind.ofTag(5)).isEmpty();
  }

  @Test
  void aRecordThatSaysItHoldsAnotherControlIsNoneWhateverElseItHolds() {
    String pause = "{\"control\":\"%s\",\"status\":\"paused\",\"channel\":\"line\"}";
    assertThat(ControlJson.pause(tagged(pause, "pause"), 7)).isPresent();
    assertThat(ControlJson.pause(tagged(pause, "publication"), 7)).isEmpty();
    assertThat(ControlJson.pause(tagged(pause, "grant"), 7)).isEmpty();
    assertThat(ControlJson.pause(tagged(pause, ""), 7)).isEmpty();
    String book = "{\"control\":\"%s\",\"rulebook\":\"r\",\"version\":1,\"text\":\"x\"}";
    assertThat(ControlJson.publication(tagged(book, "publication"), 0)).isPresent();
    assertThat(ControlJson.publication(tagged(book, "grant"), 0)).isEmpty();
  }

  private static byte[] tagged(String json, String tag) {
    return String.format(Locale.ROOT, json, tag).getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"rulebook\":\"r\",\"version\":0,\"text\":\"x\"}",
        "{\"rulebook\":\"r\",\"version\":-1,\"text\":\"x\"}",
        "{\"rulebook\":\"r\",\"version\":1e9,\"text\":\"x\"}",
        "{\"version\":1,\"text\":\"x\"}",
        "{\"rulebook\":\"r\",\"version\":1,\"text\":{\"x\":1}}",
        "{\"rulebook\":\"r\",\"version\":1,\"text\":\"x\",\"rollout\":{\"percent\":10}}",
        "{\"rulebook\":\"r\",\"version\":1,\"text\":\"x\",\"rollout\":7}",
        "{\"status\":\"paused\"}",
        "{\"status\":\"stopped\",\"kind\":\"sell\"}"
      })
  void whatIsNoControlIsNone(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(ControlJson.publication(bytes, 0)).isEmpty();
    assertThat(ControlJson.pause(bytes, 7)).isEmpty();
  }

  @Test
  void anInquiryThatNoEngineAnswersIsNone() {
    String inquiry = "{\"control\":\"inquiry\",\"id\":\"%s\",%s}";
    String customer = "\"customer\":\"c\"";
    assertThat(inquiry(inquiry.formatted("i", customer))).isPresent();
    assertThat(inquiry(inquiry.formatted("", customer))).isEmpty();
    assertThat(inquiry(inquiry.formatted("i".repeat(65), customer))).isEmpty();
    assertThat(inquiry(inquiry.formatted("i", customer + ",\"anonymous\":\"g\""))).isEmpty();
    assertThat(inquiry(inquiry.formatted("i", "\"by\":\"me\""))).isEmpty();
    assertThat(inquiry(inquiry.formatted("i", "\"customer\":\"" + "c".repeat(257) + "\"")))
        .isEmpty();
    assertThat(inquiry("{\"id\":\"i\"," + customer + "}")).isEmpty();
    assertThatThrownBy(() -> new Inquiry("", CustomerKey.customer("c"), 7))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theRecordsOfInquiriesTakeFewKeys() {
    assertThat(
            IntStream.range(0, 10_000)
                .mapToObj(i -> new Inquiry("i-" + i, CustomerKey.customer("c"), 7).key())
                .distinct())
        .hasSize(64);
  }

  private static Optional<Inquiry> inquiry(String json) {
    return ControlJson.inquiry(json.getBytes(StandardCharsets.UTF_8), 7);
  }

  @Test
  void aPauseCoversWhatItNamesAndNothingMore() {
    Pause.Target target = new Pause.Target("sell", "line", "");
    assertThat(target.covers(ActionKind.SELL, "line", "JP-13")).isTrue();
    assertThat(target.covers(ActionKind.SELL, "email", "JP-13")).isFalse();
    assertThat(target.covers(ActionKind.SERVE, "line", "JP-13")).isFalse();
    assertThatThrownBy(() -> new Pause.Target("", "", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRolloutIsAPart() {
    assertThatThrownBy(() -> new Publication.Rollout(100, OLD))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
