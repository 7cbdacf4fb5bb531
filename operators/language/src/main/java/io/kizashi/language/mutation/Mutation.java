package io.kizashi.language.mutation;

import io.kizashi.language.library.Bundle;
import io.kizashi.language.library.Bundle.Part;
import io.kizashi.language.library.Library;
import io.kizashi.language.yaml.Mark;
import java.util.List;
import java.util.Optional;

/**
 * One thing of a rulebook's text, changed.
 *
 * @param part the included file that it stands in; empty in the main file
 * @param at where it stands
 * @param from the first character that is replaced, from 0
 * @param to the one behind the last
 * @param was what stood there, for people
 * @param now what stands there instead; empty where it was taken out
 */
public record Mutation(Optional<String> part, Mark at, int from, int to, String was, String now) {

  /** The whole text of the rulebook with the change. */
  String applied(Bundle rulebook) {
    String main = part.isEmpty() ? changed(rulebook.main()) : rulebook.main();
    List<Part> parts =
        rulebook.parts().stream()
            .map(
                it ->
                    part.filter(it.name()::equals).isPresent()
                        ? new Part(it.name(), changed(it.text()))
                        : it)
            .toList();
    return new Bundle(main, parts, rulebook.lists()).text();
  }

  private String changed(String text) {
    return text.substring(0, from) + now + text.substring(to);
  }

  /** Where it stands, as {@code file:line:column}. */
  public String place() {
    return at.place() + ":" + at.column();
  }

  /** The parts of a rulebook whose text is its author's, by the name of their file. */
  static boolean isOwn(Part part) {
    return !Library.isMeantBy(part.name());
  }
}
