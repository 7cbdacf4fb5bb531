package io.kizashi.lab.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the engine wrote, by cart. Moments and recommendations may come in any order among each
 * other, and more than once; of one id, the newest word counts.
 */
final class CartCounts {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** By moment. */
  private final Map<String, String> cartOf = new HashMap<>();

  private final Set<String> standingMoments = new HashSet<>();

  /** Moment by recommendation. */
  private final Map<String, String> issued = new HashMap<>();

  private final Set<String> standingIssued = new HashSet<>();

  void moment(byte[] record) {
    JsonNode moment = read(record);
    String id = moment.path("id").asText();
    cartOf.put(id, moment.path("evidence").path(0).asText());
    note(standingMoments, id, moment.path("status").asText().equals("detected"));
  }

  void recommendation(byte[] record) {
    JsonNode recommendation = read(record);
    String id = recommendation.path("id").asText();
    issued.put(id, recommendation.path("moment").path("id").asText());
    note(standingIssued, id, recommendation.path("status").asText().equals("issued"));
  }

  private static void note(Set<String> standing, String id, boolean stands) {
    if (stands) {
      standing.add(id);
    } else {
      standing.remove(id);
    }
  }

  private static JsonNode read(byte[] record) {
    try {
      return JSON.readTree(record);
    } catch (IOException e) {
      throw new UncheckedIOException("the engine wrote no JSON", e);
    }
  }

  /**
   * Compares with the truth.
   *
   * @param carts by the id of their last update
   */
  Score score(Map<String, Cart> carts) {
    int sent = 0;
    int standing = 0;
    int overtaken = 0;
    int unexplained = 0;
    for (Map.Entry<String, String> recommendation : issued.entrySet()) {
      Optional<Cart> cart = cart(carts, recommendation.getValue());
      boolean worthy = cart.isPresent() && !cart.get().isUnworthy();
      if (!worthy && cart.filter(Cart::abandoned).isPresent()) {
        overtaken++;
      } else if (!worthy) {
        sent++;
        standing += standingIssued.contains(recommendation.getKey()) ? 1 : 0;
      }
      unexplained += !worthy && cart.map(Cart::couldBeKnown).orElse(true) ? 1 : 0;
    }
    Set<String> found = new HashSet<>();
    standingMoments.forEach(id -> found.add(cartOf.get(id)));
    int abandoned = 0;
    int boughtWhileLeaving = 0;
    int missed = 0;
    int toldTooLate = 0;
    int heldBack = 0;
    int flawed = 0;
    for (Cart cart : carts.values()) {
      abandoned += cart.abandoned() ? 1 : 0;
      boughtWhileLeaving += cart.boughtWhileLeaving() ? 1 : 0;
      missed += cart.abandoned() && !found.contains(cart.touchpoint()) ? 1 : 0;
      toldTooLate += cart.toldTooLate() ? 1 : 0;
      heldBack += cart.heldBack() ? 1 : 0;
      flawed += cart.isFlawed() ? 1 : 0;
    }
    return new Score(
        issued.size(),
        sent,
        standing,
        overtaken,
        unexplained,
        abandoned,
        boughtWhileLeaving,
        missed,
        toldTooLate,
        heldBack,
        flawed);
  }

  private Optional<Cart> cart(Map<String, Cart> carts, String moment) {
    return Optional.ofNullable(cartOf.get(moment)).map(carts::get);
  }
}
