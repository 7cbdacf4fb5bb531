package io.kizashi.text;

import io.kizashi.schema.LearnedLexicon;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Which scorer this process uses: found once, since a model may be large. */
final class Scorers {
  private static final Found FOUND = find(Scorers.class.getClassLoader());

  private Scorers() {}

  /**
   * What the class path offers.
   *
   * @param scorer in use; absent if there is a fault
   * @param fault what is wrong with it, or empty
   */
  record Found(Optional<EmotionScorer> scorer, String fault) {}

  /** Its lexicons take a moment to read: not before there is a text. */
  private static final class BuiltIn implements WordScorer {
    @Override
    public Optional<Scored> score(String text, String language, LearnedLexicon learned) {
      return builtIn().score(text, language, learned);
    }

    private static final class Holder {
      static final LexiconScorer SCORER = new LexiconScorer();
    }
  }

  /** The built-in one, whether it is in use or not. */
  static LexiconScorer builtIn() {
    return BuiltIn.Holder.SCORER;
  }

  static EmotionScorer inUse() {
    return FOUND.scorer().orElseThrow(() -> new IllegalStateException(FOUND.fault()));
  }

  /** A plug-in's class loader brings the engine's classes with it. */
  static Found find(ClassLoader classes) {
    try {
      return only(ServiceLoader.load(EmotionScorer.class, classes).stream().toList());
    } catch (ServiceConfigurationError | LinkageError e) {
      return fault(e + Optional.ofNullable(e.getCause()).map(cause -> ": " + cause).orElse(""));
    }
  }

  private static Found only(List<ServiceLoader.Provider<EmotionScorer>> offered) {
    return switch (offered.size()) {
      case 0 -> new Found(Optional.of(new BuiltIn()), "");
      case 1 -> new Found(Optional.of(offered.get(0).get()), "");
      // Which comes first may differ from machine to machine, and so would what they decide.
      default -> fault("several: " + names(offered));
    };
  }

  private static Found fault(String why) {
    return new Found(
        Optional.empty(),
        "the class path must offer one scorer of emotion that can be made, or none; it has " + why);
  }

  private static String names(List<ServiceLoader.Provider<EmotionScorer>> offered) {
    return offered.stream()
        .map(provider -> provider.type().getName())
        .collect(Collectors.joining(", "));
  }
}
