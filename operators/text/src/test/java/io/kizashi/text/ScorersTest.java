package io.kizashi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorersTest {
  private static final String SERVICE = "META-INF/services/" + EmotionScorer.class.getName();

  private final Path folder;

  ScorersTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A company's. */
  public static final class Loud implements EmotionScorer {
    @Override
    public Optional<Scored> score(String text, String language) {
      return Optional.of(new Scored(1, 1, Feeling.SURPRISE, 1, List.of()));
    }
  }

  /** Another's. */
  public static final class Quiet implements EmotionScorer {
    @Override
    public Optional<Scored> score(String text, String language) {
      return Optional.empty();
    }
  }

  /** One whose model is missing. */
  public static final class Broken implements EmotionScorer {
    /** Fails. */
    public Broken() {
      throw new IllegalStateException("no model at models/ours.onnx");
    }

    @Override
    public Optional<Scored> score(String text, String language) {
      return Optional.empty();
    }
  }

  private Scorers.Found found(String... classes) throws IOException {
    Path file = folder.resolve(SERVICE);
    Files.createDirectories(folder.resolve("META-INF/services"));
    Files.write(file, List.of(classes));
    URL[] path = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, ScorersTest.class.getClassLoader())) {
      return Scorers.find(loader);
    }
  }

  @Test
  void aCompanysScorerTakesThePlaceOfTheBuiltInOne() throws IOException {
    EmotionScorer scorer = found(Loud.class.getName()).scorer().orElseThrow();
    assertThat(scorer.score("plain", "").orElseThrow().feeling()).isEqualTo(Feeling.SURPRISE);
  }

  @Test
  void withoutOneTheBuiltInScores() throws IOException {
    EmotionScorer scorer = found().scorer().orElseThrow();
    assertThat(scorer.score("terrible", "").orElseThrow().valence()).isNegative();
    assertThat(Scorers.inUse().score("terrible", "")).isEqualTo(scorer.score("terrible", ""));
  }

  @Test
  void whichOfSeveralIsMeantIsNotGuessed() throws IOException {
    Scorers.Found found = found(Loud.class.getName(), Quiet.class.getName());
    assertThat(found.scorer()).isEmpty();
    assertThat(found.fault()).contains("one scorer", Loud.class.getName(), Quiet.class.getName());
  }

  @Test
  void oneThatCannotBeMadeIsNamedWithTheReason() throws IOException {
    assertThat(found(Broken.class.getName()).fault())
        .contains(Broken.class.getName(), "no model at models/ours.onnx");
    for (String none : List.of("com.example.Missing", ScorersTest.class.getName())) {
      assertThat(found(none).scorer()).isEmpty();
      assertThat(found(none).fault()).contains(none);
    }
  }
}
