package io.kizashi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.pipeline.StateRelease.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What state names: uids and the names of states and timers, which only a restore proves; classes.
 */
class StateNamesTest {
  static Stream<Arguments> states() throws IOException {
    return StateRelease.all().stream()
        .flatMap(release -> Stream.of(Kind.values()).map(kind -> Arguments.of(release, kind)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("states")
  void everyClassThatIsNamedInStateIsThereUnderThatName(StateRelease release, Kind kind)
      throws IOException {
    Set<String> named = SavedState.at(SavedState.of(release.state(kind))).classes();
    assertThat(named)
        .contains(
            "io.kizashi.flink.CustomerStateSerializerSnapshot",
            "io.kizashi.flink.MemorySerializerSnapshot");
    assertThat(named.stream().filter(StateNamesTest::isMissing))
        .as("classes that state of release %s can't be read without", release)
        .isEmpty();
  }

  private static boolean isMissing(String name) {
    try {
      Class<?> unused = Class.forName(name, false, StateNamesTest.class.getClassLoader());
      return false;
    } catch (ClassNotFoundException e) {
      return true;
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("states")
  void aReleaseNamesTheSameStatesInASavepointAndInACheckpoint(StateRelease release, Kind kind)
      throws IOException {
    List<String> states = SavedState.at(SavedState.of(release.state(kind))).states();
    assertThat(states).isEqualTo(Files.readAllLines(release.states()));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("states")
  void theStateHoldsEveryKindOfWhatIsRememberedOfControls(StateRelease release, Kind kind)
      throws IOException {
    assertThat(SavedState.at(SavedState.of(release.state(kind))).memories())
        .containsExactly(1, 2, 3, 4, 5, 6);
  }
}
