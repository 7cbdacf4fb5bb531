package io.kizashi.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How large modules and packages are, and what their doors show. */
class RoomsTest {
  private static final int FILE_P90 = 180;

  private static final int FILES = 25;
  private static final int SHOWN = 5;

  private static final SourceTree TREE = SourceTree.read();

  static List<Room> rooms() {
    return Room.of(TREE);
  }

  static Stream<Map.Entry<String, List<SourceFile>>> modules() {
    return rooms().stream()
        .flatMap(room -> room.files().stream().map(file -> Map.entry(room.module(), file)))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                TreeMap::new,
                Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
        .entrySet()
        .stream();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aDescriptionNamesWhatItsPackageShows(Room room) {
    assertThat(room.door())
        .as("%s: write <p>Door: {@link A}, {@link B}. into its package-info", room)
        .isEqualTo(room.shown());
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aPackageShowsFewTypesOrSaysWhyNot(Room room) {
    assertThat(room.shown())
        .as("%s: show fewer, or say <p>More public types than five: … why", room)
        .hasSizeLessThanOrEqualTo(
            room.explains("More public types than five") ? Integer.MAX_VALUE : SHOWN);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aPackageHoldsFewFilesOrSaysWhyNot(Room room) {
    assertThat(room.files())
        .as("%s: split it, or say <p>More files than twenty-five: … why", room)
        .hasSizeLessThanOrEqualTo(
            room.explains("More files than twenty-five") ? Integer.MAX_VALUE : FILES);
  }

  @Test
  void mostFilesOfEveryModuleAreShort() {
    assertThat(modules())
        .allSatisfy(
            module ->
                assertThat(percentile90(module.getValue().stream().map(f -> f.lines().size())))
                    .as("%s: 90th percentile of lines a file", module.getKey())
                    .isLessThanOrEqualTo(FILE_P90));
  }

  @Test
  void noNameStandsForTwoThings() {
    Map<String, Set<String>> places =
        TREE.java()
            .filter(file -> !file.isPackageInfo())
            .collect(
                Collectors.groupingBy(
                    SourceFile::typeName,
                    TreeMap::new,
                    Collectors.mapping(SourceFile::path, Collectors.toSet())));
    places.values().removeIf(paths -> paths.size() == 1);
    assertThat(places).as("types of one name in several places: rename all but one").isEmpty();
  }

  private static int percentile90(Stream<Integer> sizes) {
    List<Integer> sorted = sizes.sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * 90 / 100));
  }
}
