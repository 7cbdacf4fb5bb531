package io.kizashi.oracle.story;

import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Position;
import io.kizashi.schema.Sha256;
import io.kizashi.schema.Touchpoint;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The customer of all stories, as far as known at a place.
 *
 * @param touchpoints all there are, in order
 * @param at the place: what lies behind it is not known there
 */
public record KnownCustomer(List<Touchpoint> touchpoints, Position at) {
  /** Whose stories they all are. */
  public static final CustomerKey KEY = CustomerKey.customer("c-1");

  private static final BigInteger BUCKETS = BigInteger.valueOf(10_000);

  /** The touchpoints up to the place. */
  public List<Touchpoint> seen() {
    return touchpoints.stream().filter(t -> !t.position().isAfter(at)).toList();
  }

  /** The newest value that a profile update stated. */
  public Optional<Object> stated(String name) {
    return all(name).stream().reduce((older, newer) -> newer);
  }

  private List<Object> all(String name) {
    return seen().stream()
        .filter(t -> t.type().equals("profile_updated"))
        .flatMap(t -> Optional.ofNullable(t.properties().get(name)).stream())
        .toList();
  }

  /** The customer's time zone, if there is such a one, else the rulebook's. */
  public ZoneId zone(ZoneId otherwise) {
    return stated("timezone").flatMap(KnownCustomer::zone).orElse(otherwise);
  }

  /**
   * Where the customer may live: in the customer's time zone; if there is no such one, in the
   * rulebook's or in the last that there was.
   */
  public List<ZoneId> zones(ZoneId otherwise) {
    if (stated("timezone").flatMap(KnownCustomer::zone).isPresent()
        || stated("timezone").isEmpty()) {
      return List.of(zone(otherwise));
    }
    List<ZoneId> zones = new ArrayList<>(List.of(otherwise));
    all("timezone").stream()
        .flatMap(name -> zone(name).stream())
        .reduce((older, newer) -> newer)
        .ifPresent(zones::add);
    return zones;
  }

  /** Zones that stories spell otherwise, each known by heart. */
  private static final Map<String, String> SPELLED =
      Map.of(
          "america/new york", "America/New_York",
          "Eastern Standard Time", "America/New_York",
          "(GMT-05:00) Eastern Time (US & Canada)", "America/New_York",
          " ＪＳＴ", "Asia/Tokyo",
          "tokyo", "Asia/Tokyo",
          "utc+05:30", "+05:30");

  private static Optional<ZoneId> zone(Object name) {
    try {
      return name instanceof String text
          ? Optional.of(ZoneId.of(SPELLED.getOrDefault(text, text)))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether the customer is among the percent that a rule or action is for: by a hash's digits. */
  public static boolean isReached(String name, int percent) {
    long bucket = digits(name + "\n" + KEY.text()).mod(BUCKETS).longValue();
    return bucket < percent * 100L;
  }

  /** Which of an action's variants of some shares the customer gets: by another hash's digits. */
  public static int variant(String action, List<Double> shares) {
    BigDecimal drawn = new BigDecimal(digits(action + "\n" + KEY.text() + "\nvariant"));
    BigDecimal place = drawn.divide(new BigDecimal(BigInteger.TWO.pow(64)));
    int variant = 0;
    BigDecimal upTo = BigDecimal.valueOf(shares.get(0));
    while (place.compareTo(upTo) >= 0) {
      variant++;
      upTo = upTo.add(BigDecimal.valueOf(shares.get(variant)));
    }
    return variant;
  }

  private static BigInteger digits(String text) {
    return new BigInteger(Sha256.hex(text).substring(0, 16), 16);
  }
}
