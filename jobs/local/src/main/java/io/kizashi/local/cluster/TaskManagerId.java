package io.kizashi.local.cluster;

/**
 * What Flink calls a TaskManager: the member's name and a number that no other life of it has. With
 * the same id again, Flink would take the end of the life before for the end of this one, and fail
 * the job once more.
 */
final class TaskManagerId {
  private TaskManagerId() {}

  static String of(ClusterProcess member, int birth) {
    return member.name() + "-" + birth;
  }
}
