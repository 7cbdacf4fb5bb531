package io.kizashi.schema.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.kizashi.schema.Position;
import io.kizashi.schema.RandomNouns;
import io.kizashi.schema.Samples;
import io.kizashi.testing.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CustomerStateTest {
  private static final long SEED = Seeds.seed();
  private static final int UNKNOWN_TAG = 77;

  @Test
  void whatItFollowsAndWhatIsOnlyNotedComeBackFromItsBytes() {
    CustomerState state =
        CustomerState.EMPTY.withFollowed("0123456789abcdef").withShadow(Set.of("b", "a"));
    CustomerState back = CustomerState.decode(state.encode());
    assertThat(back.followed()).isEqualTo("0123456789abcdef");
    assertThat(back.shadow()).containsExactlyInAnyOrder("a", "b");
    assertThat(back.encode()).isEqualTo(state.encode());
    assertThat(state.withFollowed("").withShadow(Set.of()).encode())
        .isEqualTo(CustomerState.EMPTY.encode());
  }

  @Test
  void underOtherRulesOnlyThoseThatAreTheSameKeepTheirPlace() {
    Position place = new Position(5, "a");
    CustomerState met =
        CustomerState.EMPTY.withStarts(
            Map.of("same", place, "other", place), Map.of("same", place, "other", place), "one");
    CustomerState under = met.under("two", Set.of("other"));
    assertThat(under.start("same", "two")).isEqualTo(place);
    assertThat(under.busy("same", "two")).isEqualTo(place);
    assertThat(under.start("other", "two")).isEqualTo(under.history().floor());
    assertThat(under.busy("other", "two")).isEqualTo(Position.FIRST);
    assertThat(CustomerState.EMPTY.under("two", Set.of("other"))).isSameAs(CustomerState.EMPTY);
  }

  @Test
  void whatWasEncodedIsDecodedEqual() {
    RandomNouns nouns = new RandomNouns(SEED);
    for (int i = 0; i < 500; i++) {
      CustomerState state = RandomStates.state(nouns);
      assertThat(RandomStates.content(CustomerState.decode(state.encode())))
          .as("kizashi.seed=%d number %d", SEED, i)
          .isEqualTo(RandomStates.content(state));
    }
  }

  @Test
  void readingOrReplacingASectionByItselfChangesNoByte() {
    RandomNouns nouns = new RandomNouns(SEED);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = RandomStates.state(nouns).encode();
      CustomerState read = CustomerState.decode(bytes);
      assertThat(read.encode()).isEqualTo(bytes);
      assertThat(rewritten(read).encode()).as("seed %d number %d", SEED, i).isEqualTo(bytes);
    }
  }

  @Test
  void theOrderInWhichSectionsAreSetDoesNotMatter() {
    Clock clock = new Clock(5, 6);
    Map<String, Position> forth = Map.of("a", Position.after(1), "b", Position.FIRST);
    Map<String, Position> back = Map.of("b", Position.FIRST, "a", Position.after(1));
    assertThat(CustomerState.EMPTY.withClock(clock).withBlocked(forth).encode())
        .isEqualTo(CustomerState.EMPTY.withBlocked(back).withClock(clock).encode());
  }

  @Test
  void aSectionThatIsEmptyAgainLeavesNoTrace() {
    CustomerState state =
        CustomerState.EMPTY.withClock(new Clock(5, 6)).withBlocked(Map.of("a", Position.FIRST));
    assertThat(state.withClock(Clock.START).withBlocked(Map.of()).encode())
        .isEqualTo(CustomerState.EMPTY.encode())
        .containsExactly(CustomerState.VERSION);
  }

  @Test
  void aSectionOfALaterReleaseIsCarriedAlong() {
    ByteSink later = new ByteSink();
    later.writeRaw(CustomerState.EMPTY.withClock(new Clock(5, 6)).encode());
    later.writeVarint(UNKNOWN_TAG);
    later.writeBlock(new byte[] {1, 2, 3});
    byte[] bytes = later.toBytes();

    CustomerState state = CustomerState.decode(bytes);

    assertThat(state.encode()).isEqualTo(bytes);
    byte[] changed = state.withClock(new Clock(7, 8)).encode();
    assertThat(CustomerState.decode(changed).clock()).isEqualTo(new Clock(7, 8));
    assertThat(Arrays.copyOfRange(changed, changed.length - 5, changed.length))
        .containsExactly(UNKNOWN_TAG, 3, 1, 2, 3);
  }

  @Test
  void theClockIsReadWhileTheHistoryIsDamaged() {
    ByteSink damaged = new ByteSink();
    damaged.writeRaw(CustomerState.EMPTY.withClock(new Clock(5, 6)).encode());
    damaged.writeVarint(3);
    damaged.writeBlock(new byte[] {(byte) 0xFF});

    CustomerState state = CustomerState.decode(damaged.toBytes());

    assertThat(state.clock()).isEqualTo(new Clock(5, 6));
    assertThatIllegalStateException().isThrownBy(state::history).withMessageContaining("cut");
  }

  @Test
  void aLaterVersionIsRefusedWithWhatToDo() {
    assertThatIllegalStateException()
        .isThrownBy(() -> CustomerState.decode(new byte[] {CustomerState.VERSION + 1}))
        .withMessage(
            "customer state of version 2 can't be read by this release, which knows 1;"
                + " restore with the release that wrote it");
  }

  @Test
  void noByteAtAllIsNoState() {
    assertThatIllegalStateException()
        .isThrownBy(() -> CustomerState.decode(new byte[0]))
        .withMessage("state ends at byte 0 within a value; it is cut");
  }

  @Test
  void cutBytesAreRefusedClearlyUnlessTheyEndBetweenSections() {
    RandomNouns nouns = new RandomNouns(SEED);
    byte[] bytes = RandomStates.state(nouns).encode();
    int whole = 0;
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      try {
        assertThat(CustomerState.decode(cut).encode()).isEqualTo(cut);
        whole++;
      } catch (IllegalStateException e) {
        assertThat(e).hasMessageStartingWith("state ");
      }
    }
    assertThat(whole).as("seed %d", SEED).isEqualTo(sections(bytes));
  }

  private static int sections(byte[] bytes) {
    ByteSource source = new ByteSource(bytes);
    source.readByte();
    int sections = 0;
    while (!source.atEnd()) {
      source.readVarint();
      source.readBlock();
      sections++;
    }
    return sections;
  }

  @Test
  void damageGivesOneKindOfExceptionThatNamesTheState() {
    RandomNouns nouns = new RandomNouns(SEED);
    int refused = 0;
    for (int i = 0; i < 3_000; i++) {
      byte[] bytes = RandomStates.state(nouns).encode();
      bytes[nouns.below(bytes.length)] ^= (byte) (1 << nouns.below(8));
      try {
        RandomStates.content(CustomerState.decode(bytes));
      } catch (IllegalStateException e) {
        refused++;
        assertThat(e.getMessage()).as("seed %d number %d", SEED, i).contains("state");
      }
    }
    assertThat(refused).isGreaterThan(300);
  }

  @Test
  void aTouchpointTravelsAloneAsItDoesInAHistory() {
    RandomNouns nouns = new RandomNouns(SEED);
    for (int i = 0; i < 500; i++) {
      var touchpoint = nouns.touchpoint();
      assertThat(TouchpointCodec.decode(TouchpointCodec.encode(touchpoint))).isEqualTo(touchpoint);
    }
    assertThat(TouchpointCodec.encode(Samples.bare("e-1", Samples.TEN))).hasSizeLessThan(60);
  }

  private static CustomerState rewritten(CustomerState state) {
    return state
        .withBlocked(state.blocked())
        .withProfile(state.profile())
        .withDecisions(List.copyOf(state.decisions()))
        .withMoments(state.moments())
        .withHistory(state.history())
        .withSeen(state.seen())
        .withClock(state.clock());
  }
}
