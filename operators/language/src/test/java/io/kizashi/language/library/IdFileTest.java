package io.kizashi.language.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.language.library.IdFile.Fault;
import io.kizashi.language.library.IdFile.Heading;
import io.kizashi.language.library.IdFile.NoColumn;
import io.kizashi.language.library.IdFile.Several;
import io.kizashi.language.library.IdFile.Unclosed;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdFileTest {
  private static IdFile lines(String text) {
    return IdFile.of(text, Optional.empty());
  }

  private static IdFile column(String text, String column) {
    return IdFile.of(text, Optional.of(column));
  }

  private static List<String> ids(IdFile file) {
    assertThat(file.faults()).isEmpty();
    return file.ids().stream().map(IdFile.Id::text).toList();
  }

  @Test
  void idsStandOneALineWhateverEndsIt() {
    assertThat(ids(lines("c-1\nc-2"))).containsExactly("c-1", "c-2");
    assertThat(ids(lines("\uFEFFc-1\r\n  c-2\t\r\n\"c-3\"\r\n\r\n")))
        .containsExactly("c-1", "c-2", "c-3");
    assertThat(ids(lines(""))).isEmpty();
  }

  @Test
  void aLineWithoutAnIdIsAnEmptyOne() {
    assertThat(ids(lines("c-1\n\nc-2\n\n\n"))).containsExactly("c-1", "", "c-2");
  }

  @Test
  void eachIdKnowsItsPlace() {
    assertThat(lines("c-1\n\n  c-2\n").ids())
        .containsExactly(
            new IdFile.Id("c-1", 1, 1), new IdFile.Id("", 2, 1), new IdFile.Id("c-2", 3, 3));
    assertThat(column("名前,会員ID\n阿部, 7\n", "会員ID").ids()).containsExactly(new IdFile.Id("7", 2, 5));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void aColumnIsReadWhateverPartsTheCells(String sign) {
    String table = "name,customer,town\nAbe,c-1,Tokyo\nIto,c-2\nUeda\n".replace(",", sign);
    assertThat(ids(column(table, "customer"))).containsExactly("c-1", "c-2", "");
  }

  @Test
  void quotedCellsHoldTheSignLineBreaksAndQuotationMarks() {
    String table = "customer,words\n\"c,1\",\"He said \"\"no\"\",\nand left\"\n\"c-\"\"2\"\"\",x\n";
    assertThat(column(table, "customer").ids())
        .containsExactly(new IdFile.Id("c,1", 2, 1), new IdFile.Id("c-\"2\"", 4, 1));
  }

  @Test
  void severalValuesWithoutAColumnAreAFault() {
    assertThat(lines("c-1\nc-2,Abe\n").faults()).containsExactly((Fault) new Several(2, 5));
    assertThat(lines("customer;name\nc-1;Abe").faults())
        .containsExactly((Fault) new Several(1, 10));
  }

  @Test
  void aHeadingIsNoId() {
    for (String heading : List.of("customer", "Customer_ID", "顧客ID", "会員 番号", "ID")) {
      IdFile file = lines(heading + "\nc-1\n");
      assertThat(file.ids()).containsExactly(new IdFile.Id("c-1", 2, 1));
      assertThat(file.faults()).containsExactly((Fault) new Heading(new IdFile.Id(heading, 1, 1)));
    }
    assertThat(ids(lines("c-1\nid\n"))).containsExactly("c-1", "id");
  }

  @Test
  void aColumnThatIsMissingIsAFaultWithThoseThatThereAre() {
    assertThat(column("a,,b\n1,2,3\n", "c").faults())
        .containsExactly((Fault) new NoColumn(List.of("a", "b")));
    assertThat(column("", "c").faults()).containsExactly((Fault) new NoColumn(List.of()));
  }

  @Test
  void aQuotationMarkThatNothingClosesIsAFaultAndSwallowsNobodyInSilence() {
    assertThat(lines("c-1\n\"c-2\nc-3\n").faults()).containsExactly((Fault) new Unclosed(2));
    assertThat(IdFile.reduced("a,b\n\"1,2\n3,4\n", "a")).isEqualTo("a,b\n\"1,2\n3,4\n");
  }

  @Test
  void whatIsPublishedOfATableNamesCustomersAndNothingElse() {
    String table =
        "\uFEFFname;\"Customer Nr\"\r\nAbe;\"c;1\"\r\n;\r\n\"I\nto\";c-2\r\nUeda;\"c\"\"3\"\r\n";
    String reduced = IdFile.reduced(table, "Customer Nr");
    assertThat(reduced).isEqualTo("Customer Nr\n\"c;1\"\n\nc-2\n\"c\"\"3\"\n");
    assertThat(IdFile.reduced(reduced, "Customer Nr")).isEqualTo(reduced);
    assertThat(IdFile.reduced("name,b\nAbe,1\n", "x")).isEqualTo("name,b\n");
  }

  @Test
  void whatIsPublishedReadsAsTheWholeTableDid() {
    Random random = new Random(7);
    String signs = "ab1- \",;\t\n\r\u3000é😀";
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder("a,b\n");
      for (int n = random.nextInt(30); n > 0; n--) {
        int at = random.nextInt(signs.codePointCount(0, signs.length()));
        text.appendCodePoint(signs.codePointAt(signs.offsetByCodePoints(0, at)));
      }
      String table = text.toString();
      IdFile whole = column(table, "b");
      IdFile published = column(IdFile.reduced(table, "b"), "b");
      assertThat(published.faults()).as(table).isEqualTo(whole.faults());
      assertThat(published.ids().stream().map(IdFile.Id::text).filter(id -> !id.isEmpty()))
          .as(table)
          .isEqualTo(
              whole.ids().stream().map(IdFile.Id::text).filter(id -> !id.isEmpty()).toList());
    }
  }
}
