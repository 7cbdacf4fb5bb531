package io.kizashi.core.eligible;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.detect.World;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.rules.QuietHours;
import io.kizashi.core.rules.QuietHours.Days;
import io.kizashi.core.rules.Rules;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.schema.Position;
import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Profile;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where nobody can tell where a customer lives, quiet hours hold wherever it may be. */
final class RestZonesTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Rules RULES = rules();

  private static Rules rules() {
    String text =
        """
        rulebook: r
        timezone: Asia/Tokyo
        moments:
          m: { kind: drop_off, pattern: [ { event: cart } ] }
        """;
    Compilation compilation = RulebookCompiler.compile(new RulebookDocument("r.yaml", 1, text));
    return ((Compilation.Compiled) compilation).rules();
  }

  /** The zones of a customer of whom these were stated, one after the other. */
  private static RestZones zones(Misses misses, Object... stated) {
    Profile profile = Profile.EMPTY;
    for (int i = 0; i < stated.length; i++) {
      profile = profile.with("timezone", stated[i], new Position(i, "p" + i));
    }
    World world = World.of(CustomerState.EMPTY.withProfile(profile), RULES, misses);
    Position at = Position.after(stated.length);
    return RestZones.at(world, at, world.zone(at));
  }

  @Test
  void aZoneThatIsReadStandsAlone() {
    assertThat(zones(new Misses()).zones()).containsExactly(TOKYO);
    assertThat(zones(new Misses(), "america/new york").zones()).containsExactly(NEW_YORK);
    assertThat(zones(new Misses(), "Nowhere/Land", "Europe/Berlin").zones())
        .containsExactly(BERLIN);
  }

  @Test
  void oneThatIsNotIsCountedAndGivesTheRulebooksAndTheLastThatWasRead() {
    for (Object unread : List.of("Nowhere/Land", 9.0, List.of("Europe/Berlin"))) {
      Misses misses = new Misses();
      RestZones rest = zones(misses, "America/New_York", "Europe/Berlin", "Mars/Base", unread);
      assertThat(rest.zones()).containsExactly(TOKYO, BERLIN);
      assertThat(rest.unread()).isEqualTo(Optional.of(unread));
      assertThat(misses.count()).isEqualTo(1);
    }
    assertThat(zones(new Misses(), "Nowhere/Land").zones()).containsExactly(TOKYO);
    assertThat(zones(new Misses(), "tokyo", "Nowhere/Land").zones()).containsExactly(TOKYO);
  }

  @Test
  void quietHoursHoldByEitherClock() {
    // From 21:00 to 08:00: in Tokyo 12:00 to 23:00 UTC, in Berlin 20:00 to 07:00.
    LocalQuietHours rest = quiet("21:00", "08:00", TOKYO, BERLIN);
    assertThat(rest.covers(time("11:59"))).isFalse();
    for (String within : List.of("12:00", "19:59", "21:00", "22:59", "23:00")) {
      assertThat(rest.covers(time(within))).as(within).isTrue();
      assertThat(rest.end(time(within))).as(within).isEqualTo(time("07:00") + 86_400_000L);
    }
    assertThat(rest.covers(time("06:59"))).isTrue();
    assertThat(rest.end(time("06:59"))).isEqualTo(time("07:00"));
    assertThat(rest.covers(time("07:00"))).isFalse();
  }

  @Test
  void whereTheyLeaveNoHourOpenTheRulebooksHold() {
    // From 19:00 to 10:00: in Tokyo 10:00 to 01:00 UTC, in New York 00:00 to 15:00.
    LocalQuietHours rest = quiet("19:00", "10:00", TOKYO, NEW_YORK);
    assertThat(rest.covers(time("09:59"))).isFalse();
    assertThat(rest.covers(time("10:00"))).isTrue();
    assertThat(rest.end(time("10:00"))).isEqualTo(time("01:00") + 86_400_000L);
  }

  private static LocalQuietHours quiet(String from, String to, ZoneId... zones) {
    QuietHours hours =
        new QuietHours(LocalTime.parse(from), LocalTime.parse(to), Days.ALL, Set.of("line"), true);
    return new LocalQuietHours(List.of(hours), List.of(zones));
  }

  /** A time of a day in winter, UTC. */
  private static long time(String clock) {
    return Rfc3339.parse("2026-01-14T" + clock + ":00Z").orElseThrow();
  }
}
