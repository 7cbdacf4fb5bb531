package io.kizashi.cli.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.cli.play.Imports.Run;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JsonImportTest {
  private static final String CHATS =
      """
      mapping: chats
      format: json
      each: document.events
      touchpoint:
        id: document.chat + "-" + pad(index, 3)
        type: '{"user": "customer_spoke", "agent": "agent_spoke"}[item.by]'
        time: { value: 'item.?at.orValue(previous.time)', format: epoch-seconds }
        customer: document.chat
        actor: 'item.by == "user" ? "customer" : "agent"'
        text: item.?text
        emotion: { valence: 'item.?mood', label: 'item.?feels' }
        values: item.?tags
      """;

  @TempDir Path folder = Path.of("");
  private Imports imports = new Imports(folder);

  @BeforeEach
  void start() {
    imports = new Imports(folder);
  }

  @Test
  void itemsOfADocumentTakeMissingTimesFromTheOneBefore() throws IOException {
    Run run =
        imports.text(
            CHATS,
            "chat.json",
            """
            { "chat": "k", "events": [
              { "by": "user", "at": 1772359200, "text": "hello" },
              { "by": "agent", "text": "hi", "tags": ["feel"] },
              { "by": "user", "at": 1772359201.5, "mood": -0.5, "feels": "anger", "text": null } ] }
            """);
    assertThat(run.err()).isEmpty();
    assertThat(run.events())
        .containsExactly(
            "{\"id\":\"k-000\",\"type\":\"customer_spoke\",\"time\":\"2026-03-01T10:00:00.000Z\","
                + "\"customer\":\"k\",\"text\":\"hello\"}",
            "{\"id\":\"k-001\",\"type\":\"agent_spoke\",\"time\":\"2026-03-01T10:00:00.000Z\","
                + "\"customer\":\"k\",\"actor\":\"agent\",\"values\":[\"feel\"],\"text\":\"hi\"}",
            "{\"id\":\"k-002\",\"type\":\"customer_spoke\",\"time\":\"2026-03-01T10:00:01.500Z\","
                + "\"customer\":\"k\",\"emotion\":{\"valence\":-0.5,\"arousal\":0.0,"
                + "\"label\":\"anger\",\"confidence\":1.0}}");
  }

  @Test
  void badItemsAreToldWithFileAndIndexAndSkipped() throws IOException {
    Run run =
        imports.text(
            CHATS,
            "chat.json",
            """
            { "chat": "k", "events": [
              { "by": "user" },
              { "by": "bot", "at": 1772359200 },
              { "by": "user", "at": 1772359200, "mood": 7 },
              { "by": "user", "at": "soon" },
              { "by": "user", "at": 1772359200, "mood": "low" },
              { "at": 1772359200 },
              { "by": "user", "at": 1772359200 } ] }
            """);
    assertThat(run.code()).isZero();
    assertThat(run.events()).hasSize(1);
    assertThat(run.err())
        .isEqualTo(
            """
            chat.json[0]: time: key 'time' is not present in map
            chat.json[1]: type: key 'bot' is not present in map
            chat.json[2]: the engine would refuse it: bad_value at /emotion
            chat.json[3]: time: 'soon' is no number that is a time
            chat.json[4]: the engine would refuse it: wrong_type at /emotion/valence, which is 'low'
            chat.json[5]: type: key 'by' is not present in map
            """);
  }

  @Test
  void brokenDocumentsOfAFolderAreToldAndTheOthersRead() throws IOException {
    imports.write("in/a.json", "{ \"chat\": \"a\",\n \"events\": [ }");
    imports.write("in/b.json", "{ \"chat\": \"b\", \"events\": 5 }");
    imports.write(
        "in/c.json", "{ \"chat\": \"c\", \"events\": [{\"by\":\"user\",\"at\":1772359200}]}");
    imports.write("in/d.json", "{ \"chat\": \"d\", \"chat\": \"e\", \"events\": []}");
    imports.write("in/notes.txt", "not an export");
    imports.write("in/.hidden.json", "{");
    Run run = imports.path(CHATS, folder.resolve("in"));
    assertThat(run.events()).singleElement().asString().contains("\"id\":\"c-000\"");
    assertThat(run.out()).contains("1 touchpoints from 4 records in 4 files").contains("bad: 3");
    assertThat(run.err().lines())
        .satisfiesExactly(
            a -> assertThat(a).startsWith("a.json:2: this is no JSON, at column 14: Unexpected"),
            b -> assertThat(b).isEqualTo("b.json: each: must be a list"),
            d -> assertThat(d).startsWith("d.json:1: this is no JSON").contains("Duplicate"));
  }

  @Test
  void aLineOfJsonLinesIsADocumentAndABrokenOneHurtsNoOther() throws IOException {
    Run run =
        imports.text(
            """
            mapping: log
            format: json
            touchpoint: { id: index, type: document.what, time: document.at, customer: document.who }
            """
                .replace("id: index", "id: string(index)"),
            "log.jsonl",
            """
            {"what":"seen","at":"2026-03-01T10:00:00Z","who":5}
            {"what":"seen","at":"2026-03-01T10:00:00Z",
            {"what":"seen"} {"what":"seen"}

            {"what":"Seen","at":"2026-03-01T10:00:00Z","who":"c"}
            {"what":"left","at":"2026-03-01T10:00:00Z","who":2.5}
            {"what":"left","at":"2026-03-01T10:00:00Z","who":"c"}
            """);
    assertThat(run.events()).hasSize(2);
    assertThat(run.events().get(0)).contains("\"customer\":\"5\"");
    assertThat(run.err().lines())
        .satisfiesExactly(
            cut -> assertThat(cut).startsWith("log.jsonl:2: this is no JSON"),
            two -> assertThat(two).isEqualTo("log.jsonl:3: holds more than one JSON value"),
            type ->
                assertThat(type)
                    .isEqualTo(
                        "log.jsonl:5: the engine would refuse it: bad_value at /type, which is"
                            + " 'Seen'"),
            who -> assertThat(who).isEqualTo("log.jsonl:6: customer: must be text, but is '2.5'"));
  }

  @Test
  void documentsMayFollowEachOtherInOneFile() throws IOException {
    Run run =
        imports.text(
            CHATS,
            "chats.json",
            """
            { "chat": "a", "events": [{"by":"user","at":1772359200}] }
            { "chat": "b", "events": [{"by":"user","at":1772359200},
                                      {"by":"nobody","at":1772359200}] }
            """);
    assertThat(run.events()).hasSize(2);
    assertThat(run.err()).startsWith("chats.json:2[1]: ");
  }

  @Test
  void aListNeedsEach() throws IOException {
    Run run =
        imports.text(
            "{ mapping: m, format: json, touchpoint: "
                + "{ id: document.id, type: document.t, time: document.at, customer: document.c } }",
            "list.json",
            "[ { \"id\": \"1\" } ]");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("list.json: the document is a list; 'each: document' takes its items\n");
  }

  @Test
  void loopsInExpressionsEnd() throws IOException {
    Run run =
        imports.text(
            """
            mapping: slow
            format: json
            touchpoint:
              id: 'document.l.all(a, document.l.all(b, document.l.all(c, true))) ? "x" : "y"'
              type: '"seen"'
              time: '"2026-03-01T10:00:00Z"'
              customer: '"c"'
            """,
            "slow.json",
            "{ \"l\": [" + "1,".repeat(99) + "1] }");
    assertThat(run.err()).startsWith("slow.json: id: Iteration budget exceeded: 100000\n");
  }

  @Test
  void deepDocumentsAreRefused() throws IOException {
    Run run = imports.text(CHATS, "deep.json", "[".repeat(100_000));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("deep.json:1: this is no JSON").contains("nesting depth");
  }
}
