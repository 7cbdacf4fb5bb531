package io.kizashi.flink;

import static io.kizashi.flink.DefectiveCore.UNLUCKY;
import static io.kizashi.flink.Records.MINUTE;
import static io.kizashi.flink.Records.TEN;
import static io.kizashi.flink.Records.arrived;
import static io.kizashi.flink.Records.cart;
import static io.kizashi.flink.Records.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.flink.DefectiveCore.Flaw;
import io.kizashi.flink.freeze.OtherBuild;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Thaw;
import io.kizashi.schema.state.CustomerState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** One customer's defect is that customer's alone, and nothing is lost by it. */
class FreezeTest {
  private static final int MANY = 1_000;

  /** Restarting after every input takes its time. */
  private static final int FEW = 12;

  private static final long END = TEN + 600 * MINUTE;
  private static final String NAME = "\"" + UNLUCKY.id() + "\"";

  // ---- one frozen, and everybody else ----

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void oneIsFrozenAndAllOthersGoOnAsIfNothingHadHappened(Flaw flaw) throws Exception {
    freezesOnlyWhomItFailsFor(flaw, MANY, false);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void aFrozenCustomerStaysSoOverRestartsAndIsThawedWhole(Flaw flaw) throws Exception {
    freezesOnlyWhomItFailsFor(flaw, FEW, true);
  }

  private static void freezesOnlyWhomItFailsFor(Flaw flaw, int customers, boolean restless)
      throws Exception {
    DefectiveCore core = new DefectiveCore(flaw);
    try (Persons sound = sound();
        Persons persons = new Persons(Records.rulebook(1), core, restless)) {
      play(sound, customers);
      play(persons, customers);
      assertThat(said(sound, it -> it.contains(NAME)))
          .as("the story tells of the unlucky")
          .hasSize(4);

      assertSame(said(persons, it -> true), said(sound, it -> !it.contains(NAME)));
      assertThat(persons.rejected())
          .singleElement()
          .asString()
          .contains("\"code\":\"defect\"", "\"where\":\"defect java.lang.", " at io.kizashi.");

      core.mend();
      persons.control(thaw(1));
      persons.proven(END); // a task that was just restored knows of no time yet
      assertSame(said(persons, it -> true), said(sound, it -> true));
      assertThat(persons.rejected()).hasSize(1);
      assertThat(persons.timers()).isEqualTo(sound.timers());
    }
  }

  @Test
  void aDefectAtATouchpointNamesWhereItLies() throws Exception {
    try (Persons persons =
        new Persons(Records.rulebook(1), new DefectiveCore(Flaw.HISTORY), false)) {
      persons.touchpoint(arrived(cart("e-1", UNLUCKY.id(), TEN), 41));
      persons.touchpoint(arrived(cart("e-2", UNLUCKY.id(), TEN), 42));

      assertThat(persons.rejected())
          .singleElement()
          .asString()
          .contains("\"topic\":\"touchpoints\"", "\"offset\":42");
      assertThat(persons.timers()).isZero();
    }
  }

  // ---- the way back ----

  @Test
  void whatFailsAgainFreezesAgain() throws Exception {
    DefectiveCore core = new DefectiveCore(Flaw.HISTORY);
    try (Persons sound = sound();
        Persons persons = new Persons(Records.rulebook(1), core, false)) {
      play(sound, FEW);
      play(persons, FEW);
      persons.control(thaw(1));
      assertThat(said(persons, it -> it.contains(NAME))).isEmpty();
      assertThat(persons.rejected()).as("each touchpoint is told once").hasSize(1);

      core.mend();
      persons.control(thaw(2));
      assertSame(said(persons, it -> true), said(sound, it -> true));
    }
  }

  @Test
  void anOrderThatWasKnownBeforeTheDefectIsNotMeant() throws Exception {
    DefectiveCore core = new DefectiveCore(Flaw.DEADLINE);
    try (Persons persons = new Persons(Records.rulebook(1), core, false)) {
      persons.control(thaw(5));
      play(persons, FEW);
      core.mend();

      persons.control(thaw(5)); // a source that goes back repeats what it has read
      assertThat(said(persons, it -> it.contains(NAME))).isEmpty();

      persons.control(thaw(6));
      assertThat(said(persons, it -> it.contains(NAME))).hasSize(4);
    }
  }

  @Test
  void anotherBuildTriesAllAgainAsItStarts() throws Exception {
    DefectiveCore core = new DefectiveCore(Flaw.DEADLINE);
    try (Persons sound = sound();
        Persons persons = new Persons(Records.rulebook(1), core, false)) {
      play(sound, FEW);
      play(persons, FEW);
      core.mend();
      persons.restartWith(Records.rulebook(1));
      assertThat(said(persons, it -> it.contains(NAME))).as("the same build").isEmpty();

      persons.mark(UNLUCKY.text(), OtherBuild.mark());
      persons.restartWith(Records.rulebook(1));
      assertSame(said(persons, it -> true), said(sound, it -> true));
    }
  }

  @Test
  void aTouchpointThatCantBeKeptIsToldAndLeavesNoWayBack() throws Exception {
    DefectiveCore core = new DefectiveCore(Flaw.HISTORY);
    try (Persons persons = new Persons(Records.rulebook(1), core, false)) {
      for (int i = 0; i <= Bounds.FROZEN_TOUCHPOINTS; i++) {
        persons.touchpoint(arrived(cart("e-" + i, UNLUCKY.id(), TEN), i));
      }
      assertThat(persons.rejected()).hasSize(1);

      persons.touchpoint(arrived(order("e-order", UNLUCKY.id(), TEN), 7_777));
      assertThat(persons.rejected())
          .hasSize(2)
          .last()
          .asString()
          .contains("\"offset\":7777", "defect before it, and 1000 touchpoints wait already");

      core.mend();
      persons.control(thaw(1));
      persons.proven(END);
      assertThat(said(persons, it -> true)).as("the order is forgotten").isEmpty();
    }
  }

  @Test
  void atTheEndOfAStreamWhatWaitsIsTold() throws Exception {
    try (Persons persons =
        new Persons(Records.rulebook(1), new DefectiveCore(Flaw.HISTORY), false)) {
      for (int i = 0; i < 4; i++) {
        persons.touchpoint(arrived(cart("e-" + i, UNLUCKY.id(), TEN), i));
      }
      persons.proven(Long.MAX_VALUE);

      assertThat(persons.rejected()).hasSize(3);
      assertThat(persons.rejected().subList(1, 3))
          .allMatch(it -> it.contains("defect before it, and the stream has ended"));
    }
  }

  // ---- bytes that can't be read ----

  @Test
  void aStateThatCantBeReadFreezesItsCustomerAndStaysAsItIs() throws Exception {
    try (Persons sound = sound();
        Persons persons = sound()) {
      begin(persons, FEW);
      byte[] whole = persons.stored(UNLUCKY.text());
      byte[] cut = Arrays.copyOf(whole, whole.length - 1);
      persons.store(UNLUCKY.text(), state -> CustomerState.decodeOrKeep(cut));
      persons.restartWith(Records.rulebook(1));
      goOn(persons, FEW);
      play(sound, FEW);

      assertSame(said(persons, it -> true), said(sound, it -> !it.contains(NAME)));
      assertThat(persons.rejected()).singleElement().asString().contains("IllegalStateException");
      assertThat(persons.stored(UNLUCKY.text())).isEqualTo(cut);

      persons.control(thaw(1));
      assertThat(persons.stored(UNLUCKY.text())).as("tried again in vain").isEqualTo(cut);

      persons.store(UNLUCKY.text(), state -> CustomerState.decode(whole));
      persons.control(thaw(2));
      assertSame(said(persons, it -> true), said(sound, it -> true));
    }
  }

  // ---- the story ----

  private static Persons sound() throws Exception {
    return new Persons(Records.rulebook(1), new DefectiveCore(Flaw.NONE), false);
  }

  private static Thaw thaw(long offset) {
    return new Thaw(UNLUCKY, "mika", "", offset);
  }

  /** All fill carts, twice; a third buy in time, and everybody comes again an hour later. */
  private static void play(Persons persons, int customers) throws Exception {
    begin(persons, customers);
    goOn(persons, customers);
  }

  private static void begin(Persons persons, int customers) throws Exception {
    for (int i = 1; i <= customers; i++) {
      persons.touchpoint(arrived(cart("a-" + i, "c-" + i, TEN + i), i));
      persons.touchpoint(arrived(cart("b-" + i, "c-" + i, TEN + MINUTE + i), i));
    }
    persons.proven(TEN + 2 * MINUTE);
  }

  private static void goOn(Persons persons, int customers) throws Exception {
    for (int i = 3; i <= customers; i += 3) {
      persons.touchpoint(arrived(order("c-" + i, "c-" + i, TEN + 9 * MINUTE + i), i));
    }
    persons.proven(TEN + 45 * MINUTE);
    for (int i = 1; i <= customers; i++) {
      persons.touchpoint(arrived(cart("d-" + i, "c-" + i, TEN + 60 * MINUTE + i), i));
    }
    persons.proven(TEN + 120 * MINUTE);
    for (int i = 1; i <= customers; i++) {
      persons.touchpoint(arrived(order("e-" + i, "c-" + i, TEN + 130 * MINUTE + i), i));
    }
    persons.proven(END);
  }

  /** Whatever the order. */
  private static void assertSame(List<String> said, List<String> expected) {
    List<String> more = new ArrayList<>(said);
    expected.forEach(more::remove);
    List<String> less = new ArrayList<>(expected);
    said.forEach(less::remove);
    assertThat(less).as("not said").isEmpty();
    assertThat(more).as("said, and should not be").isEmpty();
  }

  private static List<String> said(Persons persons, Predicate<String> which) {
    List<String> all = new ArrayList<>(persons.moments());
    all.addAll(persons.recommendations());
    return all.stream().filter(which).toList();
  }
}
