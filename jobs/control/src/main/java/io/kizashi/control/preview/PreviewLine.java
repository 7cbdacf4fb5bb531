package io.kizashi.control.preview;

/** What is told around the words of a preview. */
enum PreviewLine {
  TITLE,
  READ,
  MASKED,
  NOTHING,
  ACTION,
  SHEET,
  CUSTOMER,
  SENT,
  LONGEST,
  SHORTEST,
  FALLBACK,
  NONE,
  REASON,
  SUBJECT,
  TASK,
  FELT,
  SAID
}
