package io.kizashi.cli.check.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds what the engine decides in random stories against the model, and against promises. */
public final class PolicyCheck {
  /** What is wrong with the story of a seed, which is made small; empty where all is well. */
  public Optional<String> find(long seed) {
    Story story = RandomStory.of(seed);
    Optional<String> first = wrong(story);
    if (first.isEmpty()) {
      return first;
    }
    boolean refused = Sound.of(story.book()).isEmpty();
    Story small =
        new Smallest(it -> wrong(it).isPresent() && Sound.of(it.book()).isEmpty() == refused)
            .of(story);
    return wrong(small).map(text -> text + "\n\n" + small.show());
  }

  /** What is wrong, if anything is. */
  static Optional<String> wrong(Story story) {
    try {
      Optional<Sound> sound = Sound.of(story.book());
      return sound.isPresent()
          ? wrong(story.book(sound.get().book()), sound.get())
          : Optional.of("the compiler refuses it:\n" + lines(Sound.problems(story.book())));
    } catch (RuntimeException e) { // whatever the engine throws is a finding
      return Optional.of("the engine fails: " + e + " at " + List.of(e.getStackTrace()));
    }
  }

  private static Optional<String> wrong(Story story, Sound sound) {
    List<Told> inOrder = told(story.inOrder(), sound).told();
    List<Told> expected = story.book().isSimple() ? Model.decisions(story) : inOrder;
    Optional<String> wrong = differs("in order", expected, inOrder);
    if (wrong.isEmpty() && story.book().settled()) {
      List<Told> shuffled = told(story.withinDisorder(), sound).told();
      wrong = differs("as late as the disorder allows", expected, shuffled);
    }
    return wrong.or(() -> broken(story, sound));
  }

  private static Desk told(List<Story.Delivery> deliveries, Sound sound) {
    return new Desk(sound.rules(), sound.book().policies().pauses()).told(deliveries);
  }

  private static Optional<String> differs(String how, List<Told> expected, List<Told> actual) {
    boolean same = expected.size() == actual.size();
    for (int i = 0; same && i < expected.size(); i++) {
      same = actual.get(i).agrees(expected.get(i));
    }
    return same
        ? Optional.empty()
        : Optional.of(how + "\n  model:" + lines(expected) + "\n  engine:" + lines(actual));
  }

  private static Optional<String> broken(Story story, Sound sound) {
    List<String> broken = Promises.broken(sound.book(), told(story.anyhow(), sound));
    return broken.isEmpty() ? Optional.empty() : Optional.of("not kept" + lines(broken));
  }

  private static String lines(List<?> items) {
    return items.stream().map(item -> "\n    " + item).collect(Collectors.joining());
  }
}
