package io.kizashi.imports;

/** One record can't be mapped; the import goes on without it. */
final class BadRecord extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /** Costs no stack trace, as a damaged export has many. */
  BadRecord(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
