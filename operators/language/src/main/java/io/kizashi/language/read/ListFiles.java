package io.kizashi.language.read;

import io.kizashi.language.library.Bundle;
import io.kizashi.language.library.Bundle.Part;
import io.kizashi.language.library.IdFile;
import io.kizashi.language.library.IdFile.Fault;
import io.kizashi.language.library.IdFile.Heading;
import io.kizashi.language.library.IdFile.NoColumn;
import io.kizashi.language.library.IdFile.Several;
import io.kizashi.language.library.IdFile.Unclosed;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlReader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads those lists of customers that stand in files, which the rulebook's text holds. */
final class ListFiles {
  private final String main;
  private final Bundle bundle;
  private final Problems problems;
  private final Set<String> inFiles = new HashSet<>();

  /**
   * The lists of a text.
   *
   * @param main the main file's name
   */
  ListFiles(String main, Bundle bundle, Problems problems) {
    this.main = main;
    this.bundle = bundle;
    this.problems = problems;
  }

  /** Characters of all of them. */
  int characters() {
    return bundle.lists().stream().mapToInt(list -> list.text().length()).sum();
  }

  /** Whether they make the rulebook longer than it may be; without them it is not. */
  boolean areTooLong() {
    int others =
        bundle.main().length() + bundle.parts().stream().mapToInt(it -> it.text().length()).sum();
    return !bundle.lists().isEmpty() && others + characters() > YamlReader.MAX_CHARS;
  }

  /**
   * Reads a list.
   *
   * @param column which one of its table holds the ids; empty where it has one id a line
   * @return whether there is such a file, and it can be read
   */
  boolean read(String name, Scalar file, Optional<Scalar> column, MemberIds members) {
    Optional<Text> text = text(name, file, "; ids themselves stand in brackets: [ c-1, c-2 ]");
    if (text.isEmpty()) {
      return false;
    }
    IdFile ids = IdFile.of(text.get().text(), column.map(Scalar::text));
    int before = problems.errors();
    ids.faults().forEach(fault -> note(fault, text.get(), name, file, column));
    if (problems.errors() > before) {
      return false;
    }
    for (IdFile.Id id : ids.ids()) {
      members.add(id.text(), text.get().at(id.line(), id.column()));
    }
    return true;
  }

  /**
   * The text of a file; empty with a problem noted where there is none.
   *
   * @param instead what an author may have meant who means no file
   */
  Optional<Text> text(String name, Scalar file, String instead) {
    inFiles.add(name);
    List<Part> texts = bundle.lists().stream().filter(it -> it.name().equals(name)).toList();
    if (texts.isEmpty()) {
      problems.error(
          file.at(),
          "missing_file",
          "there is no file '" + file.text() + "'",
          "names are relative to the folder of this file" + instead);
      return Optional.empty();
    }
    if (texts.size() > 1) {
      problems.error(file.at(), "include", "the text holds the file of '" + name + "' twice", "");
      return Optional.empty();
    }
    String path = IncludeList.path(main, file.text());
    problems.reading(path);
    String text = texts.get(0).text();
    return Optional.of(new Text(path, text, text.lines().toList()));
  }

  /**
   * A file.
   *
   * @param lines for showing them
   */
  record Text(String file, String text, List<String> lines) {
    Mark at(int line, int column) {
      return new Mark(file, line, column, line <= lines.size() ? lines.get(line - 1) : "");
    }

    /** Notes a quotation mark that is never closed, if there is one. */
    void noteUnclosed(OptionalInt line, Problems problems) {
      line.ifPresent(
          opens ->
              problems.error(
                  at(opens, 1),
                  "quote",
                  "a quotation mark opens in this line, and nothing closes it",
                  "close it, or double it where it belongs to the text"));
    }
  }

  /** Notes that the text holds files of lists that the rulebook does not name. */
  void checkNamed(Set<String> written) {
    for (Part list : bundle.lists()) {
      if (!inFiles.contains(list.name())) {
        problems.error(
            new Mark(main, 1, 1, ""),
            "include",
            "the text holds a file of '" + list.name() + "', but the rulebook names none",
            written.contains(list.name())
                ? "name the file: lists: { " + list.name() + ": FILE }"
                : "take out the line '--- # list:' and what follows");
      }
    }
  }

  private void note(Fault fault, Text lines, String name, Scalar file, Optional<Scalar> column) {
    String example = name + ": { file: " + file.text() + ", column: customer }";
    if (fault instanceof NoColumn none) {
      Scalar asked = column.orElse(file);
      problems.unknown(
          asked.at(),
          asked.text(),
          "unknown_name",
          "there is no column '" + asked.text() + "' in " + file.text(),
          none.known());
    } else if (fault instanceof Several several) {
      problems.error(
          lines.at(several.line(), several.column()),
          "wrong_type",
          "this line holds several values",
          "say which column holds the ids: " + example);
    } else if (fault instanceof Unclosed unclosed) {
      lines.noteUnclosed(OptionalInt.of(unclosed.line()), problems);
    } else if (fault instanceof Heading heading) {
      problems.warning(
          lines.at(heading.id().line(), heading.id().column()),
          "heading",
          "'" + heading.id().text() + "' is the heading of a column, and no customer",
          "it is left out; name it, and this goes away: "
              + example.replace("customer", heading.id().text()));
    } else {
      throw new IllegalArgumentException("a fault that nobody tells of: " + fault);
    }
  }
}
