package io.kizashi.flink.freeze;

/** The mark of a customer for whom another build of the engine has failed. */
public final class OtherBuild {
  private OtherBuild() {}

  /** As the store holds it; no order to thaw was known then. */
  public static byte[] mark() {
    return new Freeze("of yesterday", -1, true, new Defect("defect")).encode();
  }
}
