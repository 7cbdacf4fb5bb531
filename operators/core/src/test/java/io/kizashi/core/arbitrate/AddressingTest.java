package io.kizashi.core.arbitrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.content.Hostile;
import io.kizashi.core.rules.Address;
import io.kizashi.core.rules.Address.Name;
import io.kizashi.schema.Actor;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Position;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.Profile;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AddressingTest {
  private static final Profile KNOWN =
      profile(
          1_000,
          Map.of("familyName", "山田", "givenName", "花子", "nickname", "はなちゃん", "locale", "ja"));

  private static Profile profile(long time, Map<String, Object> properties) {
    return Profile.EMPTY.with(updated(time, properties), Set.of());
  }

  private static Touchpoint updated(long time, Map<String, Object> properties) {
    return new Touchpoint(
        "p" + time,
        Profile.TYPE,
        time,
        CustomerKey.customer("c-1"),
        Actor.SYSTEM,
        Setting.NONE,
        Optional.empty(),
        "",
        properties,
        time);
  }

  private static String addressed(Profile profile, Name name) {
    return addressed(profile, 9_000, name);
  }

  private static String addressed(Profile profile, long time, Name name) {
    return Addressing.of(profile, Position.after(time), new Address(name, "様", "お客様"));
  }

  @Test
  void theNameIsFollowedByTheHonorificAndTheFallbackIsNot() {
    assertThat(addressed(KNOWN, Name.FAMILY)).isEqualTo("山田様");
    assertThat(addressed(KNOWN, Name.GIVEN)).isEqualTo("花子様");
    assertThat(addressed(Profile.EMPTY, Name.FAMILY)).isEqualTo("お客様");
  }

  @Test
  void aNicknameNeedsToBeGivenForBeingAddressedSo() {
    assertThat(addressed(KNOWN, Name.NICKNAME)).isEqualTo("お客様");
    Profile forOrders = KNOWN.with(updated(2_000, Map.of("nicknameUse", "orders")), Set.of());
    assertThat(addressed(forOrders, Name.NICKNAME)).isEqualTo("お客様");
    Profile forAddress = KNOWN.with(updated(3_000, Map.of("nicknameUse", "address")), Set.of());
    assertThat(addressed(forAddress, Name.NICKNAME)).isEqualTo("はなちゃん様");
  }

  @Test
  void whatTheProfileSaysLaterIsNotKnownYet() {
    Profile married = KNOWN.with(updated(5_000, Map.of("familyName", "佐藤")), Set.of());
    assertThat(addressed(married, 4_999, Name.FAMILY)).isEqualTo("山田様");
    assertThat(addressed(married, 5_000, Name.FAMILY)).isEqualTo("佐藤様");
    assertThat(addressed(married, 999, Name.FAMILY)).isEqualTo("お客様");
  }

  @Test
  void namesThatAreNoneFallBack() {
    for (Object none : new Object[] {"", "\u3000", "null", "\u200B", 7.0, true}) {
      assertThat(addressed(profile(1, Map.of("familyName", none)), Name.FAMILY)).isEqualTo("お客様");
    }
  }

  @Test
  void longNamesAreCutBetweenGraphemesWithoutAnEllipsis() {
    Profile profile =
        profile(
            1,
            Map.of(
                "familyName", "\u202Eあ".repeat(30),
                "nickname", Hostile.FAMILY.repeat(12),
                "nicknameUse", "address"));
    assertThat(addressed(profile, Name.FAMILY)).isEqualTo("あ".repeat(20) + "様");
    assertThat(addressed(profile, Name.NICKNAME)).isEqualTo(Hostile.FAMILY.repeat(10) + "様");
  }
}
