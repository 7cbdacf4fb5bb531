package io.kizashi.lab.evaluate;

import io.kizashi.terminal.InputFault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Reads files out of a {@code .tar.xz}. */
final class Archive {
  private static final int MEMORY_KIB = 128 * 1024;
  private static final int FILE_BYTES = 64 << 20;

  private Archive() {}

  /** The texts of the files whose names fit, by name, so that their order is the same anywhere. */
  static SortedMap<String, String> texts(Path archive, Predicate<String> fits) {
    SortedMap<String, String> texts = new TreeMap<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(archive));
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in, MEMORY_KIB))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile() && fits.test(entry.getName())) {
          byte[] bytes = tar.readNBytes(FILE_BYTES);
          texts.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new InputFault(archive + ": can't be read to its end; is the file whole?", e);
    }
    return texts;
  }
}
