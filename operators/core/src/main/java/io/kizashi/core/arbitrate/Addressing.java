package io.kizashi.core.arbitrate;

import io.kizashi.core.content.Line;
import io.kizashi.core.rules.Address;
import io.kizashi.schema.Position;
import io.kizashi.schema.ReservedProperties;
import io.kizashi.schema.state.Profile;
import java.util.Optional;

/** How a customer is addressed, by what the profile said at a place. */
final class Addressing {
  /** Graphemes of a name: names in full letters of any country fit. */
  private static final int NAME = 20;

  /** Graphemes of a nickname: it is called out over a counter. */
  private static final int NICKNAME = 10;

  private static final String FOR_ADDRESS = "address";

  private Addressing() {}

  /** The name with its honorific; the fallback alone where there is no such name. */
  static String of(Profile profile, Position at, Address address) {
    return name(profile, at, address.name())
        .map(name -> name + address.honorific())
        .orElse(address.fallback());
  }

  private static Optional<String> name(Profile profile, Position at, Address.Name name) {
    return switch (name) {
      case FAMILY -> name(profile, at, ReservedProperties.FAMILY_NAME, NAME);
      case GIVEN -> name(profile, at, ReservedProperties.GIVEN_NAME, NAME);
      case NICKNAME ->
          profile
              .text(ReservedProperties.NICKNAME_USE, at)
              .filter(FOR_ADDRESS::equals)
              .flatMap(use -> name(profile, at, ReservedProperties.NICKNAME, NICKNAME));
    };
  }

  private static Optional<String> name(Profile profile, Position at, String property, int most) {
    return profile
        .text(property, at)
        .flatMap(name -> Line.of(name, most))
        .map(it -> it.first(most));
  }
}
