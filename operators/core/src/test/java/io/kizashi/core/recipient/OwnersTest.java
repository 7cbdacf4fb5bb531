package io.kizashi.core.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.recipient.Owners.Assigned;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OwnersTest {
  private static final LocalDate TENTH = LocalDate.of(2026, 8, 10);
  private static final LocalDate TWELFTH = LocalDate.of(2026, 8, 12);
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private static Absence away(String who, LocalDate first, LocalDate last, String deputy) {
    return new Absence(who, first, last, deputy);
  }

  private static Assigned on(LocalDate day, Absence... absences) {
    Owners owners =
        new Owners(
            Map.of(Recipient.REP, new Owner.Named("tanaka")), List.of(absences), "desk", TOKYO);
    long noon = day.atTime(12, 0).atZone(TOKYO).toInstant().toEpochMilli();
    return owners.assigned(Recipient.REP, Bindings.none(), new Misses(), noon);
  }

  @Test
  void whoIsThereDoesTheTasksThemselves() {
    Absence absence = away("tanaka", TENTH, TWELFTH, "sato");
    assertThat(on(TENTH.minusDays(1), absence)).isEqualTo(new Assigned("tanaka", "owners.rep"));
    assertThat(on(TENTH, absence)).isEqualTo(new Assigned("sato", "owners.away"));
    assertThat(on(TWELFTH, absence)).isEqualTo(new Assigned("sato", "owners.away"));
    assertThat(on(TWELFTH.plusDays(1), absence)).isEqualTo(new Assigned("tanaka", "owners.rep"));
  }

  @Test
  void aDeputyWhoIsAwayHasADeputyToo() {
    Absence[] chain = {
      away("sato", TENTH, TENTH, "suzuki"),
      away("tanaka", TENTH, TWELFTH, "sato"),
      away("suzuki", TENTH, TENTH, "care-team")
    };
    assertThat(on(TENTH, chain)).isEqualTo(new Assigned("care-team", "owners.away"));
    assertThat(on(TWELFTH, chain)).isEqualTo(new Assigned("sato", "owners.away"));
  }

  @Test
  void whereAllAreAwayTheTaskIsTheFallbacks() {
    Absence[] circle = {
      away("tanaka", TENTH, TWELFTH, "sato"), away("sato", TENTH, TENTH, "tanaka"),
    };
    assertThat(on(TENTH, circle)).isEqualTo(new Assigned("desk", Owners.FALLBACK));
    assertThat(on(TWELFTH, circle)).isEqualTo(new Assigned("sato", "owners.away"));
  }

  @Test
  void theFirstAbsenceThatFitsCounts() {
    assertThat(
            on(
                TENTH,
                away("tanaka", TENTH, TENTH, "sato"),
                away("tanaka", TENTH, TWELFTH, "suzuki")))
        .isEqualTo(new Assigned("sato", "owners.away"));
  }

  @Test
  void aRecipientWithoutAnOwnerIsTheFallbacks() {
    Owners nobody = new Owners(Map.of(), List.of(), "desk", TOKYO);
    assertThat(nobody.assigned(Recipient.STORE, Bindings.none(), new Misses(), 0))
        .isEqualTo(new Assigned("desk", Owners.FALLBACK));
  }
}
