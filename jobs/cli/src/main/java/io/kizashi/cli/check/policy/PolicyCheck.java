package io.kizashi.cli.check.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds what the engine decides in random stories against the model, and against promises. */
public final class PolicyCheck {
  /** The rulebook that was compiled last, if there was one: neighbouring stories share it. */
  private Optional<Compiled> last = Optional.empty();

  private record Compiled(Book book, Optional<Sound> sound) {}

  /** What is wrong with the story of a seed, which is made small; empty where all is well. */
  public Optional<String> find(long seed) {
    Story story = RandomStory.of(seed);
    Optional<String> first = wrong(story);
    if (first.isEmpty()) {
      return first;
    }
    boolean refused = compiled(story.book()).isEmpty();
    Story small =
        new Smallest(it -> wrong(it).isPresent() && compiled(it.book()).isEmpty() == refused)
            .of(story);
    return wrong(small).map(text -> text + "\n\n" + small.show());
  }

  private Optional<Sound> compiled(Book book) {
    Compiled compiled =
        last.filter(it -> it.book().equals(book))
            .orElseGet(() -> new Compiled(book, Sound.of(book)));
    last = Optional.of(compiled);
    return compiled.sound();
  }

  /** What is wrong, if anything is. */
  private Optional<String> wrong(Story story) {
    try {
      Optional<Sound> sound = compiled(story.book());
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
