package io.kizashi.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZonesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "America/New_York|America/New_York",
        "America/new_york|America/New_York",
        " AMERICA/NEW YORK |America/New_York",
        "Ａｓｉａ／Ｔｏｋｙｏ|Asia/Tokyo",
        "asia tokyo|Asia/Tokyo",
        "Eastern Standard Time|America/New_York",
        "eastern standard time|America/New_York",
        "Tokyo Standard Time|Asia/Tokyo",
        "W. Europe Standard Time|Europe/Berlin",
        "GMT Standard Time|Europe/London",
        "Eastern Time (US & Canada)|America/New_York",
        "(GMT-05:00) Eastern Time (US & Canada)|America/New_York",
        "(UTC+09:00) Osaka|Asia/Tokyo",
        "Osaka|Asia/Tokyo",
        "JST|Asia/Tokyo",
        "jst|Asia/Tokyo",
        "EST|America/New_York",
        "PST|America/Los_Angeles",
        "日本標準時|Asia/Tokyo",
        "utc|UTC",
        "gmt+9|GMT+09:00",
        "+09:00|+09:00",
        "＋09:00|+09:00",
        "-05:00|-05:00",
        "GMT-5|GMT-05:00",
        "Etc/GMT+5|Etc/GMT+5"
      })
  void aZoneIsUnderstoodInTheSpellingsOfOthers(String text, String id) {
    assertThat(Zones.read(text)).contains(ZoneId.of(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Nowhere/Land", "soon", "12", "New", "Standard Time", "UTC+25"})
  void whatNamesNoZoneIsNone(String text) {
    assertThat(Zones.read(text)).isEmpty();
  }
}
