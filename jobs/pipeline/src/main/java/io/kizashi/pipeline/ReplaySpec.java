package io.kizashi.pipeline;

import io.kizashi.schema.RulebookDocument;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is replayed.
 *
 * @param events touchpoints as JSON, one a line
 * @param rulebook one that compiles
 * @param sensing whether words and survey answers give an emotion
 * @param learned lexicons by which touchpoints are sensed, as {@link LearnedFile} reads them;
 *     absent for none
 * @param asOf the latest time that is believed, milliseconds since the epoch; absent for no limit
 * @param out folder for what is written: {@code moments}, {@code recommendations}, {@code
 *     rejected}, {@code shadow} and {@code rulebook-status}, each a folder with a {@code
 *     part-N.jsonl} of every task
 */
public record ReplaySpec(
    Path events,
    RulebookDocument rulebook,
    Sensing sensing,
    Optional<Path> learned,
    OptionalLong asOf,
    Path out) {}
