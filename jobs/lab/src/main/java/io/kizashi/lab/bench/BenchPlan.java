package io.kizashi.lab.bench;

/**
 * What is measured.
 *
 * @param touchpoints preloaded for each throughput run
 * @param customers that they belong to
 * @param parallelism of every job
 * @param runs of every job; the median counts
 * @param rate touchpoints a second while latency is measured
 * @param seconds that latency is measured, after a warm-up of a third of that
 */
public record BenchPlan(
    int touchpoints, int customers, int parallelism, int runs, int rate, int seconds) {}
