package io.kizashi.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kizashi.schema.Decoding.Decoded;
import io.kizashi.schema.Decoding.Flaw;
import io.kizashi.schema.Decoding.Rejected;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists and objects among the properties are kept, as far as their bounds reach. */
class StructureTest {
  private static final String TEXT = "x".repeat(Bounds.PROPERTY_BYTES / 2);

  @Test
  void listsAndObjectsAreKept() {
    Decoded read =
        decoded("{'products':[{'sku':'a','qty':2},{'sku':'b','qty':1}],'tags':['x','y'],'no':[]}");
    assertThat(read.flaws()).isEmpty();
    assertThat(read.touchpoint().properties())
        .isEqualTo(
            Map.of(
                "products",
                List.of(Map.of("sku", "a", "qty", 2.0), Map.of("sku", "b", "qty", 1.0)),
                "tags",
                List.of("x", "y"),
                "no",
                List.of()));
  }

  @Test
  void whatIsKeptIsWrittenAsItWasRead() {
    String properties = "{'a':{'city':'東京','at':[1,2.5,true]},'b':[{},[],[[0]]]}";
    assertThat(Samples.text(TouchpointJson.encode(decoded(properties).touchpoint())))
        .contains("\"properties\":" + properties.replace('\'', '"'));
  }

  @Test
  void aNullWithinIsAbsentAsOneOfAPropertyIs() {
    assertThat(value("[1,null,{'a':null,'b':2}]")).isEqualTo(List.of(1.0, Map.of("b", 2.0)));
  }

  @Test
  void whatIsNoNumberIsCutAndTheRestStands() {
    Decoded read = decoded("{'p':[1,{'q':NaN,'r':2},1e999],'s':3}");
    assertThat(read.touchpoint().properties())
        .isEqualTo(Map.of("p", List.of(1.0, Map.of("r", 2.0)), "s", 3.0));
    assertThat(read.flaws())
        .containsExactly(
            new Flaw(RejectCode.NOT_FINITE, "/properties/p/1/q"),
            new Flaw(RejectCode.NOT_FINITE, "/properties/p/2"));
  }

  @Test
  void threeLevelsAreKeptAndWhatLiesDeeperIsCut() {
    Decoded read = decoded("{'p':[{'q':[1,[2],{'r':3}],'s':4}],'t':[[[[[[5]]]]],6]}");
    assertThat(read.touchpoint().properties())
        .isEqualTo(
            Map.of(
                "p",
                List.of(Map.of("q", List.of(1.0), "s", 4.0)),
                "t",
                List.of(List.of(List.of()), 6.0)));
    assertThat(read.flaws())
        .containsExactly(
            new Flaw(RejectCode.TOO_DEEP, "/properties/p/0/q/1"),
            new Flaw(RejectCode.TOO_DEEP, "/properties/p/0/q/2"),
            new Flaw(RejectCode.TOO_DEEP, "/properties/t/0/0/0"));
  }

  @Test
  void aHundredValuesAreKeptAndWhatFollowsIsCut() {
    String hundred = String.join(",", Collections.nCopies(Bounds.PROPERTY_VALUES / 2, "1,[]"));
    Decoded fits = decoded("{'p':[" + hundred + "]}");
    assertThat(fits.flaws()).isEmpty();
    Decoded more = decoded("{'p':[" + hundred + ",{'q':2,'r':3},[]],'s':4}");
    assertThat(more.flaws()).containsExactly(new Flaw(RejectCode.TOO_LONG, "/properties/p"));
    assertThat(more.touchpoint().properties().get("p"))
        .isEqualTo(fits.touchpoint().properties().get("p"));
    assertThat(more.touchpoint().properties()).containsEntry("s", 4.0);
  }

  @Test
  void anObjectOnTheEdgeKeepsWhatThereWasRoomFor() {
    List<Object> expected = new ArrayList<>(Collections.nCopies(Bounds.PROPERTY_VALUES - 1, 1.0));
    expected.add(Map.of("q", 2.0));
    String most = "1,".repeat(Bounds.PROPERTY_VALUES - 1);
    assertThat(value("[" + most + "{'q':2,'r':3},4]")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "['%1$s','%1$s']",
        "{'ab':'%1$s','cd':'%2$s'}",
        "{'ab':{'cd':'%1$s'},'ef':['%3$s',true]}",
        "['%1$s',['%4$s',7]]",
      })
  void fourKilobytesAreKeptAndOneByteMoreIsCut(String form) {
    String shorter = TEXT.substring(4);
    String much = TEXT.substring(7);
    String less = TEXT.substring(8);
    String fits = form.formatted(TEXT, shorter, much, less);
    assertThat(decoded("{'p':" + fits + "}").flaws()).isEmpty();
    Decoded more = decoded("{'p':" + form.formatted(TEXT + "x", shorter, much, less) + "}");
    assertThat(more.flaws()).containsExactly(new Flaw(RejectCode.TOO_LONG, "/properties/p"));
  }

  @Test
  void bytesAreThoseOfUtf8() {
    String kana = "か".repeat(Bounds.PROPERTY_BYTES / 3);
    assertThat(decoded("{'p':['" + kana + "a']}").flaws()).isEmpty();
    assertThat(decoded("{'p':['" + kana + "ab']}").flaws()).hasSize(1);
  }

  @Test
  void aGrantThatNamesSeveralChannelsOrNoTimeIsNone() {
    for (String name : List.of("channel", "purpose", "until")) {
      String record =
          "{'id':'e','type':'consent_changed','time':1772359200000,'customer':'c',"
              + "'properties':{'granted':true,'%s':{'a':1},'textVersion':['b']}}";
      assertThat(decode(record.formatted(name)))
          .isEqualTo(new Rejected(RejectCode.WRONG_TYPE, "/properties/" + name));
    }
  }

  @Test
  void aTouchpointHoldsNothingElseAndIsChangedByNobody() {
    Touchpoint bare = Samples.bare("e", Samples.TEN);
    List<Object> tags = new ArrayList<>(List.of("x"));
    Touchpoint tagged = bare.with(bare.setting(), Map.of("tags", tags));
    tags.add("y");
    assertThat(tagged.properties()).isEqualTo(Map.of("tags", List.of("x")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bare.with(bare.setting(), Map.of("tags", List.of(Map.of("n", 1)))))
        .withMessageContaining("property 'n'");
  }

  private static Object value(String property) {
    return decoded("{'p':" + property + "}").touchpoint().properties().getOrDefault("p", "");
  }

  private static Decoded decoded(String properties) {
    return (Decoded)
        decode(
            "{'id':'e','type':'t','time':1772359200000,'customer':'c','properties':"
                + properties
                + "}");
  }

  private static Decoding decode(String quoted) {
    return TouchpointJson.decode(
        Samples.utf8(quoted.replace('\'', '"')), Samples.TEN, Bounds.LATEST);
  }
}
