package io.kizashi.text.learning;

import io.kizashi.schema.state.ByteSource;

/** State begins with the version of its form. */
final class Version {
  private Version() {}

  /**
   * State behind its version.
   *
   * @throws IllegalStateException if it has another version
   */
  static ByteSource open(byte[] bytes, int version, String what) {
    ByteSource in = new ByteSource(bytes);
    long found = in.readVarint();
    if (found != version) {
      throw new IllegalStateException(
          what
              + " of version "
              + found
              + " is not known to this release; restore with the one that wrote it");
    }
    return in;
  }
}
