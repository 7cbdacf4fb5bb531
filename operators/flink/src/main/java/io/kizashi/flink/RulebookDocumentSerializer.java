package io.kizashi.flink;

import io.kizashi.schema.RulebookDocument;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** A rulebook's text. The name stands in every savepoint: final. */
public final class RulebookDocumentSerializer extends BlobSerializer<RulebookDocument> {
  private static final long serialVersionUID = 1L;

  @Override
  byte[] encode(RulebookDocument value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(value.file());
      out.writeLong(value.version());
      out.write(value.text().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  @Override
  RulebookDocument decode(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new RulebookDocument(
          in.readUTF(), in.readLong(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("a rulebook's bytes are cut", e);
    }
  }

  @Override
  public RulebookDocument createInstance() {
    return new RulebookDocument("", 0, "");
  }

  @Override
  public TypeSerializerSnapshot<RulebookDocument> snapshotConfiguration() {
    return new RulebookDocumentSerializerSnapshot();
  }
}
