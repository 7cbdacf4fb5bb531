package io.kizashi.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChannelLimitsTest {
  @ParameterizedTest
  @CsvSource({
    "sms, text, 660",
    "line, text, 5000",
    "push, title, 50",
    "push, text, 178",
    "email, subject, 78",
    "email, body, 16384",
    "email, html, 16384",
    "chat, text, 2000",
    "web, text, 2000",
    "app, subject, 2000",
    "pigeon, text, 4096"
  })
  void everyChannelHasABound(String channel, String part, int most) {
    assertThat(ChannelLimits.most(channel, part)).isEqualTo(most);
  }
}
