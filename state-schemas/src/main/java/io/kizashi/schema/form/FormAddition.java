package io.kizashi.schema.form;

import java.util.List;

/**
 * Something that a release added to a form.
 *
 * @param name in plain words, for change logs; no two have the same
 * @param form to which form
 * @param marks by which readers tell it, as they stand there; numbers in decimal
 * @param since the release that wrote it first
 * @param adds what can be said with it
 * @param older what a release does that does not know it
 */
public record FormAddition(
    String name, Form form, List<String> marks, String since, String adds, String older) {
  /** Copies the marks. */
  public FormAddition {
    marks = List.copyOf(marks);
  }
}
