package io.kizashi.schema.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Actor;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Position;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfileTest {
  private static final Position NOW = Position.after(10);
  private static final Set<String> NOBODY = Set.of();

  @Test
  void theNewestWordOnAPropertyStandsWhateverTheOrderOfArrival() {
    Touchpoint old = said("e-1", 1, Map.of("language", "ja", "family", "佐藤"));
    Touchpoint young = said("e-2", 2, Map.of("language", "en"));
    Profile forth = Profile.EMPTY.with(old, NOBODY).with(young, NOBODY);
    assertThat(forth).isEqualTo(Profile.EMPTY.with(young, NOBODY).with(old, NOBODY));
    assertThat(forth.text("language", NOW)).hasValue("en");
    assertThat(forth.text("family", NOW)).hasValue("佐藤");
  }

  @Test
  void whatWasSaidLaterIsNotKnownBefore() {
    Touchpoint old = said("e-1", 1, Map.of("language", "ja"));
    Touchpoint young = said("e-2", 2, Map.of("language", "en"));
    Profile profile = Profile.EMPTY.with(young, NOBODY).with(old, NOBODY);
    assertThat(profile.text("language", Position.after(1))).hasValue("ja");
    assertThat(profile.text("language", young.position())).hasValue("en");
    assertThat(profile.text("language", Position.after(0))).isEmpty();
  }

  @Test
  void ofATimeBeforeAllThatIsKeptTheOldestValueStands() {
    Profile profile = Profile.EMPTY;
    for (int i = 1; i <= 2 * Bounds.PROFILE_VALUES; i++) {
      profile = profile.with(said("e-" + i, i, Map.of("language", "l" + i)), NOBODY);
    }
    assertThat(profile.entries().get("language")).hasSize(Bounds.PROFILE_VALUES);
    assertThat(profile.text("language", Position.after(1)))
        .hasValue("l" + (Bounds.PROFILE_VALUES + 1));
  }

  @Test
  void aPropertyThatIsNoTextOrUnknownHasNoText() {
    Profile profile = Profile.EMPTY.with(said("e-1", 1, Map.of("age", 40.0)), NOBODY);
    assertThat(profile.text("age", NOW)).isEmpty();
    assertThat(profile.text("name", NOW)).isEmpty();
  }

  @Test
  void noPropertyGrantsConsentAndNoneLeavesItNoRoom() {
    Profile profile = Profile.EMPTY.with(said("e-1", 1, Map.of("consent/ad/line", true)), NOBODY);
    assertThat(profile).isEqualTo(Profile.EMPTY);
    for (int i = 0; i < Bounds.PROFILE_PROPERTIES; i++) {
      profile = profile.with(said("e-" + i, i, Map.of("name" + i, "x")), NOBODY);
    }
    profile = profile.with(Profile.CONSENT + "ad/line", false, Position.after(5));
    assertThat(profile.value("consent/ad/line", NOW)).hasValue(false);
  }

  @Test
  void namesBeyondTheBoundAreCutAndKnownOnesStillChange() {
    Map<String, Object> many =
        IntStream.range(0, Bounds.PROFILE_PROPERTIES)
            .boxed()
            .collect(Collectors.toMap(i -> "p" + i, i -> (Object) "old"));
    Profile profile =
        Profile.EMPTY
            .with(said("e-1", 1, many), NOBODY)
            .with(said("e-2", 2, Map.of("x", "y", "p0", "new")), NOBODY);
    assertThat(profile.entries()).hasSize(Bounds.PROFILE_PROPERTIES).doesNotContainKey("x");
    assertThat(profile.text("p0", NOW)).hasValue("new");
  }

  private static Touchpoint said(String id, long time, Map<String, Object> properties) {
    return new Touchpoint(
        id,
        Profile.TYPE,
        time,
        CustomerKey.customer("c"),
        Actor.CUSTOMER,
        Setting.NONE,
        Optional.empty(),
        "",
        properties,
        time);
  }
}
