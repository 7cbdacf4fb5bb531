package io.kizashi.text.learning;

import io.kizashi.schema.LearningBounds;
import io.kizashi.schema.Position;
import io.kizashi.schema.state.ByteSink;
import io.kizashi.schema.state.ByteSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one customer said and answered lately, until answers are due. Each touchpoint counts once,
 * however often it comes.
 *
 * @param texts their words, newest last; at most {@link LearningBounds#TEXTS_A_CUSTOMER}
 * @param answers in the order in which they came; at most {@link
 *     LearningBounds#ANSWERS_A_CUSTOMER}, further ones are left out
 */
public record Recent(List<Text> texts, List<Answer> answers) {
  /** A customer of whom nothing is known. */
  public static final Recent EMPTY = new Recent(List.of(), List.of());

  private static final int VERSION = 1;

  /** Copies the lists. */
  public Recent {
    texts = List.copyOf(texts);
    answers = List.copyOf(answers);
  }

  /** The words of a text, distinct ones, the last said last. */
  public record Text(Position at, List<String> words) {
    /** Copies the words. */
    public Text {
      words = List.copyOf(words);
    }
  }

  /** An answer, and whether it is done with. */
  public record Answer(Position at, double valence, boolean done) {
    private Answer asDone() {
      return new Answer(at, valence, true);
    }
  }

  /**
   * What came of waiting.
   *
   * @param rest the customer from now on
   * @param experiences of the answers that were due, in their order
   */
  public record Due(Recent rest, List<Experience> experiences) {
    /** Copies the list. */
    public Due {
      experiences = List.copyOf(experiences);
    }
  }

  /** With a touchpoint. */
  public Recent with(Position at, Testimony testimony) {
    return new Recent(withText(at, testimony.words()), withAnswer(at, testimony));
  }

  private List<Text> withText(Position at, List<String> words) {
    if (words.isEmpty() || texts.stream().anyMatch(text -> isSame(text.at(), at))) {
      return texts;
    }
    List<Text> all = new ArrayList<>(texts);
    all.add(new Text(at, newest(words.stream())));
    all.sort(Comparator.comparing(Text::at));
    return all.subList(Math.max(0, all.size() - LearningBounds.TEXTS_A_CUSTOMER), all.size());
  }

  private List<Answer> withAnswer(Position at, Testimony testimony) {
    boolean known = answers.stream().anyMatch(answer -> isSame(answer.at(), at));
    if (testimony.answer().isEmpty() || known || isFull()) {
      return answers;
    }
    Answer next = new Answer(at, testimony.answer().getAsDouble(), false);
    return Stream.concat(answers.stream(), Stream.of(next)).toList();
  }

  private boolean isFull() {
    return answers.size() >= LearningBounds.ANSWERS_A_CUSTOMER;
  }

  private static boolean isSame(Position one, Position other) {
    return one.id().equals(other.id());
  }

  /** Gives the experiences of all answers up to a time, which are done with then. */
  public Due due(long time) {
    List<Experience> experiences = new ArrayList<>();
    List<Answer> after = new ArrayList<>();
    for (Answer answer : answers) {
      boolean isDue = !answer.done() && answer.at().time() <= time;
      if (isDue) {
        experience(answer).ifPresent(experiences::add);
      }
      after.add(isDue ? answer.asDone() : answer);
    }
    return new Due(new Recent(texts, after), experiences);
  }

  private Optional<Experience> experience(Answer answer) {
    long from = answer.at().time() - LearningBounds.WINDOW_MILLIS;
    List<String> words =
        newest(
            texts.stream()
                .filter(text -> text.at().time() > from && !text.at().isAfter(answer.at()))
                .flatMap(text -> text.words().stream()));
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(new Experience(answer.at().time(), answer.valence(), words));
  }

  /** Each word once, where it was said last; of these the last. */
  private static List<String> newest(Stream<String> words) {
    Set<String> distinct = new LinkedHashSet<>();
    words
        .filter(word -> word.length() <= LearningBounds.WORD_CHARS)
        .forEach(
            word -> {
              distinct.remove(word);
              distinct.add(word);
            });
    return distinct.stream()
        .skip(Math.max(0, distinct.size() - LearningBounds.WORDS_AN_ANSWER))
        .toList();
  }

  /** Without what lies before a time. */
  public Recent since(long time) {
    return new Recent(
        texts.stream().filter(text -> text.at().time() >= time).toList(),
        answers.stream().filter(answer -> answer.at().time() >= time).toList());
  }

  /** Whether there is nothing to remember. */
  public boolean isEmpty() {
    return texts.isEmpty() && answers.isEmpty();
  }

  /** As state keeps it. */
  public byte[] encode() {
    ByteSink out = new ByteSink();
    out.writeVarint(VERSION);
    out.writeVarint(texts.size());
    for (Text text : texts) {
      write(out, text.at());
      out.writeVarint(text.words().size());
      text.words().forEach(out::writeText);
    }
    out.writeVarint(answers.size());
    for (Answer answer : answers) {
      write(out, answer.at());
      out.writeDouble(answer.valence());
      out.writeByte(answer.done() ? 1 : 0);
    }
    return out.toBytes();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IllegalStateException if a newer release wrote it, or it is damaged
   */
  public static Recent decode(byte[] bytes) {
    ByteSource in = Version.open(bytes, VERSION, "a customer's recent words");
    List<Text> texts = new ArrayList<>();
    for (int left = in.readSize(); left > 0; left--) {
      Position at = position(in);
      List<String> words = new ArrayList<>();
      for (int word = in.readSize(); word > 0; word--) {
        words.add(in.readText());
      }
      texts.add(new Text(at, words));
    }
    List<Answer> answers = new ArrayList<>();
    for (int left = in.readSize(); left > 0; left--) {
      answers.add(new Answer(position(in), in.readDouble(), in.readByte() == 1));
    }
    return new Recent(texts, answers);
  }

  private static void write(ByteSink out, Position at) {
    out.writeSigned(at.time());
    out.writeText(at.id());
  }

  private static Position position(ByteSource in) {
    return new Position(in.readSigned(), in.readText());
  }
}
