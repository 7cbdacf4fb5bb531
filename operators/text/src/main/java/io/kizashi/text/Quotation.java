package io.kizashi.text;

/** What stands in quotation marks is a name, or another's word. */
final class Quotation implements Pass {
  private static final double LESS = 0.25;

  /** Longer than so many units, it is no quotation but a lost mark. */
  private static final int LONGEST = 12;

  @Override
  public void over(TextReading reading) {
    for (int i = 0; i < reading.size(); i++) {
      if (opens(reading.unit(i).form())) {
        int end = close(reading, i);
        reading.weigh(i + 1, end, LESS);
        i = Math.max(i, end);
      }
    }
  }

  private static int close(TextReading reading, int open) {
    int last = Math.min(reading.size() - 1, open + LONGEST);
    for (int i = open + 1; i <= last; i++) {
      if (closes(reading.unit(i).form())) {
        return i;
      }
    }
    return open;
  }

  private static boolean opens(String form) {
    return form.equals("「") || form.equals("『") || form.equals("\"");
  }

  private static boolean closes(String form) {
    return form.equals("」") || form.equals("』") || form.equals("\"");
  }
}
