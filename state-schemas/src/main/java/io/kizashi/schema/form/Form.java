package io.kizashi.schema.form;

/**
 * What tells its readers by a mark how to go on: a number, a text or the name of a field. {@link
 * FormAdditions} lists the marks of each.
 */
public enum Form {
  /** A part of a customer's state, by its tag. */
  SECTION("a section"),
  /** A truth of the binary form. */
  FLAG("a flag"),
  /** Which texts a touchpoint's setting has, by the number of their bit. */
  SETTING("a setting"),
  /** Who acted. */
  ACTOR("an actor"),
  /** An emotion of a touchpoint. */
  EMOTION("an emotion"),
  /** A value of a property. */
  SCALAR("a value of a property"),
  /** A moment's kind. */
  MOMENT_KIND("a moment's kind"),
  /** A moment's status. */
  MOMENT_STATUS("a moment's status"),
  /** A recommendation's status. */
  RECOMMENDATION_STATUS("a recommendation's status"),
  /** What an action does for the customer. */
  ACTION_KIND("an action's kind"),
  /** What became of a decision, and whether it is known to have failed. */
  FATE("a decision's fate"),
  /** What follows a state's decisions. */
  DECISIONS("what follows decisions"),
  /** What people tell the engine, by its tag. */
  CONTROL("a control"),
  /** The fields of a published rulebook's record. */
  PUBLICATION_RECORD("a publication"),
  /** The fields of a pause's record. */
  PAUSE_RECORD("a pause"),
  /** The fields of a thaw's record. */
  THAW_RECORD("a thaw"),
  /** The fields of an inquiry's record. */
  INQUIRY_RECORD("an inquiry"),
  /** The fields of the record that retires a source. */
  RETIREMENT_RECORD("a retirement"),
  /** The fields of a touchpoint's record. */
  TOUCHPOINT_RECORD("a touchpoint"),
  /** The fields of a moment's record. */
  MOMENT_RECORD("a moment"),
  /** The fields of a recommendation's record. */
  RECOMMENDATION_RECORD("a recommendation"),
  /** The fields of a rejected record's record. */
  REJECTED_RECORD("a rejection"),
  /** The fields of a task's word on a rulebook. */
  STATUS_RECORD("a rulebook's status"),
  /** The fields of counts of decisions. */
  KPI_RECORD("a KPI"),
  /** The fields of what words have come to mean. */
  LEXICON_RECORD("a learned lexicon"),
  /** The fields of what is answered of a customer. */
  REPLY_RECORD("an answer");

  private final String words;

  Form(String words) {
    this.words = words;
  }

  /**
   * What a reader of the state, or of what passes between tasks, says of a mark that it does not
   * know. Binary forms do not name who wrote them, but a mark that is in no list up to this release
   * comes from a later one, or is damage.
   */
  public IllegalStateException unknown(Object mark) {
    return new IllegalStateException(
        "state holds "
            + words
            + " of unknown form "
            + (mark instanceof String ? "'" + mark + "'" : mark)
            + "; no release up to "
            + FormAdditions.NEWEST
            + " writes it, so a newer one may have: restore with the release that wrote it");
  }
}
