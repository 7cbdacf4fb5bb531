package io.kizashi.core.time;

import io.kizashi.schema.ReservedProperties;
import io.kizashi.schema.Spelling;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Time zones as systems write them: by the IANA's names in any spelling, those of Windows and of
 * Rails, short ones, and offsets.
 */
public final class Zones {
  /** The profile's property that says where the customer lives. */
  public static final String PROPERTY = ReservedProperties.TIMEZONE;

  private static final String NAMES = "zones.txt";

  private static final int LONGEST = 100;

  /** What Windows and Rails put in front of a name that people pick. */
  private static final String OFFSET = "^\\s*[(（](GMT|UTC|gmt|utc)[^)）]{0,8}[)）]\\s*";

  /** By the letters and digits of their names. */
  private static final Map<String, String> BY_LETTERS = byLetters();

  private Zones() {}

  /** The zone that a property names; empty where it names none that is known. */
  public static Optional<ZoneId> of(Object property) {
    return property instanceof String text ? read(text) : Optional.empty();
  }

  /** The zone that a text names; empty where it names none that is known. */
  public static Optional<ZoneId> read(String text) {
    Optional<ZoneId> exact = id(text);
    if (exact.isPresent() || text.length() > LONGEST) {
      return exact;
    }
    return id(Spelling.plain(text).toUpperCase(Locale.ROOT)).or(() -> named(text)); // utc+9
  }

  private static Optional<ZoneId> named(String text) {
    String letters = Spelling.letters(text.replaceFirst(OFFSET, ""));
    return Optional.ofNullable(BY_LETTERS.get(letters)).map(ZoneId::of);
  }

  private static Optional<ZoneId> id(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> byLetters() {
    Map<String, String> names = new HashMap<>();
    ZoneId.SHORT_IDS.forEach((name, id) -> names.put(Spelling.letters(name), id));
    for (String line : lines()) {
      int equals = line.indexOf('=');
      if (equals > 0 && !line.startsWith("#")) {
        names.put(Spelling.letters(line.substring(0, equals)), line.substring(equals + 1));
      }
    }
    // The names of a place go before what others call so.
    ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
        .forEach(id -> names.put(Spelling.letters(id), id));
    return Map.copyOf(names);
  }

  private static List<String> lines() {
    try (InputStream in = Zones.class.getResourceAsStream(NAMES)) {
      if (in == null) {
        throw new IllegalStateException(NAMES + " is missing beside " + Zones.class.getName());
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(NAMES + " can't be read", e);
    }
  }
}
