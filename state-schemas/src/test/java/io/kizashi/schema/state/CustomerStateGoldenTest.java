package io.kizashi.schema.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Position;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.Ownership;
import io.kizashi.schema.Samples;
import io.kizashi.schema.Touchpoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Bytes of every released version of the state must be read for ever. To add those of a new
 * version: {@code mvn -pl state-schemas test -Dtest=CustomerStateGoldenTest
 * -Dtest.argLine=-Dkizashi.golden.write=true}, and commit the file. A file of a version that was
 * released is never written again.
 */
class CustomerStateGoldenTest {
  private static final String FILE = "customer-state-v" + CustomerState.VERSION + ".hex";
  private static final String PROJECTIONS = "customer-state-v1-projections.hex";
  private static final String EPOCHS = "customer-state-v1-epochs.hex";
  private static final String CORRECTING = "customer-state-v1-correcting.hex";
  private static final String OWNED = "customer-state-v1-owned.hex";
  private static final String STRUCTURES = "customer-state-v1-structures.hex";
  private static final String VARIANTS = "customer-state-v1-variants.hex";
  private static final String CONSTANTS = "customer-state-v1-constants.hex";

  @BeforeAll
  static void writeIfAsked() throws IOException {
    if (Boolean.getBoolean("kizashi.golden.write")) {
      write(FILE, rich());
      write(PROJECTIONS, projected());
      write(EPOCHS, learned());
      write(CORRECTING, correcting());
      write(OWNED, owned());
      write(STRUCTURES, structured());
      write(VARIANTS, varied());
      write(CONSTANTS, EveryConstant.state());
    }
  }

  private static void write(String name, CustomerState state) throws IOException {
    Path file = Path.of("src/test/resources/io/kizashi/schema/state", name);
    String hex = HexFormat.of().formatHex(state.encode());
    Files.writeString(file, hex.replaceAll("(.{100})", "$1\n") + "\n");
  }

  @Test
  void bytesOfVersion1GiveTheSameValuesForEver() throws IOException {
    CustomerState read = CustomerState.decode(golden("customer-state-v1.hex"));
    assertThat(RandomStates.content(read)).isEqualTo(RandomStates.content(rich()));
    assertThat(read.seen().contains("e-1001")).isTrue();
    assertThat(read.seen().contains("e-9999")).isFalse();
  }

  @Test
  void theVersionInUseWritesTheseVeryBytes() throws IOException {
    assertThat(HexFormat.of().formatHex(rich().encode()))
        .isEqualTo(HexFormat.of().formatHex(golden(FILE)));
  }

  @Test
  void bytesWithTheSectionOfProjectionsGiveTheSameValuesForEver() throws IOException {
    CustomerState read = CustomerState.decode(golden(PROJECTIONS));
    assertThat(RandomStates.content(read)).isEqualTo(RandomStates.content(projected()));
    assertThat(HexFormat.of().formatHex(projected().encode()))
        .isEqualTo(HexFormat.of().formatHex(golden(PROJECTIONS)));
  }

  @Test
  void bytesWithEpochsOfEmotionsGiveTheSameValuesForEver() throws IOException {
    CustomerState read = CustomerState.decode(golden(EPOCHS));
    assertThat(RandomStates.content(read)).isEqualTo(RandomStates.content(learned()));
    assertThat(read.history().touchpoints())
        .extracting(touchpoint -> touchpoint.emotion().orElseThrow().epoch())
        .containsExactly(5_907_000L, 0L);
    assertThat(HexFormat.of().formatHex(learned().encode()))
        .isEqualTo(HexFormat.of().formatHex(golden(EPOCHS)));
  }

  @Test
  void bytesWithCorrectingDecisionsGiveTheSameValuesForEver() throws IOException {
    CustomerState read = CustomerState.decode(golden(CORRECTING));
    assertThat(read.decisions()).extracting(Decision::correcting).containsExactly(true, true);
    assertThat(read.decisions()).extracting(Decision::failed).containsExactly(false, true);
    assertThat(HexFormat.of().formatHex(correcting().encode()))
        .isEqualTo(HexFormat.of().formatHex(golden(CORRECTING)));
  }

  @Test
  void bytesThatSayWhoseDecisionsAreGiveTheSameValuesForEver() throws IOException {
    CustomerState read = CustomerState.decode(golden(OWNED));
    assertThat(read.decisions())
        .extracting(it -> it.recommendation().plan().ownership())
        .containsExactly(
            Ownership.UNSAID,
            new Ownership("care-leads@shop", "", "care-team"),
            new Ownership("", "spring", ""));
    assertThat(read.said().recommendations())
        .extracting(it -> it.plan().ownership())
        .containsExactly(new Ownership("", "spring", ""));
    assertThat(HexFormat.of().formatHex(owned().encode()))
        .isEqualTo(HexFormat.of().formatHex(golden(OWNED)));
  }

  @Test
  void bytesWithListsAndObjectsGiveTheSameValuesForEver() throws IOException {
    CustomerState read = CustomerState.decode(golden(STRUCTURES));
    assertThat(RandomStates.content(read)).isEqualTo(RandomStates.content(structured()));
    assertThat(read.history().touchpoints().get(0).properties().get("products"))
        .isEqualTo(
            List.of(
                Map.of("sku", "a", "qty", 2.0, "tags", List.of("x", true)), Map.of(), List.of()));
    assertThat(HexFormat.of().formatHex(structured().encode()))
        .isEqualTo(HexFormat.of().formatHex(golden(STRUCTURES)));
  }

  @Test
  void bytesWithHeldVariantsGiveTheSameValuesForEver() throws IOException {
    CustomerState read = CustomerState.decode(golden(VARIANTS));
    assertThat(RandomStates.content(read)).isEqualTo(RandomStates.content(varied()));
    assertThat(read.decisions())
        .extracting(it -> it.recommendation().reasoning().orElseThrow().variant().orElse(""))
        .containsExactly("short", "short", "");
    assertThat(read.decisions()).extracting(Decision::failed).containsExactly(false, true, false);
    assertThat(HexFormat.of().formatHex(varied().encode()))
        .isEqualTo(HexFormat.of().formatHex(golden(VARIANTS)));
  }

  @Test
  void bytesWithEveryConstantGiveTheSameValuesForEver() throws IOException {
    CustomerState read = CustomerState.decode(golden(CONSTANTS));
    assertThat(RandomStates.content(read)).isEqualTo(RandomStates.content(EveryConstant.state()));
    assertThat(read.followed()).isEqualTo("hash");
    assertThat(read.shadow()).containsExactlyInAnyOrder("m-1", "d-1");
    assertThat(HexFormat.of().formatHex(EveryConstant.state().encode()))
        .isEqualTo(HexFormat.of().formatHex(golden(CONSTANTS)));
  }

  @Test
  void everyConstantThatCanStandInAStateStandsInBytesThatAreKept() throws IOException {
    Set<Object> kept = new HashSet<>();
    for (String file : List.of(FILE, PROJECTIONS, EPOCHS, CORRECTING, CONSTANTS)) {
      kept.addAll(Constants.in(RandomStates.content(CustomerState.decode(golden(file)))));
    }
    assertThat(Constants.possibleIn(Touchpoint.class, DetectedMoment.class, Decision.class))
        .as("constants of enums: add bytes that hold the new ones, change none that are kept")
        .hasSizeGreaterThan(20)
        .isSubsetOf(kept);
  }

  /** The form of an emotion that a later release of this version added, beside the plain one. */
  private static CustomerState learned() {
    Touchpoint bare = Samples.bare("e-1000", Samples.TEN - 60_000);
    Touchpoint read =
        new Touchpoint(
            bare.id(),
            bare.type(),
            bare.time(),
            bare.cameUnder(),
            bare.actor(),
            bare.setting(),
            Optional.of(new Emotion(-0.5, 0.25, "anger", 0.75, "text", 5_907_000)),
            "重い",
            bare.properties(),
            bare.arrival());
    return CustomerState.EMPTY.withHistory(History.EMPTY.with(read).with(Samples.full()));
  }

  /** Of decisions whose moments fell, while others may take the places of those. */
  private static CustomerState correcting() {
    Recommendation sent = Samples.recommendation(CustomerKey.customer("c-17")).withoutReasoning();
    Decision waits = Decision.issued(sent).awaitingAnother();
    return CustomerState.EMPTY.withDecisions(List.of(waits, waits.thatFailed()));
  }

  /** What follows decisions where the rulebook says whose they are. */
  private static CustomerState owned() {
    Recommendation sent = Samples.recommendation(CustomerKey.customer("c-17")).withoutReasoning();
    Recommendation task = sent.with(new Ownership("care-leads@shop", "", "care-team"));
    Recommendation mail = sent.with(new Ownership("", "spring", ""));
    return CustomerState.EMPTY
        .withDecisions(List.of(Decision.issued(sent), Decision.issued(task), Decision.issued(mail)))
        .withSaid(new Said(List.of(), List.of(mail)));
  }

  /** Of decisions that wait with one of several texts, beside one that has but one. */
  private static CustomerState varied() {
    Recommendation sample = Samples.varied(CustomerKey.customer("c-17"));
    Recommendation.Reasoning why = sample.reasoning().orElseThrow();
    Recommendation plain =
        sample.with(
            new Recommendation.Reasoning(
                why.language(),
                Optional.empty(),
                why.content(),
                why.score(),
                why.briefing(),
                why.explanation()));
    Decision held = Decision.held(sample);
    return CustomerState.EMPTY.withDecisions(
        List.of(held, held.thatFailed(), Decision.held(plain)));
  }

  /** Forms of properties that a later release of this version added, beside the scalars. */
  private static CustomerState structured() {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("sku", "a");
    line.put("qty", 2.0);
    line.put("tags", List.of("x", true));
    Touchpoint bare = Samples.bare("e-1000", Samples.TEN - 60_000);
    Touchpoint order =
        bare.with(bare.setting(), Map.of("products", List.of(line, Map.of(), List.of())));
    return CustomerState.EMPTY
        .withHistory(History.EMPTY.with(order))
        .withProfile(Profile.EMPTY.with("address", Map.of("city", "東京"), order.position()));
  }

  /** The section that a later release of this version added. */
  private static CustomerState projected() {
    Position at = new Position(Samples.TEN, "e-1001");
    return CustomerState.EMPTY.withProjections(
        Map.of(
            "spend_90d",
            new Projection("d1", Long.MIN_VALUE, false, List.of(new Projection.Row(at, 2.5, 1))),
            "favourite",
            new Projection(
                "d2",
                Samples.TEN,
                true,
                List.of(
                    new Projection.Row(at, "tea", 0.5),
                    new Projection.Row(Position.after(Samples.TEN), true, 1)))));
  }

  /** Every section is filled, with every kind of value; never changed once released. */
  private static CustomerState rich() {
    Touchpoint full = Samples.full();
    Touchpoint guest = Samples.bare("\uD83D\uDE00", Samples.TEN - 60_000);
    History history =
        History.EMPTY
            .with(Samples.bare("e-0999", Samples.TEN - 120_000))
            .without(it -> true, Position.after(Samples.TEN - 120_000))
            .with(full)
            .with(guest);
    Moment moment = Samples.moment(CustomerKey.customer("c-17"), "purchase");
    Moment unstaged = Samples.moment(CustomerKey.guest("g-1"), "").retracted();
    Recommendation kept = Samples.recommendation(CustomerKey.customer("c-17")).withoutReasoning();
    return CustomerState.EMPTY
        .withClock(new Clock(Samples.TEN, Samples.TEN + 1_800_000))
        .withSeen(seen("e-0999", "e-1001", guest.id()))
        .withHistory(history)
        .withMoments(
            List.of(
                new DetectedMoment(moment, full.position(), Position.after(moment.detectedAt())),
                new DetectedMoment(unstaged, guest.position(), full.position())))
        .withDecisions(
            List.of(
                Decision.issued(kept),
                new Decision(kept.retracted(), Decision.Fate.RETRACTED, false)))
        .withProfile(Profile.EMPTY.with(full, Set.of()))
        .withBlocked(
            Map.of("cart_abandoned", full.position(), "silent", Position.after(Samples.TEN)));
  }

  private static Seen seen(String... ids) {
    Seen seen = Seen.NONE;
    for (String id : ids) {
      seen = seen.with(id).orElseThrow();
    }
    return seen;
  }

  private static byte[] golden(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(CustomerStateGoldenTest.class.getResourceAsStream(file), file)) {
      String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }
  }
}
