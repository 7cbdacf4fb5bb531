package io.kizashi.control.publish;

import java.util.Locale;

/** What became of a publication. */
public enum VersionFate {
  /** A task at least decides by it. */
  IN_FORCE,
  /** A higher version is in force. */
  REPLACED,
  /** Its version had been taken before. */
  CONFLICT,
  /** It did not compile where it was to be adopted. */
  REFUSED,
  /** No task has said anything of it. */
  UNANSWERED;

  /** As people and programs read it. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
