/**
 * A broker and a Flink cluster of real processes on this machine, and the pipeline's jar on it.
 *
 * <p>More public types than five: each command of a cluster takes some of its steps: the folder,
 * the processes, the job.
 *
 * <p>Door: {@link ClusterFolder}, {@link ClusterPlan}, {@link ClusterProcess}, {@link
 * ClusterRequest}, {@link ClusterState}, {@link ClusterStatus}, {@link FlinkRest}, {@link
 * JobSettings}, {@link JobView}, {@link LocalCluster}, {@link Ports}, {@link ProcessLife}, {@link
 * Shutdown}, {@link StateFile}, {@link Submission}.
 */
@NullMarked
package io.kizashi.local.cluster;

import org.jspecify.annotations.NullMarked;
