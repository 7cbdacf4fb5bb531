package io.kizashi.flink;

import io.kizashi.schema.RulebookDocument;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;

/** What a savepoint says of {@link RulebookDocumentSerializer}. The name is final. */
public final class RulebookDocumentSerializerSnapshot
    extends SimpleTypeSerializerSnapshot<RulebookDocument> {
  /** Called by Flink at a restore. */
  public RulebookDocumentSerializerSnapshot() {
    super(RulebookDocumentSerializer::new);
  }
}
