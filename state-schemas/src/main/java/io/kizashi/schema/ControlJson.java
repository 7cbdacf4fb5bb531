package io.kizashi.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** The JSON form of what people tell the engine, as its records hold it. */
public final class ControlJson {
  private static final String PAUSED = "paused";
  private static final String RESUMED = "resumed";
  private static final String CUSTOMER = "customer";
  private static final String ANONYMOUS = "anonymous";
  private static final String ID = "id";

  /** The tag of what is no {@link Control}: it is heard where touchpoints are read. */
  private static final String RETIREMENT = "retirement";

  private ControlJson() {}

  /** The record of a control; its place on the topic is no part of it. */
  public static byte[] encode(Control control) {
    return control.map(
        ControlJson::encode, ControlJson::encode, ControlJson::encode, ControlJson::encode);
  }

  /**
   * The control of a record that holds one of a kind; empty where it does not. A record that says
   * that it holds another control than the one asked for is none, whatever else it holds. Never
   * throws.
   *
   * @param offset where the record lies on its topic
   */
  public static Optional<Control> decode(Control.Kind kind, byte[] bytes, long offset) {
    return switch (kind) {
      case PUBLICATION -> publication(bytes, offset).map(Function.identity());
      case PAUSE -> pause(bytes, offset).map(Function.identity());
      case THAW -> thaw(bytes, offset).map(Function.identity());
      case INQUIRY -> inquiry(bytes, offset).map(Function.identity());
    };
  }

  /** The record of a retirement. */
  public static byte[] encode(Retirement retirement) {
    return Json.object(
        out -> {
          out.writeStringField(ControlFields.TAG, RETIREMENT);
          out.writeStringField(SourceField.NAME, retirement.source());
          out.writeStringField("by", retirement.by());
          out.writeStringField("why", retirement.why());
        });
  }

  /** The retirement of a record; empty where it is none. Never throws. */
  public static Optional<Retirement> retirement(byte[] bytes) {
    return ControlFields.of(bytes)
        .filter(fields -> fields.has(ControlFields.TAG, RETIREMENT))
        .filter(fields -> fields.has(SourceField.NAME))
        .filter(fields -> fields.text(SourceField.NAME).length() <= Bounds.SOURCE_CHARS)
        .map(
            fields ->
                new Retirement(
                    fields.text(SourceField.NAME), fields.text("by"), fields.text("why")));
  }

  /** The record of a publication; its place on the topic is no part of it. */
  public static byte[] encode(Publication publication) {
    return Json.object(
        out -> {
          out.writeStringField("rulebook", publication.name());
          document(out, publication.document());
          if (publication.rollout().isPresent()) {
            Publication.Rollout rollout = publication.rollout().get();
            out.writeObjectFieldStart("rollout");
            out.writeNumberField("percent", rollout.percent());
            out.writeObjectFieldStart("base");
            document(out, rollout.base());
            out.writeEndObject();
            out.writeEndObject();
          }
          out.writeStringField("by", publication.by());
          out.writeStringField("why", publication.why());
        });
  }

  private static void document(JsonGenerator out, RulebookDocument document) throws IOException {
    out.writeNumberField("version", document.version());
    out.writeStringField("file", document.file());
    out.writeStringField("text", document.text());
  }

  /** The record of a pause. */
  public static byte[] encode(Pause pause) {
    return Json.object(
        out -> {
          out.writeStringField("status", pause.paused() ? PAUSED : RESUMED);
          out.writeStringField("kind", pause.target().kind());
          out.writeStringField("channel", pause.target().channel());
          out.writeStringField("region", pause.target().region());
          out.writeStringField("by", pause.by());
          out.writeStringField("why", pause.why());
        });
  }

  /** The record of a thaw; its place on the topic is no part of it. */
  public static byte[] encode(Thaw thaw) {
    return Json.object(
        out -> {
          out.writeStringField(ControlFields.TAG, Control.Kind.THAW.wire());
          customer(out, thaw.customer());
          out.writeStringField("by", thaw.by());
          out.writeStringField("why", thaw.why());
        });
  }

  /** The record of an inquiry; its place on the topic is no part of it. */
  public static byte[] encode(Inquiry inquiry) {
    return Json.object(
        out -> {
          out.writeStringField(ControlFields.TAG, Control.Kind.INQUIRY.wire());
          out.writeStringField(ID, inquiry.id());
          customer(out, inquiry.customer());
        });
  }

  private static void customer(JsonGenerator out, CustomerKey customer) throws IOException {
    out.writeStringField(customer.guest() ? ANONYMOUS : CUSTOMER, customer.id());
  }

  /**
   * The publication of a record; empty where it is none. Never throws.
   *
   * @param offset where the record lies on its topic
   */
  public static Optional<Publication> publication(byte[] bytes, long offset) {
    return fields(bytes, Control.Kind.PUBLICATION).flatMap(fields -> publication(fields, offset));
  }

  /**
   * The pause of a record; empty where it is none. Never throws.
   *
   * @param offset where the record lies on its topic
   */
  public static Optional<Pause> pause(byte[] bytes, long offset) {
    return fields(bytes, Control.Kind.PAUSE)
        .filter(fields -> fields.has("status", PAUSED) || fields.has("status", RESUMED))
        .filter(fields -> fields.has("kind") || fields.has("channel") || fields.has("region"))
        .map(
            fields ->
                new Pause(
                    new Pause.Target(
                        fields.text("kind"), fields.text("channel"), fields.text("region")),
                    fields.has("status", PAUSED),
                    fields.text("by"),
                    fields.text("why"),
                    offset));
  }

  /**
   * The thaw of a record; empty where it is none. It says that it is one, or it is none. Never
   * throws.
   *
   * @param offset where the record lies on its topic
   */
  public static Optional<Thaw> thaw(byte[] bytes, long offset) {
    return ControlFields.of(bytes)
        .filter(fields -> fields.has(ControlFields.TAG, Control.Kind.THAW.wire()))
        .filter(fields -> fields.has(CUSTOMER) != fields.has(ANONYMOUS))
        .map(fields -> new Thaw(customer(fields), fields.text("by"), fields.text("why"), offset));
  }

  private static CustomerKey customer(ControlFields fields) {
    return fields.has(CUSTOMER)
        ? CustomerKey.customer(fields.text(CUSTOMER))
        : CustomerKey.guest(fields.text(ANONYMOUS));
  }

  /**
   * The inquiry of a record; empty where it is none, or one that no engine answers. Never throws.
   *
   * @param offset where the record lies on its topic
   */
  public static Optional<Inquiry> inquiry(byte[] bytes, long offset) {
    return ControlFields.of(bytes)
        .filter(fields -> fields.has(ControlFields.TAG, Control.Kind.INQUIRY.wire()))
        .filter(fields -> fields.has(CUSTOMER) != fields.has(ANONYMOUS))
        .filter(fields -> Inquiry.isAnswered(fields.text(ID), customer(fields).id()))
        .map(fields -> new Inquiry(fields.text(ID), customer(fields), offset));
  }

  private static Optional<Publication> publication(ControlFields fields, long offset) {
    Optional<RulebookDocument> document = fields.document("");
    Optional<RulebookDocument> base = fields.document("rollout.base.");
    long percent = fields.whole("rollout.percent");
    boolean partly = percent > 0 && percent < Publication.EVERYBODY && base.isPresent();
    if (document.isEmpty() || !fields.has("rulebook") || (fields.has("rollout") && !partly)) {
      return Optional.empty();
    }
    return Optional.of(
        new Publication(
            fields.text("rulebook"),
            document.get(),
            base.map(others -> new Publication.Rollout((int) percent, others)),
            offset,
            fields.text("by"),
            fields.text("why")));
  }

  /** The fields of a record, unless it says that it holds a control of another kind. */
  private static Optional<ControlFields> fields(byte[] bytes, Control.Kind kind) {
    return ControlFields.of(bytes).filter(fields -> fields.isOf(kind));
  }
}
