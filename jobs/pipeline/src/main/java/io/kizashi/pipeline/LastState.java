package io.kizashi.pipeline;

import java.util.List;

/**
 * Where a job goes on.
 *
 * @param path a checkpoint, as Flink names it
 * @param owner whose it is
 * @param passedOver newer ones that are damaged, each with what is wrong, for people
 */
public record LastState(String path, Owner owner, List<String> passedOver) {
  public LastState {
    passedOver = List.copyOf(passedOver);
  }

  /** Whose a checkpoint is. */
  public enum Owner {
    /** It lies in the folder of this installation alone. */
    THIS_INSTALLATION,
    /**
     * It lies where earlier builds put those of all installations. It reads this one's topics, and
     * yet an engine of such a build may run and need it.
     */
    UNKNOWN
  }

  /** Whether the job may remove it when it needs it no more. */
  public boolean mayBeTakenOver() {
    return owner == Owner.THIS_INSTALLATION;
  }
}
