package io.kizashi.flink.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.TimeSources;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SilentSourcesTest {
  private static final long NOW = 1_772_359_200_000L;

  @Test
  void whoHasNotBeatenInAPartitionIsNamedWithIt() {
    SilentSources silent =
        new SilentSources(new TimeSources(Set.of("shop", "crm", "till"), Set.of()), Set.of("till"));
    assertThat(silent.count()).isZero();

    silent.heard(0, "shop", NOW);
    silent.heard(2, "shop", NOW);
    silent.heard(2, "other", NOW);
    assertThat(silent.count()).isEqualTo(2);
    assertThat(silent.text()).contains("{crm=[0, 2]}");

    silent.heard(0, "crm", NOW + SilentSources.PATIENCE_MILLIS);
    silent.heard(2, "crm", NOW + SilentSources.PATIENCE_MILLIS);
    assertThat(silent.count()).isZero();
  }

  @Test
  void whereNobodyIsDeclaredNobodyIsWaitedFor() {
    SilentSources silent = new SilentSources(TimeSources.ANY, Set.of());
    silent.heard(0, "shop", NOW);
    assertThat(silent.count()).isZero();
  }
}
