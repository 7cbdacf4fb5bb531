package io.kizashi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  @Test
  void linesEndAtLineFeedsAndTheLastNeedsNone() throws IOException {
    assertThat(lines("a\nbc\n\nd")).containsExactly("a", "bc", "", "d");
    assertThat(lines("a\n")).containsExactly("a");
    assertThat(lines("")).isEmpty();
    assertThat(lines("\n")).containsExactly("");
  }

  @Test
  void aCarriageReturnStays() throws IOException {
    assertThat(lines("a\r\nb")).containsExactly("a\r", "b");
  }

  @Test
  void linesLongerThanABufferArriveWhole() throws IOException {
    String longLine = "x".repeat(200_000);

    assertThat(lines(longLine + "\n" + longLine)).containsExactly(longLine, longLine);
  }

  @Test
  void theEndMayBeAskedForTwice() throws IOException {
    LineReader reader = reader("a", 10);

    assertThat(reader.next()).isPresent();
    assertThat(reader.next()).isEmpty();
    assertThat(reader.next()).isEmpty();
    assertThat(reader.number()).isEqualTo(1);
  }

  @Test
  void aLineBeyondTheLimitNamesFileAndLine() {
    assertThatThrownBy(
            () -> {
              LineReader reader = reader("ok\ntoo long\n", 5);
              reader.next();
              reader.next();
            })
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("events.jsonl:2: the line is longer than 5 bytes");
  }

  private static List<String> lines(String text) throws IOException {
    List<String> lines = new ArrayList<>();
    LineReader reader = reader(text, LineReader.MAX_BYTES);
    for (Optional<byte[]> line = reader.next(); line.isPresent(); line = reader.next()) {
      lines.add(new String(line.get(), StandardCharsets.UTF_8));
      assertThat(reader.number()).isEqualTo(lines.size());
    }
    return lines;
  }

  private static LineReader reader(String text, int most) {
    return new LineReader(
        "events.jsonl", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), most);
  }
}
