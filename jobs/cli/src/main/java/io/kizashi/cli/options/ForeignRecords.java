package io.kizashi.cli.options;

import java.io.PrintWriter;

/** Says what was skipped on a topic: nothing goes unseen. */
public final class ForeignRecords {
  private ForeignRecords() {}

  public static void tell(long records, String expected, PrintWriter err) {
    if (records > 0) {
      err.println("skipped: records that are no " + expected + ": " + records);
    }
  }
}
