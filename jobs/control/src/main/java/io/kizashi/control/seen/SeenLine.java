package io.kizashi.control.seen;

/** What is told of a rulebook and of what is really sent. */
enum SeenLine {
  TYPE,
  TYPE_MEANT,
  PROPERTY,
  PROPERTY_MEANT,
  PROPERTY_ELSEWHERE,
  KIND,
  KIND_HINT,
  VALUE,
  VALUE_SPELT,
  VALUE_MEANT,
  MEANT,
  ABSENT_HINT,
  SENT_HINT,
  SUMMARY,
  HEAD,
  ROW,
  NEVER_ASKED,
  KIND_TEXT,
  KIND_NUMBER,
  KIND_TRUTH,
  KIND_LIST,
  KIND_OBJECT,
  OR,
  ANY_TYPE
}
