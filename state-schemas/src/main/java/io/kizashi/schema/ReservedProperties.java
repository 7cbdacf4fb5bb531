package io.kizashi.schema;

import java.util.Set;

/**
 * Properties of profiles that mean something to the engine whatever a rulebook says. All others are
 * an open vocabulary.
 */
public final class ReservedProperties {
  /** The time zone that the customer lives in. */
  public static final String TIMEZONE = "timezone";

  /** The language that the customer reads. */
  public static final String LOCALE = "locale";

  /** The channel that the customer likes best. */
  public static final String PREFERRED_CHANNEL = "preferredChannel";

  /** Where the customer lives, for those that serve a region. */
  public static final String REGION = "region";

  /** The name by which a customer is addressed formally. */
  public static final String FAMILY_NAME = "familyName";

  /** The name by which a customer is addressed among friends. */
  public static final String GIVEN_NAME = "givenName";

  /** The name by which a customer wants to be called. */
  public static final String NICKNAME = "nickname";

  /** What the nickname was given for. */
  public static final String NICKNAME_USE = "nicknameUse";

  private static final Set<String> ALL =
      Set.of(
          TIMEZONE,
          LOCALE,
          PREFERRED_CHANNEL,
          REGION,
          FAMILY_NAME,
          GIVEN_NAME,
          NICKNAME,
          NICKNAME_USE);

  private ReservedProperties() {}

  /** Whether the engine reads a property of this name. */
  public static boolean contains(String name) {
    return ALL.contains(name);
  }
}
