package io.kizashi.lab.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.terminal.InputFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The texts that feeling is evaluated on. */
public final class Corpora {
  private static final String RATED = "_GroundTruth.txt";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The eight feelings and neutral in the order of GoEmotions' numbers 0 … 27. */
  private static final List<String> GO_EMOTIONS =
      List.of(
          "joy", // admiration
          "joy", // amusement
          "anger",
          "anger", // annoyance
          "trust", // approval
          "trust", // caring
          "surprise", // confusion
          "surprise", // curiosity
          "anticipation", // desire
          "sadness", // disappointment
          "anger", // disapproval
          "disgust",
          "sadness", // embarrassment
          "joy", // excitement
          "fear",
          "joy", // gratitude
          "sadness", // grief
          "joy",
          "joy", // love
          "fear", // nervousness
          "anticipation", // optimism
          "joy", // pride
          "surprise", // realization
          "joy", // relief
          "sadness", // remorse
          "sadness",
          "surprise",
          "neutral");

  private Corpora() {}

  public static List<Corpus> in(Path data, Path sentences) {
    Path chabsa = data.resolve("chabsa.tar.xz");
    Path go = data.resolve("goemotions_original.tar.xz");
    return List.of(
        vader(data, "tweets", "tweets", OptionalDouble.of(0.80)),
        vader(data, "Amazon reviews", "amazonReviewSnippets", OptionalDouble.of(0.50)),
        vader(data, "movie reviews", "movieReviewSnippets", OptionalDouble.of(0.40)),
        vader(data, "NYT editorials", "nytEditorialSnippets", OptionalDouble.empty()),
        whole(data, "Amazon, whole", "amazonReviewSnippets"),
        whole(data, "NYT, whole", "nytEditorialSnippets"),
        new Corpus(
            "chABSA, one polarity",
            "ja",
            Measure.POLARITY,
            OptionalDouble.of(0.75),
            chabsa,
            true,
            Corpora::chabsa),
        new Corpus(
            "GoEmotions, one feeling",
            "en",
            Measure.FEELING,
            OptionalDouble.empty(),
            go,
            true,
            Corpora::goEmotions),
        own(sentences, "ja", Measure.POLARITY, "polarity"),
        own(sentences, "ja", Measure.FEELING, "label"),
        own(sentences, "en", Measure.POLARITY, "polarity"),
        own(sentences, "en", Measure.FEELING, "label"));
  }

  private static Corpus vader(Path data, String title, String name, OptionalDouble aim) {
    return vader(data, title, aim, archive -> rated(archive, name + RATED));
  }

  private static Corpus whole(Path data, String title, String name) {
    return vader(
        data,
        title,
        OptionalDouble.empty(),
        archive -> WholeTexts.of(lines(archive, name + RATED)));
  }

  private static Corpus vader(
      Path data, String title, OptionalDouble aim, Function<Path, List<Labelled>> reading) {
    Path file = data.resolve("vader_icwsm2014_groundtruth.tar.xz");
    return new Corpus("VADER " + title, "en", Measure.CORRELATION, aim, file, true, reading);
  }

  private static Corpus own(Path folder, String language, Measure measure, String field) {
    return new Corpus(
        "own sentences, " + language,
        language,
        measure,
        OptionalDouble.empty(),
        folder.resolve("sentences." + language + ".jsonl"),
        false,
        file -> sentences(file, field));
  }

  /** Lines of number, mean rating and text. */
  private static List<Labelled> rated(Path archive, String name) {
    List<Labelled> rated = new ArrayList<>();
    for (String line : lines(archive, name)) {
      String[] columns = line.split("\t", 3);
      rated.add(Labelled.rated(columns[2], Double.parseDouble(columns[1])));
    }
    return rated;
  }

  /** Lines of text, numbers of feelings and id; those whose feelings map to one are taken. */
  private static List<Labelled> goEmotions(Path archive) {
    List<Labelled> named = new ArrayList<>();
    for (String line : lines(archive, ".tsv")) {
      String[] columns = line.split("\t", -1);
      Set<String> feelings = new TreeSet<>();
      for (String number : columns[1].split(",", -1)) {
        feelings.add(GO_EMOTIONS.get(Integer.parseInt(number)));
      }
      if (feelings.size() == 1) {
        named.add(Labelled.named(columns[0], feelings.iterator().next()));
      }
    }
    return named;
  }

  private static List<String> lines(Path archive, String ending) {
    return Archive.texts(archive, name -> name.endsWith(ending)).values().stream()
        .flatMap(String::lines)
        .filter(line -> !line.isBlank())
        .toList();
  }

  /** Sentences all of whose opinions are good, or all bad. */
  private static List<Labelled> chabsa(Path archive) {
    List<Labelled> named = new ArrayList<>();
    for (String document : Archive.texts(archive, name -> name.endsWith(".json")).values()) {
      for (JsonNode sentence : parse(document, archive).path("sentences")) {
        Set<String> polarities = new TreeSet<>();
        sentence.path("opinions").forEach(o -> polarities.add(o.path("polarity").asText()));
        if (polarities.size() == 1 && !polarities.contains("neutral")) {
          named.add(
              Labelled.named(sentence.path("sentence").asText(), polarities.iterator().next()));
        }
      }
    }
    return named;
  }

  private static List<Labelled> sentences(Path file, String field) {
    try {
      List<Labelled> named = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        JsonNode node = parse(line, file);
        named.add(
            new Labelled(
                node.path("text").asText(),
                node.path(field).asText(),
                0,
                node.path("kind").asText()));
      }
      return named;
    } catch (IOException e) {
      throw new InputFault(file + ": can't be read", e);
    }
  }

  private static JsonNode parse(String json, Path file) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new InputFault(file + ": holds something that is no JSON", e);
    }
  }
}
