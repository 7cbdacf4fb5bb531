package io.kizashi.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.text.LexiconScorer;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.XZInputStream;

/**
 * Computes anew which words of VADER's lexicon are left out: those that the comments of GoEmotions'
 * training split do not use as they are rated.
 */
class PrunedWordsTest {
  /** Numbers of GoEmotions' labels; 6, 7, 22 and 26 are neither, and 27 is neutral. */
  private static final Set<Integer> GOOD = Set.of(0, 1, 4, 5, 8, 13, 15, 17, 18, 20, 21, 23);

  private static final Set<Integer> BAD = Set.of(2, 3, 9, 10, 11, 12, 14, 16, 19, 24, 25);
  private static final int NEUTRAL = 27;
  private static final int FEWEST = 10;
  private static final double SHRINK = 5;
  private static final double LEAN = 0.2;
  private static final Pattern WORD = Pattern.compile("[a-z][a-z'-]*");

  private final Map<String, int[]> counts = new HashMap<>();
  private int texts;
  private int sum;

  @Test
  void theListIsWhatTheCommentsSay() {
    Map<String, Double> rated =
        lines("vader_sentiment_lexicon.txt").stream()
            .map(line -> line.split("\t", -1))
            .filter(line -> line.length > 1 && WORD.matcher(line[0]).matches())
            .collect(
                Collectors.toMap(
                    line -> line[0],
                    line -> Double.parseDouble(line[1]),
                    (first, second) -> second,
                    TreeMap::new));
    trainingSplit().lines().filter(line -> !line.isBlank()).forEach(line -> count(line, rated));
    double base = (double) sum / texts;
    Set<String> pruned = new TreeSet<>();
    counts.forEach(
        (word, count) -> {
          double lean = (count[1] - base * count[0]) / (count[0] + SHRINK);
          if (count[0] >= FEWEST && lean * Math.signum(rated.getOrDefault(word, 0.0)) < LEAN) {
            pruned.add(word);
          }
        });
    assertThat(lines("vader.pruned.txt")).containsExactlyElementsOf(pruned);
  }

  private void count(String line, Map<String, Double> rated) {
    String[] columns = line.split("\t", -1);
    List<Integer> labels =
        Pattern.compile(",").splitAsStream(columns[1]).map(Integer::valueOf).toList();
    boolean good = labels.stream().anyMatch(GOOD::contains);
    boolean bad = labels.stream().anyMatch(BAD::contains);
    boolean plain =
        labels.stream().allMatch(l -> GOOD.contains(l) || BAD.contains(l) || l == NEUTRAL);
    if (!plain || (good && bad)) {
      return;
    }
    int polarity = good ? 1 : bad ? -1 : 0;
    texts++;
    sum += polarity;
    WORD.matcher(columns[0].toLowerCase(Locale.ROOT).replace('\u2019', '\''))
        .results()
        .map(MatchResult::group)
        .distinct()
        .filter(rated::containsKey)
        .forEach(
            word -> {
              int[] count = counts.computeIfAbsent(word, w -> new int[2]);
              count[0]++;
              count[1] += polarity;
            });
  }

  private static String trainingSplit() {
    try (InputStream in =
            new BufferedInputStream(
                Files.newInputStream(RealData.require("goemotions_original.tar.xz")));
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.getName().endsWith("train.tsv")) {
          return new String(tar.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
      throw new IllegalStateException("no training split in the archive");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(String resource) {
    InputStream in = Objects.requireNonNull(LexiconScorer.class.getResourceAsStream(resource));
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
  }
}
