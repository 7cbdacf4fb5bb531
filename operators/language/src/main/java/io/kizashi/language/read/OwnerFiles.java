package io.kizashi.language.read;

import io.kizashi.core.recipient.Recipient;
import io.kizashi.language.library.Bundle;
import io.kizashi.language.library.PairFile;
import io.kizashi.language.library.PairFile.Pair;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the owners that stand in tables of their own, beside what they are looked up by. */
record OwnerFiles(ListFiles files, Problems problems) {
  /** What the tables of some staff are looked up by, where the rulebook does not say. */
  static final Map<Recipient, String> USUAL =
      Map.of(Recipient.PAGE_OWNER, "event.properties.page", Recipient.STORE, "event.place");

  /** The owners by what is looked up; empty where the table can't be read. */
  Optional<Map<String, String>> owners(Recipient recipient, Scalar file) {
    return files
        .text(Bundle.ownersOf(recipient.wire()), file, ", and stand in the main file only")
        .map(text -> read(file, text))
        .filter(owners -> !owners.isEmpty());
  }

  private Map<String, String> read(Scalar file, ListFiles.Text text) {
    PairFile table = PairFile.of(text.text());
    Map<String, String> owners = new LinkedHashMap<>();
    text.noteUnclosed(table.unclosed(), problems);
    table.uneven().stream()
        .findFirst()
        .ifPresent(
            line ->
                problems.error(
                    text.at(line, 1),
                    "wrong_type",
                    "this line must hold two values: what is looked up, and the owner",
                    "/cart,ec-team"));
    for (Pair pair : table.pairs()) {
      Scalar owner = new Scalar(text.at(pair.line(), pair.valueAt()), pair.value(), false);
      OwnerNames.name(owner, problems)
          .filter(name -> owners.putIfAbsent(pair.key(), name) != null)
          .ifPresent(
              again ->
                  problems.error(
                      text.at(pair.line(), pair.keyAt()),
                      "duplicate_name",
                      "'" + pair.key() + "' has an owner already",
                      "keep one of the two"));
    }
    if (table.pairs().isEmpty() && table.uneven().isEmpty()) {
      problems.error(
          file.at(), "useless", "'" + file.text() + "' names no owner", "a line: /cart,ec-team");
    }
    return owners;
  }
}
