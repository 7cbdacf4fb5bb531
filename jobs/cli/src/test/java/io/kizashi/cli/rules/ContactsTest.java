package io.kizashi.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.control.compare.Contacts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactsTest {
  private static final String DIFFERENCES =
      """
      {"what":"moment","difference":"only_in_b","time":"2026-03-01T14:00:00Z","customer":"c-1","rule":"left","b":{"time":"2026-03-01T14:00:00Z","retracted":false},"why":"w"}
      {"what":"action","difference":"only_in_b","time":"2026-03-01T14:00:00Z","customer":"=c-1","rule":"left","action":"remind","b":{"time":"2026-03-01T14:00:00Z","action":"remind","channel":"line","sentAfter":"1h 60m","retracted":false},"why":"the moment, as \\"left\\", is new"}
      {"what":"action","difference":"changed","time":"2026-03-01T14:00:00Z","customer":"c-2","rule":"left","action":"remind","changed":["action"],"a":{"time":"2026-03-01T14:00:00Z","action":"call","channel":"call","sentAfter":"0s","retracted":false},"b":{"time":"2026-03-01T14:10:00Z","action":"remind","channel":"web","sentAfter":"0s","retracted":false},"why":"B decides 10m earlier"}
      {"what":"action","difference":"changed","time":"2026-03-01T14:00:00Z","customer":"c-3","rule":"left","action":"remind","changed":["retracted"],"a":{"time":"2026-03-01T14:00:00Z","action":"remind","channel":"web","sentAfter":"0s","retracted":false},"b":{"time":"2026-03-01T14:00:00Z","action":"remind","channel":"web","sentAfter":"0s","retracted":true},"why":"B takes it back"}
      """;

  @TempDir Path folder = Path.of("");

  private List<String> printed(Contacts.Format format) throws IOException {
    Path file = Files.writeString(folder.resolve("differences.jsonl"), DIFFERENCES);
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    new Contacts(ZoneId.of("Asia/Tokyo"), format).print(file, out);
    out.flush();
    return text.toString().lines().toList();
  }

  @Test
  void everyoneWhoIsContactedOtherwiseIsALineOfTheDayOnWhichItIsSent() throws IOException {
    assertThat(printed(Contacts.Format.CSV))
        .containsExactly(
            "day,time,customer,moment,action,channel,change,before,reason",
            "2026-03-02,2026-03-01T16:00:00Z,'=c-1,left,remind,line,more,,\"the moment, as"
                + " \"\"left\"\", is new\"",
            "2026-03-01,2026-03-01T14:10:00Z,c-2,left,remind,web,instead,call,B decides 10m"
                + " earlier",
            "2026-03-01,2026-03-01T14:00:00Z,c-3,left,remind,web,less,remind,B takes it back");
  }

  @Test
  void aTableCountsThemByDayActionAndReason() throws IOException {
    assertThat(printed(Contacts.Format.TABLE))
        .extracting(line -> line.replaceAll(" {2,}", "|"))
        .containsExactly(
            "day|action|change|customers|reason",
            "2026-03-01|remind|less|1|B takes it back",
            "2026-03-01|remind|instead|1|B decides … earlier",
            "2026-03-02|remind|more|1|the moment, as \"left\", is new");
  }
}
