package io.kizashi.schema.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.schema.ActionKind;
import io.kizashi.schema.Actor;
import io.kizashi.schema.Control;
import io.kizashi.schema.ControlJson;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Inquiry;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Pause;
import io.kizashi.schema.Publication;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Retirement;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.Schemas;
import io.kizashi.schema.Thaw;
import io.kizashi.schema.form.Form;
import io.kizashi.schema.form.FormAddition;
import io.kizashi.schema.form.FormAdditions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mark that a reader knows or a writer writes was named when it was added, and no other. */
class FormAdditionsTest {
  private static final RulebookDocument TEXT = new RulebookDocument("r.yaml", 2, "rulebook: r\n");

  /** Bytes that any reader finds enough in: zeros are empty texts, lists and numbers. */
  private static final int PLENTY = 256;

  /** More than any form has. */
  private static final int MARKS = 64;

  @ParameterizedTest(name = "{0}")
  @MethodSource("written")
  void whatIsWrittenIsListed(Form form, Set<String> marks) {
    assertThat(listed(form)).isEqualTo(new TreeSet<>(marks));
  }

  static Stream<Arguments> written() {
    return Stream.of(
        arguments(Form.SECTION, texts(CustomerState.tags().stream())),
        arguments(Form.ACTOR, literals(Actor.class, Actor::kept)),
        arguments(Form.ACTION_KIND, literals(ActionKind.class, ActionKind::kept)),
        arguments(Form.MOMENT_KIND, literals(Moment.Kind.class, Moment.Kind::kept)),
        arguments(Form.MOMENT_STATUS, literals(Moment.Status.class, Moment.Status::kept)),
        arguments(
            Form.RECOMMENDATION_STATUS,
            literals(Recommendation.Status.class, Recommendation.Status::kept)),
        arguments(Form.CONTROL, literals(Control.Kind.class, Control.Kind::tag)),
        arguments(Form.TOUCHPOINT_RECORD, properties("touchpoint")),
        arguments(Form.MOMENT_RECORD, properties("moment")),
        arguments(Form.RECOMMENDATION_RECORD, properties("recommendation")),
        arguments(Form.REJECTED_RECORD, properties("rejected")),
        arguments(Form.STATUS_RECORD, properties("rulebook-status")),
        arguments(Form.KPI_RECORD, properties("journey-kpi")),
        arguments(Form.LEXICON_RECORD, properties("lexicon")),
        arguments(Form.REPLY_RECORD, properties("reply")),
        arguments(Form.PUBLICATION_RECORD, fieldsOf(publication())),
        arguments(Form.PAUSE_RECORD, fieldsOf(pause())),
        arguments(
            Form.THAW_RECORD,
            fieldsOf(thaw(CustomerKey.customer("c-1")), thaw(CustomerKey.guest("g-1")))),
        arguments(
            Form.INQUIRY_RECORD,
            fieldsOf(
                new Inquiry("i-1", CustomerKey.customer("c-1"), 7),
                new Inquiry("i-1", CustomerKey.guest("g-1"), 7))),
        arguments(
            Form.RETIREMENT_RECORD,
            fields(ControlJson.encode(new Retirement("crm", "kenji", "replaced")))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readers")
  void whatIsReadIsListedAndAllElseIsRefused(Form form, Consumer<byte[]> reader) {
    Set<String> known = new TreeSet<>();
    for (int mark = 0; mark < MARKS; mark++) {
      if (isKnown(form, mark, reader)) {
        known.add(Integer.toString(mark));
      }
    }
    assertThat(known).isEqualTo(listed(form));
  }

  static Stream<Arguments> readers() {
    return Stream.of(
        reader(Form.FLAG, bytes -> new ByteSource(bytes).readFlag()),
        reader(
            Form.EMOTION,
            bytes -> TouchpointCodec.readEmotion(new ByteSource(bytes), new Strings.Reader())),
        reader(
            Form.SCALAR, bytes -> PropertyCodec.read(new ByteSource(bytes), new Strings.Reader())),
        reader(Form.FATE, bytes -> DecisionCodec.decode(oneOf(bytes))),
        reader(
            Form.DECISIONS,
            bytes ->
                OwnershipCodec.read(
                    new ByteSource(bytes), new Strings.Reader(), new ArrayList<>())));
  }

  private static boolean isKnown(Form form, int mark, Consumer<byte[]> reader) {
    byte[] bytes = new byte[PLENTY];
    bytes[0] = (byte) mark;
    try {
      reader.accept(bytes);
      return true;
    } catch (IllegalStateException e) {
      return !Objects.equals(e.getMessage(), form.unknown(mark).getMessage());
    }
  }

  /** A list of one. */
  private static byte[] oneOf(byte[] bytes) {
    ByteSink out = new ByteSink();
    out.writeVarint(1);
    out.writeRaw(bytes);
    return out.toBytes();
  }

  @Test
  void aTextOfASettingThatALaterReleaseAddedIsRefused() {
    for (int bit = 0; bit < MARKS - 1; bit++) {
      ByteSink out = new ByteSink();
      out.writeVarint(1L << bit);
      out.writeRaw(new byte[PLENTY]);
      Strings.Reader strings = new Strings.Reader();
      ByteSource in = new ByteSource(out.toBytes());
      if (listed(Form.SETTING).contains(Integer.toString(bit))) {
        assertThat(TouchpointCodec.readSetting(in, strings).values()).isEmpty();
      } else {
        assertThatIllegalStateException()
            .isThrownBy(() -> TouchpointCodec.readSetting(in, strings))
            .withMessage(Form.SETTING.unknown(bit).getMessage());
      }
    }
  }

  @Test
  void anUnknownFormIsNamedWithWhoMayHaveWrittenIt() {
    assertThat(Form.EMOTION.unknown(3))
        .hasMessage(
            "state holds an emotion of unknown form 3; no release up to 0.1.0 writes it, so a"
                + " newer one may have: restore with the release that wrote it");
    assertThat(Form.ACTOR.unknown("ROBOT"))
        .hasMessageContaining("an actor of unknown form 'ROBOT'");
  }

  @Test
  void everyFormHasItsAdditionsAndEveryAdditionItsName() {
    List<FormAddition> all = FormAdditions.all();
    assertThat(all).extracting(FormAddition::form).contains(Form.values());
    assertThat(all).extracting(FormAddition::name).doesNotHaveDuplicates();
    assertThat(all)
        .allSatisfy(
            addition -> {
              assertThat(addition.marks()).isNotEmpty();
              assertThat(addition.since()).matches("\\d+\\.\\d+\\.\\d+");
              assertThat(addition.adds()).isNotEmpty();
              assertThat(addition.older()).isNotEmpty();
            });
    for (Form form : Form.values()) {
      assertThat(marks(form)).as("marks of %s", form).doesNotHaveDuplicates();
    }
  }

  @Test
  void theNewestReleaseIsTheOneThatIsBuilt() throws IOException {
    assertThat(Files.readString(Path.of("pom.xml")))
        .containsPattern(
            "<artifactId>kizashi</artifactId>\\s*<version>"
                + FormAdditions.NEWEST
                + "(-SNAPSHOT)?</version>");
  }

  private static Set<String> listed(Form form) {
    return new TreeSet<>(marks(form));
  }

  private static List<String> marks(Form form) {
    return FormAdditions.all().stream()
        .filter(addition -> addition.form() == form)
        .flatMap(addition -> addition.marks().stream())
        .toList();
  }

  private static Arguments reader(Form form, Consumer<byte[]> reader) {
    return arguments(form, reader);
  }

  private static <E extends Enum<E>> Set<String> literals(Class<E> type, Function<E, ?> literal) {
    return texts(EnumSet.allOf(type).stream().map(literal));
  }

  private static Set<String> texts(Stream<?> marks) {
    return marks.map(Object::toString).collect(Collectors.toSet());
  }

  private static Set<String> properties(String schema) {
    return names(json(Schemas.text(schema)).path("properties"));
  }

  /** Those that are written, and the one that may be read. */
  private static Set<String> fieldsOf(Control... controls) {
    Set<String> names = new TreeSet<>(Set.of("control"));
    for (Control control : controls) {
      names.addAll(fields(ControlJson.encode(control)));
    }
    return names;
  }

  private static Set<String> fields(byte[] record) {
    return names(json(new String(record, StandardCharsets.UTF_8)));
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Publication publication() {
    Publication.Rollout rollout = new Publication.Rollout(10, TEXT);
    return new Publication("r", TEXT, Optional.of(rollout), 7, "mika", "spring");
  }

  private static Thaw thaw(CustomerKey customer) {
    return new Thaw(customer, "kenji", "mended");
  }

  private static Pause pause() {
    return new Pause(new Pause.Target("sell", "line", "JP-13"), true, "kenji", "earthquake");
  }
}
