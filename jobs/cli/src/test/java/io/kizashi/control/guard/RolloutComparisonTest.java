package io.kizashi.control.guard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.cli.rules.Kpi;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolloutComparisonTest {
  private static final GuardPlan PLAN = plan(List.of(1, 10, 100));

  private final RolloutComparison comparison = new RolloutComparison("shop", "new", "old");

  @Test
  void onlyWindowsInWhichBothWereCountedAreCompared() {
    hear("old", 6, 0, 0, new Figures(1_000, 10, 0, 0, 0, 0));
    hear("old", 6, 1, 0, new Figures(500, 5, 0, 0, 0, 0));
    hear("new", 7, 1, 0, new Figures(20, 1, 0, 0, 0, 0));
    hear("old", 6, 1, 1, new Figures(300, 2, 0, 0, 0, 0));
    assertThat(comparison.candidate().touchpoints()).isEqualTo(20);
    assertThat(comparison.base()).isEqualTo(new Figures(800, 7, 0, 0, 0, 0));
  }

  @Test
  void stepsOfOneTextCountTogetherAndTheSampleIsOfTheStep() {
    hear("new", 7, 0, 0, new Figures(20, 1, 0, 0, 0, 0));
    hear("new", 8, 1, 0, new Figures(30, 1, 0, 0, 0, 0));
    assertThat(comparison.candidate().touchpoints()).isEqualTo(50);
    assertThat(comparison.sample(8)).isEqualTo(30);
  }

  @Test
  void whatIsToldOfTwiceCountsOnce() {
    hear("new", 7, 0, 0, new Figures(20, 1, 0, 0, 0, 0));
    hear("new", 7, 0, 0, new Figures(20, 1, 0, 0, 0, 0));
    hear("new", 7, 0, 1, new Figures(3, 0, 0, 0, 0, 0));
    assertThat(comparison.candidate().touchpoints()).isEqualTo(23);
  }

  @Test
  void aRecordIsReadAsTheEngineWritesIt() {
    String json = Kpi.json("shop", 7, "new", 3, new Figures(9, 4, 3, 2, 5, 1));
    KpiWindow window = KpiWindow.read(json.getBytes(UTF_8)).orElseThrow();
    assertThat(window.figures()).isEqualTo(new Figures(9, 4, 3, 2, 5, 1));
    assertThat(window.rulebook().version()).isEqualTo(7);
    assertThat(KpiWindow.read("{\"kpi\":\"journeys\"}".getBytes(UTF_8))).isEmpty();
    assertThat(KpiWindow.read("{".getBytes(UTF_8))).isEmpty();
    assertThat(KpiWindow.read("[7]".getBytes(UTF_8))).isEmpty();
  }

  @Test
  void eachBoundBreaksByItsOwnFigure() {
    Figures base = new Figures(10_000, 500, 400, 40, 40, 20);
    assertThat(broken(new Figures(100, 5, 4, 0, 0, 0), base)).as("as the base").isEmpty();
    assertThat(broken(new Figures(200, 50, 50, 0, 0, 0), base))
        .containsExactly("moments per 1,000 touchpoints");
    assertThat(broken(new Figures(1_000, 50, 10, 0, 40, 0), base))
        .containsExactly("share withheld");
    assertThat(broken(new Figures(1_000, 50, 40, 45, 0, 0), base))
        .containsExactly("share taken back");
    assertThat(broken(new Figures(1_000, 50, 40, 0, 0, 15), base))
        .containsExactly("negative outcomes per recommendation");
  }

  @Test
  void nothingBreaksOnFewerThanTenOrWhereTheBaseIsNoBetter() {
    assertThat(broken(new Figures(10, 9, 0, 0, 0, 0), new Figures(10_000, 1, 0, 0, 0, 0)))
        .isEmpty();
    Figures withholding = new Figures(1_000, 50, 10, 0, 90, 0);
    assertThat(broken(withholding, new Figures(10_000, 500, 50, 0, 450, 0))).isEmpty();
    assertThat(broken(withholding, new Figures(10_000, 500, 250, 0, 250, 0)))
        .containsExactly("share withheld");
  }

  @Test
  void figuresAreSaidForBothSides() {
    Bound moments = Bound.of(PLAN).get(0);
    assertThat(moments.figures(new Figures(200, 50, 0, 0, 0, 0), Figures.NONE))
        .isEqualTo("moments per 1,000 touchpoints 250.0 (base -)");
    assertThat(moments.allowed()).isEqualTo("at most 2 times the base's");
  }

  @Test
  void stepsGrow() {
    assertThatThrownBy(() -> plan(List.of(10, 10)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("10 does not fit");
    assertThatThrownBy(() -> plan(List.of(50, 101))).hasMessageContaining("101 does not fit");
    assertThatThrownBy(() -> plan(List.of())).hasMessageContaining("one percentage at least");
  }

  private static GuardPlan plan(List<Integer> steps) {
    return new GuardPlan(steps, Duration.ZERO, Duration.ofSeconds(9), 5, 2, 0.5, 0.2, 1.5);
  }

  private static List<String> broken(Figures candidate, Figures base) {
    return Bound.of(PLAN).stream()
        .filter(bound -> bound.broken(candidate, base))
        .map(Bound::what)
        .toList();
  }

  private void hear(String hash, long version, int window, int task, Figures figures) {
    String json = Kpi.json("shop", version, hash, window, figures);
    String placed = json.replace("\"task\":0", "\"task\":" + task);
    KpiWindow.read(placed.getBytes(UTF_8)).ifPresent(comparison::hear);
  }
}
