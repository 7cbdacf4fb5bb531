package io.kizashi.schema;

import java.util.List;

/**
 * Where and within what a touchpoint took place. An empty text means that the source did not say.
 *
 * @param channel web, app, store, call, …: an open list
 * @param session visit that the source groups touchpoints by
 * @param contact one call or chat
 * @param caseId one matter over several contacts
 * @param account company that the customer belongs to
 * @param place store or counter
 * @param region ISO 3166-2
 * @param stage stage of the journey, where the source names it
 * @param anonymous anonymous id that came beside or instead of the customer's
 * @param values Schmitt's experience modules that the touchpoint is tagged with
 */
public record Setting(
    String channel,
    String session,
    String contact,
    String caseId,
    String account,
    String place,
    String region,
    String stage,
    String anonymous,
    List<String> values) {
  /** Nothing is known of the setting. */
  public static final Setting NONE = new Setting("", "", "", "", "", "", "", "", "", List.of());

  /** Copies the values. */
  public Setting {
    values = List.copyOf(values);
  }

  /** This setting, on another channel. */
  public Setting withChannel(String other) {
    return new Setting(
        other, session, contact, caseId, account, place, region, stage, anonymous, values);
  }

  /** A setting of which only the channel is known. */
  public static Setting on(String channel) {
    return new Setting(channel, "", "", "", "", "", "", "", "", List.of());
  }
}
