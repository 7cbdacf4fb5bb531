package io.kizashi.control.check;

/** What is told of the tests that a rulebook carries. */
enum TestLine {
  NO_TESTS,
  OK,
  FAILED,
  EXPECTED,
  HAPPENED,
  NOTHING,
  NOTHING_MORE,
  NOTHING_INSTEAD,
  NOT_CHOSEN,
  TOO_LATE,
  SUMMARY,
  ROLLED_OUT,
  WITH_ACTION,
  AT_TIME,
  BY_CHANNEL,
  SENT_AT,
  SAYING,
  ASSIGNED_TO,
  NO_ACTION
}
