package io.kizashi.cli.check.policy;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes a story small, as long as something stays wrong with it. */
final class Smallest {
  private final Predicate<Story> isWrong;

  Smallest(Predicate<Story> isWrong) {
    this.isWrong = isWrong;
  }

  /** A story from which nothing more can be left out. */
  Story of(Story story) {
    Story smallest = story;
    Optional<Story> smaller = Optional.of(story);
    while (smaller.isPresent()) {
      smallest = smaller.get();
      smaller = simpler(smallest).filter(isWrong).findFirst();
    }
    return smallest;
  }

  /** The same story without one thing, many touchpoints at a time first. */
  private static Stream<Story> simpler(Story story) {
    int many = story.arrivals().size();
    Stream<Story> shorter =
        Stream.iterate(many, size -> size > 0, size -> size / 2)
            .flatMap(
                size ->
                    Stream.iterate(0, from -> from < many, from -> from + size)
                        .map(from -> story.without(from, size)));
    return Stream.concat(
        shorter, Stream.concat(story.book().simpler().stream().map(story::book), story.punctual()));
  }
}
