package io.kizashi.imports;

/**
 * Where a record stands.
 *
 * @param file name in the folder or archive
 * @param line from 1; 0 where the file is one document
 * @param item index in the document's list, from 0; −1 where there is none
 */
record RecordPlace(String file, long line, int item) {
  static RecordPlace file(String file) {
    return new RecordPlace(file, 0, -1);
  }

  static RecordPlace line(String file, long line) {
    return new RecordPlace(file, line, -1);
  }

  RecordPlace item(int index) {
    return new RecordPlace(file, line, index);
  }

  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + (item >= 0 ? "[" + item + "]" : "");
  }
}
