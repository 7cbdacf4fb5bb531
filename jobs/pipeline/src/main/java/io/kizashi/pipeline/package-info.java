/**
 * The wiring: sources, the operators, sinks, settings. What is public here is what the command line
 * builds on; {@link io.kizashi.pipeline.Main} is what a cluster starts.
 *
 * <p>More public types than five: the settings of a job are values that whoever starts an engine
 * names.
 *
 * <p>More files than twenty-five: sources, sinks and settings make up one graph, which only this
 * package builds.
 *
 * <p>Door: {@link ClientProperties}, {@link Delivery}, {@link DurationSetting}, {@link
 * EarlierLives}, {@link EngineTopics}, {@link EnvironmentFailure}, {@link Environments}, {@link
 * HeartbeatMode}, {@link KafkaPipeline}, {@link LastState}, {@link LatestCheckpoint}, {@link
 * LearnedFile}, {@link Learning}, {@link LineReader}, {@link Main}, {@link PipelineConfig}, {@link
 * ReplayPipeline}, {@link ReplaySpec}, {@link Sensing}, {@link StateFolder}, {@link TopicPrefixes},
 * {@link Topics}.
 */
@NullMarked
package io.kizashi.pipeline;

import org.jspecify.annotations.NullMarked;
