package io.kizashi.oracle.decisions;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes a story small, as long as something stays wrong with it. */
final class SmallestStory {
  private final Predicate<PolicyStory> isWrong;

  SmallestStory(Predicate<PolicyStory> isWrong) {
    this.isWrong = isWrong;
  }

  /** A story from which nothing more can be left out. */
  PolicyStory of(PolicyStory story) {
    PolicyStory smallest = story;
    Optional<PolicyStory> smaller = Optional.of(story);
    while (smaller.isPresent()) {
      smallest = smaller.get();
      smaller = simpler(smallest).filter(isWrong).findFirst();
    }
    return smallest;
  }

  /** The same story without one thing, many touchpoints at a time first. */
  private static Stream<PolicyStory> simpler(PolicyStory story) {
    int many = story.arrivals().size();
    Stream<PolicyStory> shorter =
        Stream.iterate(many, size -> size > 0, size -> size / 2)
            .flatMap(
                size ->
                    Stream.iterate(0, from -> from < many, from -> from + size)
                        .map(from -> story.without(from, size)));
    return Stream.concat(
        shorter,
        Stream.concat(story.rulebook().simpler().stream().map(story::rulebook), story.punctual()));
  }
}
