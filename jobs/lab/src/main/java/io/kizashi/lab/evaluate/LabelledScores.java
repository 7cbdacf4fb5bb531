package io.kizashi.lab.evaluate;

import io.kizashi.text.EmotionScorer;
import io.kizashi.text.LexiconScorer;
import io.kizashi.text.Scored;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Scores the texts of a corpus and compares. */
public final class LabelledScores {
  private final EmotionScorer scorer = new LexiconScorer();
  private final EmotionScorer noGrammar = LexiconScorer.withoutGrammar();
  private final EmotionScorer ownLexicon = LexiconScorer.withOwnLexiconOnly();

  public Row of(Corpus corpus) {
    List<Labelled> all = corpus.read();
    List<Labelled> odd = everySecond(all, 0);
    List<Optional<Scored>> scores = scores(corpus, odd, scorer);
    return new Row(
        corpus.title(),
        corpus.measure().title(),
        odd.size(),
        corpus.aim(),
        corpus.measure().of(odd, scores),
        agreement(corpus, everySecond(all, 1), scorer),
        agreement(corpus, odd, noGrammar),
        agreement(corpus, odd, ownLexicon),
        majority(corpus.measure(), odd),
        Certainty.of(odd, scores),
        kinds(corpus, all));
  }

  /** Rows are counted from 1, so that the first is odd. */
  private static List<Labelled> everySecond(List<Labelled> all, int first) {
    return IntStream.range(0, all.size()).filter(i -> i % 2 == first).mapToObj(all::get).toList();
  }

  private static double agreement(Corpus corpus, List<Labelled> texts, EmotionScorer scorer) {
    return corpus.measure().of(texts, scores(corpus, texts, scorer));
  }

  private static List<Optional<Scored>> scores(
      Corpus corpus, List<Labelled> texts, EmotionScorer scorer) {
    return texts.stream().map(text -> scorer.score(text.text(), corpus.language())).toList();
  }

  private static OptionalDouble majority(Measure measure, List<Labelled> texts) {
    if (measure == Measure.CORRELATION) {
      return OptionalDouble.empty();
    }
    List<String> labels = texts.stream().map(Labelled::label).toList();
    String most =
        labels.stream()
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .max(Map.Entry.comparingByValue())
            .orElseThrow()
            .getKey();
    List<String> always = Collections.nCopies(labels.size(), most);
    return OptionalDouble.of(Statistics.macroF1(labels, always));
  }

  private Map<String, String> kinds(Corpus corpus, List<Labelled> texts) {
    List<String> found = corpus.measure().names(scores(corpus, texts, scorer));
    Map<String, int[]> right = new TreeMap<>();
    for (int i = 0; i < texts.size(); i++) {
      Labelled text = texts.get(i);
      int[] counts = right.computeIfAbsent(text.kind(), kind -> new int[2]);
      counts[0] += text.label().equals(found.get(i)) ? 1 : 0;
      counts[1]++;
    }
    right.remove("");
    Map<String, String> kinds = new TreeMap<>();
    right.forEach((kind, counts) -> kinds.put(kind, counts[0] + "/" + counts[1]));
    return kinds;
  }
}
