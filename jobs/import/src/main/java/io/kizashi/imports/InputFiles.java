package io.kizashi.imports;

import io.kizashi.terminal.InputFault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Finds the files of a folder, an archive or a packed file. What is packed is told by its bytes.
 */
final class InputFiles {
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};
  private static final byte[] XZ = {(byte) 0xfd, '7', 'z', 'X', 'Z', 0};
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] TAR = "ustar".getBytes(StandardCharsets.US_ASCII);
  private static final int TAR_AT = 257;

  /** What is done with a file. */
  interface Visitor {
    void file(String name, InputStream in) throws IOException;
  }

  private final List<String> patterns;
  private final List<PathMatcher> matchers;
  private final Visitor visitor;
  private int files;
  private int ignored;

  InputFiles(List<String> patterns, Visitor visitor) {
    this.patterns = List.copyOf(patterns);
    this.matchers =
        patterns.stream().map(p -> FileSystems.getDefault().getPathMatcher("glob:" + p)).toList();
    this.visitor = visitor;
  }

  /** Visits every file whose name fits, in the order of names, in an archive in its own order. */
  void visit(Path input) {
    if (!Files.exists(input)) {
      throw new InputFault(input + ": there is no such file or folder; check the path");
    }
    try {
      if (Files.isDirectory(input)) {
        visitFolder(input);
      } else {
        open(input, String.valueOf(input.getFileName()), true);
      }
    } catch (IOException e) {
      throw new InputFault(
          input + ": can't be read to its end (" + e.getMessage() + "); is the file whole?", e);
    }
    if (files == 0) {
      throw new InputFault(
          input
              + ": none of its "
              + ignored
              + " files is named like "
              + String.join(" or ", patterns)
              + "; 'files' in the mapping says which are read");
    }
  }

  int files() {
    return files;
  }

  int ignored() {
    return ignored;
  }

  private void visitFolder(Path folder) throws IOException {
    List<Path> found;
    try (Stream<Path> walk = Files.walk(folder)) {
      found = walk.filter(Files::isRegularFile).limit(Limits.FILES + 1L).toList();
    }
    List<Path> sorted =
        found.stream().sorted(Comparator.comparing(path -> name(folder, path))).toList();
    for (Path file : sorted) {
      open(file, name(folder, file), false);
    }
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private void open(Path file, String name, boolean named) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      unpack(name, in, named, 0);
    }
  }

  /**
   * Takes off one wrapping.
   *
   * @param named whether a person named this very file, so that any name will do
   */
  private void unpack(String name, InputStream raw, boolean named, int layer) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
    in.mark(TAR_AT + TAR.length);
    byte[] head = in.readNBytes(TAR_AT + TAR.length);
    in.reset();
    boolean packed = layer < Limits.LAYERS;
    if (packed && starts(head, XZ)) {
      InputStream inner = new XZInputStream(in, Limits.XZ_KIB);
      unpack(without(name, ".xz"), bounded(name, inner), named, layer + 1);
    } else if (packed && starts(head, GZIP)) {
      unpack(without(name, ".gz"), bounded(name, new GZIPInputStream(in)), named, layer + 1);
    } else if (packed && isTar(head)) {
      visitArchive(in, layer);
    } else if (named && starts(head, ZIP)) {
      throw new InputFault(name + ": .zip is not read; unpack it and give the folder");
    } else {
      visitFile(name, in, named);
    }
  }

  private static InputStream bounded(String name, InputStream in) {
    return new BoundedStream(in, name, Limits.TOTAL_BYTES);
  }

  private void visitArchive(InputStream in, int layer) throws IOException {
    // Not closed: its stream belongs to the caller.
    TarArchiveInputStream tar = new TarArchiveInputStream(in, StandardCharsets.UTF_8.name());
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      if (entry.isFile() && tar.canReadEntryData(entry)) {
        unpack(entry.getName(), tar, false, layer + 1);
      }
    }
  }

  private void visitFile(String name, InputStream in, boolean named) throws IOException {
    if (files + ignored >= Limits.FILES) {
      throw new InputFault(name + ": more than " + Limits.FILES + " files; import them in parts");
    }
    if (named || fits(name)) {
      files++;
      visitor.file(name, new BoundedStream(in, name, Limits.ENTRY_BYTES));
    } else {
      ignored++;
    }
  }

  private boolean fits(String name) {
    Path file = Path.of(name.substring(name.lastIndexOf('/') + 1));
    boolean hidden = file.toString().startsWith(".");
    return !hidden && matchers.stream().anyMatch(matcher -> matcher.matches(file));
  }

  private static boolean starts(byte[] head, byte[] magic) {
    return head.length >= magic.length
        && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
  }

  private static boolean isTar(byte[] head) {
    return head.length == TAR_AT + TAR.length
        && Arrays.equals(head, TAR_AT, head.length, TAR, 0, TAR.length);
  }

  private static String without(String name, String ending) {
    return name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
  }
}
