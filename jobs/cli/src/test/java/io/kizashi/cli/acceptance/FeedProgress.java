package io.kizashi.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kizashi.cli.CommandRun;
import io.kizashi.terminal.ExitCode;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What {@code kizashi feed} said it did.
 *
 * @param records published
 * @param damaged those of them that no touchpoint can be read from
 * @param streamTime newest time, milliseconds since the epoch
 */
record FeedProgress(long records, long damaged, long streamTime) {
  /** Runs the command to its end. */
  static FeedProgress of(Path events, String bootstrap, String prefix, String speed) {
    CommandRun run =
        CommandRun.of(
            "feed",
            "--events",
            events.toString(),
            "--bootstrap",
            bootstrap,
            "--topic-prefix",
            prefix,
            "--speed",
            speed,
            "--json");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    JsonNode said = OutputLine.of(run.out()).json();
    return new FeedProgress(
        said.path("records").asLong(),
        said.path("damaged").asLong(),
        Instant.parse(said.path("streamTime").asText()).toEpochMilli());
  }
}
