package io.kizashi.cli.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.cli.play.Imports.Run;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvImportTest {
  private static final String VISITS =
      """
      mapping: visits
      format: csv
      skip:
        test: row.who == "test"
        robot: row.who.startsWith("bot")
      touchpoint:
        id: row.id
        type: '"page_viewed"'
        time: row.at
        customer: row.who
        properties: { page: row.page, depth: size(row.page) }
      """;

  @TempDir Path folder = Path.of("");
  private Imports imports = new Imports(folder);

  @BeforeEach
  void start() {
    imports = new Imports(folder);
  }

  @Test
  void everyRowBecomesATouchpointInOrderOfTimeAndId() throws IOException {
    Run run =
        imports.text(
            VISITS,
            "visits.csv",
            """
            id,at,who,page
            b,2026-03-01T10:00:01Z,c-1,/b
            c,2026-03-01T10:00:00Z,c-1,"/c,""d\"""
            a,2026-03-01T19:00:01+09:00,c-2,/a
            """);
    assertThat(run.code()).isZero();
    assertThat(run.events())
        .containsExactly(
            "{\"id\":\"c\",\"type\":\"page_viewed\",\"time\":\"2026-03-01T10:00:00.000Z\","
                + "\"customer\":\"c-1\",\"properties\":{\"page\":\"/c,\\\"d\\\"\",\"depth\":6}}",
            "{\"id\":\"a\",\"type\":\"page_viewed\",\"time\":\"2026-03-01T10:00:01.000Z\","
                + "\"customer\":\"c-2\",\"properties\":{\"page\":\"/a\",\"depth\":2}}",
            "{\"id\":\"b\",\"type\":\"page_viewed\",\"time\":\"2026-03-01T10:00:01.000Z\","
                + "\"customer\":\"c-1\",\"properties\":{\"page\":\"/b\",\"depth\":2}}");
  }

  @Test
  void skippedRowsAreCountedUnderTheFirstConditionThatHolds() throws IOException {
    Run run =
        imports.text(
            VISITS,
            "visits.csv",
            """
            id,at,who,page
            1,2026-03-01T10:00:00Z,test,/
            2,2026-03-01T10:00:00Z,bot-1,/
            3,2026-03-01T10:00:00Z,bot-2,/
            4,2026-03-01T10:00:00Z,c-1,/
            """);
    assertThat(run.events()).hasSize(1);
    assertThat(run.out())
        .startsWith("visits: 1 touchpoints from 4 records in 1 file")
        .contains("  skipped test: 1\n  skipped robot: 2\n");
  }

  @Test
  void badRowsAreToldWithFileAndLineAndSkipped() throws IOException {
    Run run =
        imports.text(
            VISITS,
            "visits.csv",
            """
            id,at,who,page
            1,yesterday,c-1,/
            2,2026-03-01T10:00:00Z,c-1

            3,2026-03-01T10:00:00Z,,/
            4,2026-03-01T10:00:00Z,"c"x,/
            5,2026-03-01T10:00:00Z,c-1,"/two
            lines"
            6,1969-03-01T10:00:00Z,c-1,/
            5,2026-03-01T10:00:00Z,c-1,/again
            """);
    assertThat(run.code()).isZero();
    assertThat(run.events()).singleElement().asString().contains("\"page\":\"/two\\nlines\"");
    assertThat(run.out()).contains("1 touchpoints from 7 records").contains("  bad: 6\n");
    assertThat(run.err())
        .isEqualTo(
            """
            visits.csv:2: time: 'yesterday' is no RFC 3339 time with seconds and zone
            visits.csv:3: has 3 values for 4 columns
            visits.csv:5: the engine would refuse it: missing_field at /customer
            visits.csv:6: this is no CSV: Invalid character between encapsulated token and \
            delimiter
            visits.csv:9: the engine would refuse it: bad_time at /time, which is '-26402400000'
            visits.csv:10: id: '5' came before for customer 'c-1'; an id is unique for its customer
            """);
  }

  @Test
  void onlyTheFirstTwentyBadRecordsAreShown() throws IOException {
    Run run =
        imports.text(
            VISITS,
            "visits.csv",
            "id,at,who,page\n1,2026-03-01T10:00:00Z,c-1,/\n" + "2,never,c-1,/\n".repeat(25));
    assertThat(run.err().lines()).hasSize(21).last().isEqualTo("… and 5 more bad records");
    assertThat(run.out()).contains("  bad: 25\n");
  }

  @Test
  void aColumnThatTheFileLacksIsToldOnceWithItsPlaceInTheMapping() throws IOException {
    Run run = imports.text(VISITS, "visits.csv", "id,at,whom,page\n1,2026-03-01T10:00:00Z,c-1,/\n");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.events()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            """
            mapping.yaml:4:13: error: there is no column 'who' in visits.csv [unknown_column]
             |   test: row.who == "test"
             |             ^
               hint: did you mean 'whom'?
            """);
  }

  @Test
  void rowsOfOneGroupMakeOneTouchpointAtThePlaceOfTheFirst() throws IOException {
    Run run =
        imports.text(
            """
            mapping: orders
            format: csv
            group-by: row.no
            touchpoint:
              id: row.no
              type: '"order_placed"'
              time: row.at
              customer: row.who
              properties:
                total: round(sum(rows.map(r, double(r.price) * double(r.n))), 2)
                lines: size(rows)
                first: row.price
                place: index
            """,
            "orders.csv",
            """
            no,at,who,n,price
            7,2026-03-01T10:00:00Z,c-1,3,0.1
            8,2026-03-01T10:00:00Z,c-2,x,1
            7,2026-03-01T10:05:00Z,c-1,1,0.2
            """);
    assertThat(run.events())
        .containsExactly(
            "{\"id\":\"7\",\"type\":\"order_placed\",\"time\":\"2026-03-01T10:00:00.000Z\","
                + "\"customer\":\"c-1\","
                + "\"properties\":{\"total\":0.5,\"lines\":2,\"first\":\"0.1\",\"place\":0}}");
    assertThat(run.err()).isEqualTo("orders.csv:3: properties.total: For input string: \"x\"\n");
  }

  @Test
  void delimiterEncodingAndColumnsFollowTheMapping() throws IOException {
    Path file =
        imports.write(
            "export.txt", "1;2026-03-01T10:00:00Z;東京\n".getBytes(Charset.forName("Shift_JIS")));
    Run run =
        imports.path(
            """
            mapping: bare
            format: csv
            delimiter: ';'
            encoding: Shift_JIS
            columns: [id, at, city]
            touchpoint:
              { id: row.id, type: '"seen"', time: row.at, anonymous: row.id, place: row.city }
            """,
            file);
    assertThat(run.events()).singleElement().asString().contains("\"place\":\"東京\"");
  }

  @Test
  void bytesOfAnotherEncodingMakeTheirRowBadAndNoOther() throws IOException {
    Path file =
        imports.write(
            "visits.csv",
            "\uFEFFid,at,who,page\n1,2026-03-01T10:00:00Z,c,/é\n".getBytes(StandardCharsets.UTF_8));
    assertThat(imports.path(VISITS, file).events()).hasSize(1);
    Path other =
        imports.write(
            "visits.csv",
            "id,at,who,page\n1,2026-03-01T10:00:00Z,c,/é\n2,2026-03-01T10:00:00Z,c,/e\n"
                .getBytes(StandardCharsets.ISO_8859_1));
    Run run = imports.path(VISITS, other);
    assertThat(run.events()).hasSize(1);
    assertThat(run.err())
        .isEqualTo("visits.csv:2: holds bytes that are no UTF-8; see 'encoding'\n");
  }

  @Test
  void aQuoteThatIsNeverClosedEndsTheImport() throws IOException {
    String open = "id,at,who,page\n1,2026-03-01T10:00:00Z,c,\"/\n";
    Run run = imports.text(VISITS, "visits.csv", open + "x".repeat(80).concat("\n").repeat(20_000));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo("visits.csv:2: a row of more than 1048576 characters; is a quote not closed?\n");
  }

  @Test
  void anImportOfWhichNothingFitsIsAtFault() throws IOException {
    Run run = imports.text(VISITS, "visits.csv", "id,at,who,page\n1,never,c-1,/\n");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).endsWith("visits.csv: no record fits the mapping 'visits'\n");
    assertThat(folder.resolve("events.jsonl")).doesNotExist();
    assertThat(folder.resolve("events.jsonl.part")).doesNotExist();
  }
}
