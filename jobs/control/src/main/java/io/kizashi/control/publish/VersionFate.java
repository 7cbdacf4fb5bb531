package io.kizashi.control.publish;

/** What became of a publication. */
public enum VersionFate {
  /** A task at least decides by it. */
  IN_FORCE("in_force"),
  /** A higher version is in force. */
  REPLACED("replaced"),
  /** Its version had been taken before. */
  CONFLICT("conflict"),
  /** It did not compile where it was to be adopted. */
  REFUSED("refused"),
  /** No task has said anything of it. */
  UNANSWERED("unanswered");

  private final String wire;

  VersionFate(String wire) {
    this.wire = wire;
  }

  /** As people and programs read it. */
  public String wire() {
    return wire;
  }
}
