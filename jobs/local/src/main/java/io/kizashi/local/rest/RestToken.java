package io.kizashi.local.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the owner's commands carry to a process of Flink that is closed to everybody else. Made for
 * one life of the process; it stands in its environment and in a file, which only this user can
 * read, and on no command line. Its text does not tell it.
 *
 * <p>The JobManager loads it with nothing on its class path but Flink and this module.
 */
public final class RestToken {
  /** Of HTTP. */
  public static final String HEADER = "Kizashi-Token";

  private static final String VARIABLE = "KIZASHI_REST_TOKEN";
  private static final int BYTES = 32;

  private final String value;

  private RestToken(String value) {
    this.value = value;
  }

  /** A new one that nobody can guess. */
  public static RestToken random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new RestToken(HexFormat.of().formatHex(bytes));
  }

  /** One that was made before. */
  public static RestToken of(String value) {
    return new RestToken(value);
  }

  static Optional<RestToken> ofThisProcess(Map<String, String> environment) {
    return Optional.ofNullable(environment.get(VARIABLE))
        .filter(value -> !value.isEmpty())
        .map(RestToken::new);
  }

  /** Variables for the process that is to know it. */
  public Map<String, String> environment() {
    return Map.of(VARIABLE, value);
  }

  /** For a request. */
  public String value() {
    return value;
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }

  /** Compared in a time that does not tell how much of it is right. */
  boolean is(@Nullable String said) {
    return said != null
        && MessageDigest.isEqual(
            value.getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8));
  }
}
