package io.kizashi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateFolderTest {
  @Test
  void itTellsWhatPeopleCallTheInstallation() {
    assertThat(of("file:///state", "shop-", "night").uri())
        .matches("file:///state/shop-night-[0-9a-f]{12}");
    assertThat(of("s3://bucket/state/", "", "kizashi").path()).isEmpty();
    assertThat(of("s3://bucket/state/", "", "kizashi").forFlink())
        .matches("s3://bucket/state/kizashi-[0-9a-f]{12}");
  }

  @Test
  void noTwoInstallationsShareOne() {
    assertThat(of("file:///state", "a-", "bc")).isNotEqualTo(of("file:///state", "a-b", "c"));
    assertThat(of("file:///state", "", "a/b")).isNotEqualTo(of("file:///state", "", "a_b"));
    assertThat(of("file:///state", "", "A")).isNotEqualTo(of("file:///state", "", "a"));
    String longest = "g".repeat(249);
    assertThat(of("file:///state", "", longest))
        .isNotEqualTo(of("file:///state", "", longest + "g"));
  }

  @Test
  void aGroupIsNoWayOutOfTheFolder() {
    assertThat(of("file:///state", "", "../../etc").path().orElseThrow().getParent())
        .isEqualTo(Path.of("/state"));
  }

  @Test
  void flinkIsGivenTheFolderAsItIsOnDisk() {
    String uri = Path.of("/状態 1%").toUri().toString();
    StateFolder folder = of(uri, "", "kizashi");
    assertThat(folder.path().orElseThrow().getParent()).isEqualTo(Path.of("/状態 1%"));
    assertThat(folder.forFlink()).startsWith("file:///状態 1%/kizashi-");
  }

  private static StateFolder of(String folder, String prefix, String group) {
    String text =
        """
        rulebook: rulebook.yaml
        kafka: { bootstrap: 'localhost:9092', group: '%s' }
        checkpoints: { folder: '/nowhere' }
        topic-prefix: '%s'
        """
            .formatted(group, prefix);
    PipelineConfig read =
        PipelineConfig.read(
                Path.of("/kizashi.yaml"), text, Map.of("KIZASHI_CHECKPOINTS_FOLDER", folder))
            .config()
            .orElseThrow();
    return StateFolder.of(read);
  }

  @Test
  void aFileSystemThatThisProcessDoesNotKnowIsRefusedBeforeTheStart() {
    new StateFolder("file:///tmp/state").requireFileSystem();
    assertThatThrownBy(() -> new StateFolder("s3://bucket/state").requireFileSystem())
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining("checkpoints.folder is s3://bucket/state")
        .hasMessageContaining("a cluster that has the plugin");
  }
}
