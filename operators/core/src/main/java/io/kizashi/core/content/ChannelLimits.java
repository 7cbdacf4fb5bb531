package io.kizashi.core.content;

/**
 * How much each channel carries in one part of a message. Counted are UTF-16 code units, as LINE
 * and SMS count, and as {@link String#length()} does: an emoji takes two or more.
 */
public final class ChannelLimits {
  /**
   * NTT docomo, KDDI and SoftBank carry 670 characters in one SMS of ten parts since September 2019
   * (67 each, 70 where there is only one); the gateways that companies send through promise 660.
   */
  private static final int SMS = 660;

  /** The text of a text message object in the LINE Messaging API's reference. */
  private static final int LINE = 5_000;

  /** One line of a notification: an iPhone shows about 50 characters of a title. */
  private static final int PUSH_TITLE = 50;

  /** Four lines of a notification: an iPhone's locked screen shows about 178 characters. */
  private static final int PUSH_TEXT = 178;

  /** RFC 5322, 2.1.1: lines of a header should have no more than 78 characters. */
  private static final int SUBJECT = 78;

  /**
   * For parts whose channel names no bound of its own: without one, a single message could be as
   * large as the values that a source sends.
   */
  private static final int BODY = 16_384;

  /** One screen of a phone, scrolled once: longer ones are pages, not messages. */
  private static final int SCREEN = 2_000;

  /** What systems for staff and chat services that are not named here carry: Telegram's bound. */
  private static final int OTHER = 4_096;

  private ChannelLimits() {}

  /**
   * The most characters of a part on a channel. A part whose fixed words alone are longer can't be
   * sent, whatever its values.
   *
   * @param channel any name; unknown ones have a bound too
   * @param part {@code text}, or the name of a part like {@code subject}
   */
  public static int most(String channel, String part) {
    return switch (channel) {
      case "sms" -> SMS;
      case "line" -> LINE;
      case "push" -> part.equals("title") ? PUSH_TITLE : PUSH_TEXT;
      case "email" -> part.equals("subject") ? SUBJECT : BODY;
      case "chat", "web", "app" -> SCREEN;
      default -> OTHER;
    };
  }
}
