package io.kizashi.lab.bench;

/**
 * One run over the preloaded topic.
 *
 * @param perSecond touchpoints a second
 * @param perCpuSecond touchpoints a second of processor time of the whole process, broker included
 */
public record Throughput(double perSecond, double perCpuSecond) {}
