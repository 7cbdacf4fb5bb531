package io.kizashi.imports;

/** Every bound of an import, each with its reason. */
final class Limits {
  /** Characters of one expression: a page; more is a program and belongs elsewhere. */
  static final int EXPRESSION_CHARS = 4 * 1024;

  /** Steps of all loops of one evaluation: some thousand rows of one group, a few times over. */
  static final int ITERATIONS = 100_000;

  /** Size of a compiled regular expression. */
  static final int REGEX = 1_000;

  /** Named conditions under {@code skip}. */
  static final int SKIPS = 32;

  /** KiB that one .xz may ask for: twice what {@code xz -9} needs, and no more. */
  static final int XZ_KIB = 128 * 1024;

  /** Unpacked bytes of one file; a bomb unpacks to more. */
  static final long ENTRY_BYTES = 4L << 30;

  /** Unpacked bytes of everything that one import reads. */
  static final long TOTAL_BYTES = 16L << 30;

  /** Files of a folder or an archive. */
  static final int FILES = 1_000_000;

  /** Wrappings of one file: {@code .tar.xz} that holds {@code .csv.gz} is three. */
  static final int LAYERS = 4;

  /** Bytes of one JSON document, as it is held in memory whole. */
  static final int DOCUMENT_BYTES = 64 << 20;

  /** Nesting of a JSON document. */
  static final int DEPTH = 64;

  /** Characters of one CSV row; an unclosed quote makes a row of the rest of the file. */
  static final int ROW_CHARS = 1 << 20;

  /** Bad records that are shown; the others are counted. */
  static final int SHOWN = 20;

  private Limits() {}
}
