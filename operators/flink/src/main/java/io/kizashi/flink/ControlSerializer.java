package io.kizashi.flink;

import io.kizashi.schema.Control;
import io.kizashi.schema.ControlJson;
import io.kizashi.schema.Pause;
import io.kizashi.schema.Publication;
import java.nio.ByteBuffer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/**
 * What people tell the engine, on its way to the tasks: which it is, its place, and its record. The
 * name stands in savepoints: final.
 */
public final class ControlSerializer extends BlobSerializer<Control> {
  private static final long serialVersionUID = 1L;
  private static final byte PUBLICATION = 1;
  private static final byte PAUSE = 2;
  private static final int HEAD = Byte.BYTES + Long.BYTES;

  @Override
  byte[] encode(Control control) {
    if (control instanceof Publication publication) {
      return blob(PUBLICATION, publication.offset(), ControlJson.encode(publication));
    }
    return blob(PAUSE, 0, ControlJson.encode((Pause) control));
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
    return (kind == PUBLICATION
            ? ControlJson.publication(json, offset).map(Control.class::cast)
            : ControlJson.pause(json).map(Control.class::cast))
        .orElseThrow(() -> new IllegalStateException("a control of the job is damaged"));
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
