package io.kizashi.flink;

import io.kizashi.schema.Control;
import io.kizashi.schema.ControlJson;
import io.kizashi.schema.Inquiry;
import io.kizashi.schema.Pause;
import io.kizashi.schema.Publication;
import io.kizashi.schema.Thaw;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** What people tell the engine: a byte for its kind, its place on its topic, and its record. */
public final class ControlSerializer extends BlobSerializer<Control> {
  private static final long serialVersionUID = 1L;
  private static final byte PUBLICATION = 1;
  private static final byte PAUSE = 2;
  private static final byte THAW = 3;
  private static final byte INQUIRY = 4;
  private static final int HEAD = Byte.BYTES + Long.BYTES;

  @Override
  byte[] encode(Control control) {
    if (control instanceof Publication publication) {
      return blob(PUBLICATION, publication.offset(), ControlJson.encode(publication));
    }
    if (control instanceof Pause pause) {
      return blob(PAUSE, pause.offset(), ControlJson.encode(pause));
    }
    if (control instanceof Thaw thaw) {
      return blob(THAW, thaw.offset(), ControlJson.encode(thaw));
    }
    if (control instanceof Inquiry inquiry) {
      return blob(INQUIRY, inquiry.offset(), ControlJson.encode(inquiry));
    }
    throw new IllegalStateException("no byte stands for the kind of " + control.getClass());
  }

  private static byte[] blob(byte kind, long offset, byte[] json) {
    return ByteBuffer.allocate(HEAD + json.length).put(kind).putLong(offset).put(json).array();
  }

  @Override
  Control decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    byte kind = in.get();
    long offset = in.getLong();
    byte[] json = new byte[in.remaining()];
    in.get(json);
    return control(kind, offset, json)
        .orElseThrow(() -> new IllegalStateException("a control of the job is damaged"));
  }

  /** A kind that a later release wrote must not be taken for one of these. */
  private static Optional<? extends Control> control(byte kind, long offset, byte[] json) {
    return switch (kind) {
      case PUBLICATION -> ControlJson.publication(json, offset);
      case PAUSE -> ControlJson.pause(json, offset);
      case THAW -> ControlJson.thaw(json, offset);
      case INQUIRY -> ControlJson.inquiry(json, offset);
      default ->
          throw new IllegalStateException(
              "a control of kind "
                  + kind
                  + " is not known to this release; restore with the one that wrote it");
    };
  }

  @Override
  public Control createInstance() {
    return new Pause(new Pause.Target("sell", "", ""), false, "", "");
  }

  @Override
  public TypeSerializerSnapshot<Control> snapshotConfiguration() {
    return new ControlSerializerSnapshot();
  }
}
