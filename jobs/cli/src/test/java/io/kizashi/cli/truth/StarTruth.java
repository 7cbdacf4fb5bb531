package io.kizashi.cli.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** "The customer spoke, then nothing from anyone for 5 minutes, dialogue not completed." */
public final class StarTruth {
  private static final long SILENCE_SECONDS = 300;

  private StarTruth() {}

  /** Lines "customer touchpoint-id detectedAt", the time in RFC 3339 with milliseconds. */
  public static SortedSet<String> moments(Path archive) throws IOException {
    SortedSet<String> moments = new TreeSet<>();
    ObjectMapper json = new ObjectMapper();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new XZInputStream(new BufferedInputStream(Files.newInputStream(archive))))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.getName().endsWith(".json")) {
          addMoments(json.readTree(tar.readAllBytes()), moments);
        }
      }
    }
    return moments;
  }

  private static void addMoments(JsonNode dialogue, SortedSet<String> moments) {
    if (dialogue.get("CompletionLevel").asText().equals("Complete")) {
      return;
    }
    JsonNode events = dialogue.get("Events");
    long[] seconds = seconds(events);
    String customer = dialogue.get("DialogueID").asText();
    for (int i = 0; i < seconds.length; i++) {
      boolean spoke =
          events.get(i).get("Agent").asText().equals("User")
              && events.get(i).get("Action").asText().equals("utter");
      if (spoke && silentAfter(seconds, i)) {
        Instant detected = Instant.ofEpochSecond(seconds[i] + SILENCE_SECONDS);
        String at = detected.toString().replace("Z", ".000Z");
        moments.add(String.format(Locale.ROOT, "%s %s-%04d %s", customer, customer, i, at));
      }
    }
  }

  /** An event without a time has the one of the event before it. */
  private static long[] seconds(JsonNode events) {
    long[] seconds = new long[events.size()];
    for (int i = 0; i < seconds.length; i++) {
      JsonNode time = events.get(i).get("UnixTime");
      seconds[i] = time == null ? seconds[i - 1] : time.asLong();
    }
    return seconds;
  }

  /** What happens in the same second breaks a silence, too. */
  private static boolean silentAfter(long[] seconds, int spoken) {
    for (int i = 0; i < seconds.length; i++) {
      long passed = seconds[i] - seconds[spoken];
      if (i != spoken && passed >= 0 && passed <= SILENCE_SECONDS) {
        return false;
      }
    }
    return true;
  }
}
