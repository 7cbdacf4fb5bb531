package io.kizashi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Decoding.Decoded;
import io.kizashi.schema.Decoding.Rejected;
import io.kizashi.testing.Seeds;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Good records, damaged at random: decoding never throws and never half-understands. */
class TouchpointFuzzTest {
  private static final long SEED = Seeds.seed();
  private static final int RECORDS = 20_000;
  private static final byte[] TOKENS =
      Samples.utf8("{}[]\":,\\\0\t 0123456789eE+-.NaNtruefalsenull\u00E9\uD83D\uDE00");

  @Test
  void noDamageMakesTheDecoderThrowOrHalfUnderstand() {
    SplittableRandom random = new SplittableRandom(SEED);
    RandomNouns nouns = new RandomNouns(SEED);
    Map<RejectCode, Integer> codes = new EnumMap<>(RejectCode.class);
    int decoded = 0;
    for (int i = 0; i < RECORDS; i++) {
      byte[] bytes = mutated(TouchpointJson.encode(nouns.touchpoint()), random);
      Decoding decoding = TouchpointJson.decode(bytes, Samples.TEN, Bounds.LATEST);
      String what = "kizashi.seed=" + SEED + " number " + i + ": " + Samples.text(bytes);
      if (decoding instanceof Decoded it) {
        decoded++;
        assertSameAgain(it.touchpoint(), what);
      } else if (decoding instanceof Rejected it) {
        codes.merge(it.code(), 1, Integer::sum);
        assertThat(it.where()).as(what).matches("(?s)byte \\d+|/.+");
      }
    }
    // A fuzzer that reaches one side only tests nothing.
    assertThat(decoded).isBetween(RECORDS / 50, RECORDS - RECORDS / 50);
    assertThat(codes).hasSizeGreaterThan(6);
  }

  private static void assertSameAgain(Touchpoint touchpoint, String what) {
    byte[] encoded = TouchpointJson.encode(touchpoint);
    assertThat(TouchpointJson.decode(encoded, touchpoint.arrival(), Bounds.LATEST))
        .as(what)
        .isEqualTo(new Decoded(touchpoint, 0));
  }

  private static byte[] mutated(byte[] good, SplittableRandom random) {
    byte[] bytes = good;
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      bytes = mutatedOnce(bytes, random);
    }
    return bytes;
  }

  private static byte[] mutatedOnce(byte[] bytes, SplittableRandom random) {
    int at = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, at + 1 + random.nextInt(8));
    byte[] token = {TOKENS[random.nextInt(TOKENS.length)]};
    return switch (random.nextInt(8)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
      case 2 -> joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length));
      case 3 -> replaced(bytes, at, (byte) random.nextInt(256));
      case 4, 5 -> replaced(bytes, at, token[0]);
      default ->
          joined(
              joined(Arrays.copyOf(bytes, at), token), Arrays.copyOfRange(bytes, at, bytes.length));
    };
  }

  private static byte[] replaced(byte[] bytes, int at, byte value) {
    byte[] copy = bytes.clone();
    if (at < copy.length) {
      copy[at] = value;
    }
    return copy;
  }

  private static byte[] joined(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
