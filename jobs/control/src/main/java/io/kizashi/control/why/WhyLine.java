package io.kizashi.control.why;

/** What is told of a customer; what each puts in says its call. */
enum WhyLine {
  NONE,
  YEAR,
  MOMENT,
  MOMENT_RETRACTED,
  RECOMMENDATION,
  RECOMMENDATION_RETRACTED,
  RECOMMENDATION_WAITED,
  NOTHING,
  NOTHING_DUE,
  SCORE,
  VALUES,
  VALUES_MORE,
  LEARNED,
  LOST,
  LOST_THERE,
  OMITTED,
  UNREAD_MISSING,
  UNREAD_KIND,
  UNREAD_NO_DATE,
  UNREAD_CUT
}
