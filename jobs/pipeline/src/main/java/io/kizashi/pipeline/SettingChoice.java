package io.kizashi.pipeline;

/** One of several words that a setting can be. */
interface SettingChoice {
  /** As settings spell it. */
  String wire();
}
