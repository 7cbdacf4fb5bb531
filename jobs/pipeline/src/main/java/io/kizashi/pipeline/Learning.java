package io.kizashi.pipeline;

/** Whether the answers to surveys teach the engine what words mean. */
public enum Learning {
  /** Words shift, slowly and within bounds. */
  ON,
  /** The lexicons are as they are. */
  OFF
}
