package io.kizashi.local.watch;

/** What keeps an engine from deciding. */
enum Obstacle {
  /** No task has run yet. */
  STARTING("starting"),
  /** It takes its last checkpoint. */
  STOPPING("stopping"),
  /** Flink does not say how the job is: the process hangs. */
  SILENT("silent"),
  /** The job has failed, and not every task runs again yet. */
  RESTARTING("restarting"),
  /** No checkpoint can be made. */
  HOLDING("holding"),
  /** Nothing can be read or said. */
  BROKER_AWAY("broker_away");

  private final String wire;

  Obstacle(String wire) {
    this.wire = wire;
  }

  String wire() {
    return wire;
  }
}
