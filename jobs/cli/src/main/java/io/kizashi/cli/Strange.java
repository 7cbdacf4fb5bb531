package io.kizashi.cli;

import java.io.PrintWriter;

/** Says what was skipped on a topic: nothing goes unseen. */
final class Strange {
  private Strange() {}

  static void tell(long records, String expected, PrintWriter err) {
    if (records > 0) {
      err.println("skipped: records that are no " + expected + ": " + records);
    }
  }
}
