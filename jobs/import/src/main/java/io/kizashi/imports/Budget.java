package io.kizashi.imports;

import io.kizashi.terminal.InputFault;

/** Memory that an import may hold: half of the heap, as the other half works. */
final class Budget {
  private final long most;
  private long taken;

  Budget(long most) {
    this.most = most;
  }

  static Budget ofHeap() {
    return new Budget(Runtime.getRuntime().maxMemory() / 2);
  }

  void take(long bytes) {
    taken += bytes;
    if (taken > most) {
      throw new InputFault(
          "the import needs more than "
              + (most >> 20)
              + " MiB of memory for sorting and grouping; import it in parts, or give Java a larger"
              + " heap (-Xmx)");
    }
  }

  void giveBack(long bytes) {
    taken -= bytes;
  }
}
