package io.kizashi.schema;

/** Ends the reading of a record; costs no stack trace, as damaged streams refuse often. */
final class Refusal extends Exception {
  private final RejectCode code;
  private final String where;

  Refusal(RejectCode code, String where) {
    super(code.wire(), null, false, false);
    this.code = code;
    this.where = where;
  }

  RejectCode code() {
    return code;
  }

  String where() {
    return where;
  }
}
