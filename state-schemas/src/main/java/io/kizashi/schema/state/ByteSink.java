package io.kizashi.schema.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array with the primitives of the state's binary form. */
public final class ByteSink {
  private byte[] bytes = new byte[256];
  private int size;

  /** Appends one byte. */
  public void writeByte(int value) {
    grow(1);
    bytes[size++] = (byte) value;
  }

  /** Appends a truth as one byte. */
  void writeFlag(boolean truth) {
    writeByte(truth ? 1 : 0);
  }

  /** Appends a non-negative number in as few bytes as it needs, seven bits each. */
  public void writeVarint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      writeByte((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    writeByte((int) rest);
  }

  /** Appends a number of either sign; small magnitudes are short. */
  public void writeSigned(long value) {
    writeVarint((value << 1) ^ (value >> 63));
  }

  /** Appends eight bytes, the highest first. */
  public void writeLong(long value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      writeByte((int) (value >>> shift));
    }
  }

  /** Appends a double's bits. */
  public void writeDouble(double value) {
    writeLong(Double.doubleToLongBits(value));
  }

  /** Appends a text with its length. */
  public void writeText(String text) {
    writeBlock(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Appends bytes with their length. */
  public void writeBlock(byte[] block) {
    writeVarint(block.length);
    writeRaw(block);
  }

  /** Appends bytes as they are. */
  public void writeRaw(byte[] raw) {
    grow(raw.length);
    System.arraycopy(raw, 0, bytes, size, raw.length);
    size += raw.length;
  }

  /** What was written so far. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void grow(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
