package io.kizashi.schema.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Actor;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfileTest {
  @Test
  void theNewestWordOnAPropertyStandsWhateverTheOrderOfArrival() {
    Touchpoint old = said("e-1", 1, Map.of("language", "ja", "family", "佐藤"));
    Touchpoint young = said("e-2", 2, Map.of("language", "en"));
    Profile forth = Profile.EMPTY.with(old).with(young);
    assertThat(forth).isEqualTo(Profile.EMPTY.with(young).with(old));
    assertThat(forth.text("language")).hasValue("en");
    assertThat(forth.text("family")).hasValue("佐藤");
  }

  @Test
  void aPropertyThatIsNoTextOrUnknownHasNoText() {
    Profile profile = Profile.EMPTY.with(said("e-1", 1, Map.of("age", 40.0)));
    assertThat(profile.text("age")).isEmpty();
    assertThat(profile.text("name")).isEmpty();
  }

  @Test
  void namesBeyondTheBoundAreCutAndKnownOnesStillChange() {
    Map<String, Object> many =
        IntStream.range(0, Bounds.PROFILE_PROPERTIES)
            .boxed()
            .collect(Collectors.toMap(i -> "p" + i, i -> (Object) "old"));
    Profile profile =
        Profile.EMPTY
            .with(said("e-1", 1, many))
            .with(said("e-2", 2, Map.of("x", "y", "p0", "new")));
    assertThat(profile.entries()).hasSize(Bounds.PROFILE_PROPERTIES).doesNotContainKey("x");
    assertThat(profile.text("p0")).hasValue("new");
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
