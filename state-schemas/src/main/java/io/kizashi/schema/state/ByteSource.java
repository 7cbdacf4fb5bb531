package io.kizashi.schema.state;

import io.kizashi.schema.form.Form;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link ByteSink} wrote. */
public final class ByteSource {
  private final byte[] bytes;
  private int at;

  /** Reads from the first byte; the array is not copied. */
  public ByteSource(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Whether all is read. */
  public boolean atEnd() {
    return at >= bytes.length;
  }

  /** The next byte, 0…255. */
  public int readByte() {
    if (at >= bytes.length) {
      throw new IllegalStateException("state ends at byte " + at + " within a value; it is cut");
    }
    return bytes[at++] & 0xFF;
  }

  /** A truth written by {@link ByteSink#writeFlag}. */
  boolean readFlag() {
    int flag = readByte();
    return switch (flag) {
      case 0 -> false;
      case 1 -> true;
      default -> throw Form.FLAG.unknown(flag);
    };
  }

  /** A number written by {@link ByteSink#writeVarint}. */
  public long readVarint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = readByte();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new IllegalStateException("state holds a number of over ten bytes at byte " + at);
  }

  /** A varint that counts or measures something in memory. */
  public int readSize() {
    long size = readVarint();
    if (size < 0 || size > bytes.length) {
      throw new IllegalStateException("state claims a size of " + size + " at byte " + at);
    }
    return (int) size;
  }

  /** A number written by {@link ByteSink#writeSigned}. */
  public long readSigned() {
    long raw = readVarint();
    return (raw >>> 1) ^ -(raw & 1);
  }

  /** A number written by {@link ByteSink#writeLong}. */
  public long readLong() {
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = value << 8 | readByte();
    }
    return value;
  }

  /** A number written by {@link ByteSink#writeDouble}. */
  public double readDouble() {
    return Double.longBitsToDouble(readLong());
  }

  /** A text written by {@link ByteSink#writeText}. */
  public String readText() {
    int length = readSize();
    String text = new String(bytes, at, checked(length), StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  /** Bytes written by {@link ByteSink#writeBlock}. */
  public byte[] readBlock() {
    int length = readSize();
    byte[] block = Arrays.copyOfRange(bytes, at, at + checked(length));
    at += length;
    return block;
  }

  /** All that is left. */
  public byte[] readRest() {
    byte[] rest = Arrays.copyOfRange(bytes, at, bytes.length);
    at = bytes.length;
    return rest;
  }

  private int checked(int length) {
    if (at + length > bytes.length) {
      throw new IllegalStateException("state ends within a block of " + length + " at byte " + at);
    }
    return length;
  }
}
