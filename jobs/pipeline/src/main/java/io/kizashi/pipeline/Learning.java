package io.kizashi.pipeline;

/** Whether the answers to surveys teach the engine what words mean. */
public enum Learning implements SettingChoice {
  /** Words shift, slowly and within bounds. */
  ON("on"),
  /** The lexicons are as they are. */
  OFF("off");

  private final String wire;

  Learning(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
