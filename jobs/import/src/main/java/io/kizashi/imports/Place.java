package io.kizashi.imports;

/**
 * Where a record stands.
 *
 * @param file name in the folder or archive
 * @param line from 1; 0 where the file is one document
 * @param item index in the document's list, from 0; −1 where there is none
 */
record Place(String file, long line, int item) {
  static Place file(String file) {
    return new Place(file, 0, -1);
  }

  static Place line(String file, long line) {
    return new Place(file, line, -1);
  }

  Place item(int index) {
    return new Place(file, line, index);
  }

  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + (item >= 0 ? "[" + item + "]" : "");
  }
}
