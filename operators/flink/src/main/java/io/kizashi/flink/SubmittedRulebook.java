package io.kizashi.flink;

import io.kizashi.schema.RulebookDocument;
import java.io.Serializable;

/** A rulebook as it travels with the job: a document itself is no Java-serializable object. */
record SubmittedRulebook(String file, long version, String text) implements Serializable {
  static SubmittedRulebook of(RulebookDocument document) {
    return new SubmittedRulebook(document.file(), document.version(), document.text());
  }

  RulebookDocument document() {
    return new RulebookDocument(file, version, text);
  }
}
