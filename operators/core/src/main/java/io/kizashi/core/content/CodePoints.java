package io.kizashi.core.content;

/** Which code points may stand in a line of words, and how. */
final class CodePoints {
  /** What the flags of England, Scotland and Wales begin with. */
  static final int BLACK_FLAG = 0x1F3F4;

  private static final int NEXT_LINE = 0x85;
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int ARABIC_LETTER_MARK = 0x61C;

  private CodePoints() {}

  /** Spaces of all widths, tabs, and what breaks lines. */
  static boolean isSpace(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == NEXT_LINE;
  }

  /** Spaces that authors mean, like the wide one between Japanese names. */
  static boolean isWrittenSpace(int point) {
    return Character.getType(point) == Character.SPACE_SEPARATOR;
  }

  /**
   * Controls, halves of surrogate pairs, code points that are no characters, and formats: those
   * that turn the direction of a text, and those that nobody sees.
   */
  static boolean isHidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.SURROGATE -> true;
      case Character.FORMAT -> !isJoiner(point) && !isTag(point) && !isArabicSign(point);
      case Character.UNASSIGNED -> isNoCharacter(point) || isReservedForHidden(point);
      default -> false;
    };
  }

  /** Emoji and Indic letters are joined, Persian ones are kept apart. */
  private static boolean isJoiner(int point) {
    return point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER;
  }

  /** Signs under which Arabic numbers are written: formats, but seen. */
  private static boolean isArabicSign(int point) {
    return point >= 0x600 && point < 0x900 && point != ARABIC_LETTER_MARK;
  }

  private static boolean isNoCharacter(int point) {
    return (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
  }

  /** Unicode promises that what is assigned here one day is not seen either. */
  private static boolean isReservedForHidden(int point) {
    return point == 0x2065
        || (point >= 0xFFF0 && point <= 0xFFF8)
        || (point >= 0xE0000 && point <= 0xE0FFF);
  }

  /** Letters that nobody sees. */
  static boolean isTag(int point) {
    return point >= 0xE0020 && point <= 0xE007F;
  }

  /** What belongs to the character before it: at the beginning it would alter an author's word. */
  static boolean isAppended(int point) {
    return isJoiner(point) || isMark(point);
  }

  private static boolean isMark(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }

  /** Whether a reader sees something: spaces, joiners and letters made to be blank are nothing. */
  static boolean isSeen(int point) {
    return !isSpace(point)
        && Character.getType(point) != Character.FORMAT
        && !isAppended(point)
        && !isBlank(point);
  }

  /** Hangul fillers and the empty Braille cell. */
  private static boolean isBlank(int point) {
    return switch (point) {
      case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800 -> true;
      default -> false;
    };
  }

  /** CJK compatibility ideographs, and their supplement. */
  static boolean isCompatibilityIdeograph(int point) {
    return (point >= 0xF900 && point <= 0xFAFF) || (point >= 0x2F800 && point <= 0x2FA1F);
  }

  /**
   * Printable ASCII, kana, the common kanji and wide forms: each is one character for its reader,
   * wherever it stands, and composes with none of the others.
   */
  static boolean isPlain(char unit) {
    return (unit >= ' ' && unit <= '~')
        || (unit >= 0x3001 && unit <= 0x3029)
        || (unit >= 0x3041 && unit <= 0x3096)
        || (unit >= 0x30A1 && unit <= 0x30FE)
        || (unit >= 0x4E00 && unit <= 0x9FFF)
        || (unit >= 0xFF01 && unit <= 0xFF5E);
  }
}
