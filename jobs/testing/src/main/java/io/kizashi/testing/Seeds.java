package io.kizashi.testing;

import java.nio.file.Path;

/**
 * Where the random cases of tests begin. Each commit draws others, and always the same ones, so
 * that a failure comes again; {@code -Dkizashi.seed=NUMBER} chooses. A seed that found something
 * becomes a fixed case of its test.
 */
public final class Seeds {
  /** Where the sources lie in no repository. */
  static final long WITHOUT_COMMIT = 20_250_301L;

  /** Of a commit's hash so many hexadecimal digits: below 2^48, sums with a case's number fit. */
  private static final int DIGITS = 12;

  private static final String PROPERTY = "kizashi.seed";

  private static final long SEED = Long.getLong(PROPERTY, ofCommit(Path.of("").toAbsolutePath()));

  private Seeds() {}

  /** The seed of this build's cases. */
  public static long seed() {
    return SEED;
  }

  /** How the same cases are drawn again. */
  public static String again() {
    return "-D" + PROPERTY + "=" + SEED;
  }

  /** Says at once which case differs: a test that makes it small goes on for minutes. */
  public static void differs(long seed) {
    System.out.println("seed " + seed + " differs; it is being made small");
  }

  /** The seed of the commit that a folder was checked out from. */
  static long ofCommit(Path folder) {
    return GitFolder.above(folder)
        .flatMap(GitFolder::commit)
        .map(hash -> Long.parseLong(hash.substring(0, DIGITS), 16))
        .orElse(WITHOUT_COMMIT);
  }
}
