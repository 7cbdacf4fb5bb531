package io.kizashi.schema.form;

import java.util.List;
import java.util.stream.Stream;

/**
 * Every addition to a form that leaves the process, in the order in which they came. The one place
 * to write down a new one: tests hold the marks to what readers and writers know.
 */
public final class FormAdditions {
  /** The newest release that this one knows of: itself. */
  public static final String NEWEST = "0.1.0";

  private static final String FIRST = "0.1.0";
  private static final String NO_OLDER = "there is none";
  private static final String REFUSES = "refuses the state, and says so";

  private static final List<FormAddition> ALL =
      Stream.of(
              state(),
              touchpoints(),
              outcomes(),
              fates(),
              controls(),
              orders(),
              recommendations(),
              records())
          .flatMap(List::stream)
          .toList();

  private FormAdditions() {}

  /** All of them. */
  public static List<FormAddition> all() {
    return ALL;
  }

  private static List<FormAddition> state() {
    return List.of(
        first("sections", Form.SECTION, "a customer's state", "1", "2", "3", "4", "5", "6", "7"),
        later(
            "projections",
            Form.SECTION,
            "what signals and decisions need of touchpoints that left the history",
            "carries the section along unread; its signals are incomplete",
            "8"),
        later(
            "followed rulebook",
            Form.SECTION,
            "the rulebook of which all rules were judged on the state",
            "carries the section along unread, and judges by its own rulebook alone",
            "9"),
        later(
            "shadow",
            Form.SECTION,
            "which moments and decisions are only noted",
            "carries the section along unread, and takes them for real ones",
            "10"),
        later(
            "said",
            Form.SECTION,
            "what was written after the checkpoint that the engine goes on from",
            "carries the section along unread, and takes back nothing of it",
            "11"),
        first("flags", Form.FLAG, "truths in sections", "0", "1"));
  }

  private static List<FormAddition> touchpoints() {
    return List.of(
        first("settings", Form.SETTING, "texts", "0", "1", "2", "3", "4", "5", "6", "7", "8"),
        first("actors", Form.ACTOR, "who acted", "", "AGENT", "BOT", "STAFF", "SYSTEM"),
        first("scalars", Form.SCALAR, "truths, numbers and texts", "0", "1", "2", "3"),
        later(
            "lists and objects",
            Form.SCALAR,
            "lists and objects in properties; further forms of version 1, which no version byte"
                + " tells from those before them",
            REFUSES,
            "4",
            "5"),
        first("emotions", Form.EMOTION, "none, and one without an epoch", "0", "1"),
        later(
            "epoch of an emotion",
            Form.EMOTION,
            "by which learned lexicon the engine read the words; the third form of version 1,"
                + " which no version byte tells from the two before it",
            REFUSES,
            "2"));
  }

  private static List<FormAddition> outcomes() {
    return List.of(
        first("kinds of moments", Form.MOMENT_KIND, "kinds", "DROP_OFF", "MOMENT_OF_TRUTH"),
        first("statuses of moments", Form.MOMENT_STATUS, "statuses", "DETECTED", "RETRACTED"),
        first(
            "statuses of recommendations",
            Form.RECOMMENDATION_STATUS,
            "statuses",
            "ISSUED",
            "RETRACTED"),
        first(
            "kinds of actions",
            Form.ACTION_KIND,
            "kinds",
            "RECOVER",
            "SERVE",
            "RETAIN",
            "INFORM",
            "ASK",
            "SELL"));
  }

  private static List<FormAddition> fates() {
    return List.of(
        first("fates", Form.FATE, "issued, and whether it was taken back", "0", "1"),
        later(
            "held decisions",
            Form.FATE,
            "decisions that wait for their time, with their reasoning, or were taken back there",
            REFUSES,
            "2",
            "3"),
        later(
            "failed decisions",
            Form.FATE,
            "that one is known not to have reached the customer; codes from 8 on were free",
            REFUSES,
            "4",
            "5",
            "6",
            "7"),
        later(
            "correcting decisions",
            Form.FATE,
            "that the moment of one fell, and another may take its place",
            REFUSES,
            "8",
            "9"),
        later(
            "ownerships",
            Form.DECISIONS,
            "of decisions, whom a task is for, the campaign, and who answers for the moment",
            "takes decisions for ones of which nobody said whose they are",
            "1"),
        later(
            "held variants",
            Form.FATE,
            "which of several texts a decision waits with",
            REFUSES,
            "10",
            "11"),
        later(
            "guarded decisions",
            Form.FATE,
            "that one waits for guards to end, with one text or one of several; codes from 16 on"
                + " are free",
            REFUSES,
            "12",
            "13",
            "14",
            "15"));
  }

  private static List<FormAddition> controls() {
    return List.of(
        first("controls", Form.CONTROL, "publications and pauses", "1", "2"),
        first(
            "publications",
            Form.PUBLICATION_RECORD,
            "rulebooks, for all customers or a part",
            "rulebook",
            "version",
            "file",
            "text",
            "rollout",
            "by",
            "why"),
        first(
            "pauses",
            Form.PAUSE_RECORD,
            "what is to stop, and what may go on",
            "status",
            "kind",
            "channel",
            "region",
            "by",
            "why"),
        later(
            "named publications",
            Form.PUBLICATION_RECORD,
            "which control a record holds; not written yet, as the topic tells it",
            "takes the record for a publication by its other fields",
            "control"),
        later(
            "named pauses",
            Form.PAUSE_RECORD,
            "which control a record holds; not written yet, as the topic tells it",
            "takes the record for a pause by its other fields",
            "control"));
  }

  private static List<FormAddition> orders() {
    return List.of(
        later("thaws", Form.CONTROL, "whom to try again", REFUSES, "3"),
        later(
            "records of thaws",
            Form.THAW_RECORD,
            "whom the engine failed at and is to try again",
            "skips the record, and says so",
            "control",
            "customer",
            "anonymous",
            "by",
            "why"),
        later("inquiries", Form.CONTROL, "about whom somebody asks", REFUSES, "4"),
        later(
            "records of inquiries",
            Form.INQUIRY_RECORD,
            "about whom somebody asks, and by which id the answer is known",
            "skips the record, and says so; nobody answers",
            "control",
            "id",
            "customer",
            "anonymous"),
        later(
            "records of retirements",
            Form.RETIREMENT_RECORD,
            "which source is gone",
            "skips the record, and says so; it waits for the source",
            "control",
            "source",
            "by",
            "why"));
  }

  private static List<FormAddition> recommendations() {
    return List.of(
        fields(
            "recommendation records",
            Form.RECOMMENDATION_RECORD,
            "id status customer guest recipient action kind channel sendAt expiresAt language"
                + " content moment score briefing explanation rulebook decidedAt trigger"),
        later(
            "holdouts",
            Form.RECOMMENDATION_RECORD,
            "that an action was chosen and is not to be sent, and with which probability; not"
                + " written yet",
            "reads no recommendation back",
            "holdout",
            "choice"),
        later(
            "ownerships in records",
            Form.RECOMMENDATION_RECORD,
            "whom a task is for, the campaign, and who answers for the moment",
            "reads recommendations without it",
            "assignee",
            "campaign",
            "owner"),
        later(
            "variants",
            Form.RECOMMENDATION_RECORD,
            "which of several texts it says",
            "skips the field",
            "variant"));
  }

  /** Their nested fields stand in the JSON Schemas beside this module's classes. */
  private static List<FormAddition> records() {
    return List.of(
        fields(
            "touchpoint records",
            Form.TOUCHPOINT_RECORD,
            "id type time customer anonymous actor channel session contact case account place"
                + " region stage values emotion text properties"),
        fields(
            "moment records",
            Form.MOMENT_RECORD,
            "id status rule kind stage customer guest detectedAt severity evidence rulebook"),
        fields(
            "rejections",
            Form.REJECTED_RECORD,
            "code where topic partition offset length sha256 head"),
        later(
            "hints of rejections",
            Form.REJECTED_RECORD,
            "what whoever sent it can do, in words",
            "reads no rejection back",
            "hint"),
        later(
            "parts in rejections",
            Form.REJECTED_RECORD,
            "what is cut of a record that counts",
            "reads no rejection back",
            "part",
            "folded"),
        fields(
            "words on rulebooks",
            Form.STATUS_RECORD,
            "status code file rulebook percent task tasks problems"),
        fields(
            "counts of decisions",
            Form.KPI_RECORD,
            "kpi from to rulebook task tasks touchpoints moments momentsRetracted recommendations"
                + " recommendationsRetracted withheld negative"),
        fields("learned lexicons", Form.LEXICON_RECORD, "purpose epoch until answers mean words"),
        later(
            "answers",
            Form.REPLY_RECORD,
            "what is known of a customer who was asked about",
            "has no such topic, and skips the inquiry",
            "inquiry",
            "customer",
            "guest",
            "time",
            "found",
            "rulebook",
            "kept",
            "rules",
            "decisions",
            "restraints",
            "pauses",
            "unread",
            "omitted",
            "since",
            "defect",
            "waiting",
            "reason"));
  }

  private static FormAddition fields(String name, Form form, String marks) {
    return first(name, form, "the fields of the first release", marks.split(" "));
  }

  private static FormAddition first(String name, Form form, String adds, String... marks) {
    return new FormAddition(name, form, List.of(marks), FIRST, adds, NO_OLDER);
  }

  private static FormAddition later(
      String name, Form form, String adds, String older, String... marks) {
    return new FormAddition(name, form, List.of(marks), FIRST, adds, older);
  }
}
