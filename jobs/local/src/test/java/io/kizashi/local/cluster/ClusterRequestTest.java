package io.kizashi.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterRequestTest {
  private static final Path HOME = Path.of("").toAbsolutePath();
  private static final ClusterRequest NOTHING =
      wish(Optional.empty(), Optional.empty(), Optional.empty());

  private static ClusterRequest wish(
      Optional<Integer> slots, Optional<Path> config, Optional<Path> rulebook) {
    return new ClusterRequest(
        HOME, Optional.empty(), slots, config, rulebook, Optional.empty(), Optional.empty());
  }

  @Test
  void withoutAWordTheDeployedSettingsRunTheSampleOnTwoTaskManagers() {
    assertThat(NOTHING.plan(Optional.empty()))
        .isEqualTo(
            new ClusterPlan(
                2,
                1,
                HOME.resolve("deploy/kizashi.yaml"),
                Optional.of(HOME.resolve("sample-streams/retail-cart/rulebook.yaml"))));
  }

  @Test
  void whatIsNotSaidStaysAsItWas() {
    ClusterPlan before = new ClusterPlan(3, 2, HOME.resolve("own.yaml"), Optional.empty());
    assertThat(NOTHING.plan(Optional.of(before))).isEqualTo(before);
    assertThat(wish(Optional.of(1), Optional.empty(), Optional.empty()).plan(Optional.of(before)))
        .isEqualTo(new ClusterPlan(3, 1, before.config(), Optional.empty()));
    Ports ports = new Ports(20_001, 20_002, 20_003, 20_004);
    assertThat(NOTHING.ports(Optional.of(ports))).isEqualTo(ports);
  }

  @Test
  void settingsOfOnesOwnNameTheirRulesUnlessOthersAreNamed() {
    Path config = HOME.resolve("own.yaml");
    Path rules = HOME.resolve("rules.yaml");
    assertThat(
            wish(Optional.empty(), Optional.of(config), Optional.empty())
                .plan(Optional.empty())
                .rulebook())
        .isEmpty();
    assertThat(
            wish(Optional.empty(), Optional.of(config), Optional.of(rules))
                .plan(Optional.empty())
                .rulebook())
        .contains(rules);
  }

  @Test
  void freePortsAreFourAndTheOnesAskedForAreKept() {
    Ports ports = Ports.free(Optional.of(19_092), Optional.empty());
    assertThat(ports.kafka()).isEqualTo(19_092);
    assertThat(ports.byName().values()).doesNotHaveDuplicates().hasSize(4);
  }
}
