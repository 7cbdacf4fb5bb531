package io.kizashi.control.check;

/** What is told of changes that a rulebook's tests did or did not notice. */
enum MutationLine {
  SCORE,
  NO_TESTS,
  FAILING,
  CHANGED,
  TAKEN_OUT,
  STORY,
  BEFORE,
  AFTER,
  NOTHING,
  STANDS,
  ANSWERED,
  SENT,
  SAYS,
  UNSPOKEN,
  EQUIVALENT,
  REFUSED,
  PART
}
