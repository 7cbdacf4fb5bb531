package io.kizashi.schema.state;

import io.kizashi.schema.Bounds;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was said of a customer before a restart and is not in the rest of the state: it was written
 * after the checkpoint that the engine goes on from. Of more than {@link Bounds#SAID} of a sort the
 * oldest go.
 *
 * @param moments as they were written, in their order
 * @param recommendations as they were written, in their order, without their reasoning
 */
public record Said(List<Moment> moments, List<Recommendation> recommendations) {
  /** Nothing was. */
  public static final Said NOTHING = new Said(List.of(), List.of());

  /** Copies the lists. */
  public Said {
    moments = List.copyOf(moments);
    recommendations = List.copyOf(recommendations);
  }

  /** Whether nothing was said. */
  public boolean isNothing() {
    return equals(NOTHING);
  }

  /** The same, and then a moment. */
  public Said then(Moment moment) {
    return new Said(appended(moments, moment), recommendations);
  }

  /** The same, and then a recommendation. */
  public Said then(Recommendation recommendation) {
    return new Said(moments, appended(recommendations, recommendation.withoutReasoning()));
  }

  private static <T> List<T> appended(List<T> before, T more) {
    List<T> all = new ArrayList<>(before);
    all.remove(more); // written again: it counts where it stands last
    all.add(more);
    return all.subList(Math.max(0, all.size() - Bounds.SAID), all.size());
  }

  /** The last word on a moment. */
  public Optional<Moment> moment(String id) {
    return last(moments.stream().filter(it -> it.id().equals(id)));
  }

  /** The last word on a recommendation. */
  public Optional<Recommendation> recommendation(String id) {
    return last(recommendations.stream().filter(it -> it.id().equals(id)));
  }

  private static <T> Optional<T> last(Stream<T> all) {
    return all.reduce((earlier, later) -> later);
  }

  /** Ids of all that something was said of. */
  public Stream<String> ids() {
    return Stream.concat(
        moments.stream().map(Moment::id), recommendations.stream().map(Recommendation::id));
  }
}
