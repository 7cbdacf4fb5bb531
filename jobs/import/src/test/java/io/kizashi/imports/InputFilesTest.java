package io.kizashi.imports;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.terminal.InputFault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

final class InputFilesTest {
  private static final byte[] TEXT = "hello".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder = Path.of("");

  @Test
  void aNamedFileIsReadWhateverItsName() throws IOException {
    assertThat(read(write("plain.txt", TEXT))).containsExactly(Map.entry("plain.txt", "hello"));
  }

  @Test
  void packedFilesAreToldByTheirBytes() throws IOException {
    assertThat(read(write("a.csv.gz", gzip(TEXT)))).containsExactly(Map.entry("a.csv", "hello"));
    assertThat(read(write("a.csv.xz", xz(TEXT)))).containsExactly(Map.entry("a.csv", "hello"));
    assertThat(read(write("a.csv", gzip(TEXT)))).containsExactly(Map.entry("a.csv", "hello"));
  }

  @Test
  void archivesGiveTheFilesThatFit() throws IOException {
    byte[] tar =
        tar(Map.of("x/a.csv", TEXT, "x/b.csv.gz", gzip(TEXT), "x/README", TEXT, "._a.csv", TEXT));
    assertThat(read(write("all.tar.xz", xz(tar))))
        .containsExactly(Map.entry("x/a.csv", "hello"), Map.entry("x/b.csv", "hello"));
    assertThat(read(write("all.tgz", gzip(tar)))).hasSize(2);
    assertThat(read(write("all.tar", tar))).hasSize(2);
  }

  @Test
  void foldersAreReadInTheOrderOfNames() throws IOException {
    write("in/b.csv", TEXT);
    write("in/a/z.csv.gz", gzip(TEXT));
    write("in/c.json", TEXT);
    assertThat(read(folder.resolve("in")))
        .containsExactly(Map.entry("a/z.csv", "hello"), Map.entry("b.csv", "hello"));
  }

  @Test
  void aFolderWithoutAFileThatFitsIsAtFault() throws IOException {
    write("in/c.json", TEXT);
    assertThatThrownBy(() -> read(folder.resolve("in")))
        .isInstanceOf(InputFault.class)
        .hasMessageEndingWith(
            "in: none of its 1 files is named like *.csv; 'files' in the mapping says which are"
                + " read");
  }

  @Test
  void aCutArchiveIsAtFault() throws IOException {
    byte[] xz = xz(tar(Map.of("a.csv", new byte[100_000])));
    Path cut = write("cut.tar.xz", Arrays.copyOf(xz, xz.length - 30));
    assertThatThrownBy(() -> read(cut))
        .isInstanceOf(InputFault.class)
        .hasMessageContaining("can't be read to its end");
  }

  @Test
  void anXzThatWantsTooMuchMemoryIsRefused() throws IOException {
    byte[] bytes = xz(TEXT);
    // The block's header holds the dictionary's size (34 means 512 MiB) and ends with its checksum.
    bytes[16] = 34;
    int length = bytes[12] * 4;
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 12, length);
    ByteBuffer.wrap(bytes).order(LITTLE_ENDIAN).putInt(12 + length, (int) checksum.getValue());
    Path greedy = write("greedy.xz", bytes);
    assertThatThrownBy(() -> read(greedy))
        .isInstanceOf(InputFault.class)
        .hasMessageContaining("would be needed");
  }

  @Test
  void zipIsNamedAsWhatItIs() throws IOException {
    Path zip = write("a.zip", new byte[] {'P', 'K', 3, 4, 0});
    assertThatThrownBy(() -> read(zip))
        .hasMessage("a.zip: .zip is not read; unpack it and give the folder");
  }

  @Test
  void wrappingsWithoutEndAreNotFollowed() throws IOException {
    byte[] bytes = TEXT;
    for (int i = 0; i < Limits.LAYERS + 2; i++) {
      bytes = gzip(bytes);
    }
    assertThat(read(write("a.gz", bytes)).get("a")).isNotEqualTo("hello");
  }

  @Test
  void aStreamBeyondItsBoundEndsTheImport() {
    BoundedStream stream = new BoundedStream(new ByteArrayInputStream(TEXT), "bomb.csv", 4);
    assertThatThrownBy(stream::readAllBytes)
        .isInstanceOf(InputFault.class)
        .hasMessageStartingWith("bomb.csv: holds more than");
  }

  private Map<String, String> read(Path input) {
    Map<String, String> found = new TreeMap<>();
    List<String> patterns = List.of("*.csv");
    new InputFiles(
            patterns,
            (name, in) -> found.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)))
        .visit(input);
    return found;
  }

  private Path write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] xz(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new XZOutputStream(packed, new LZMA2Options(0))) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] tar(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(packed)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setSize(file.getValue().length);
        out.putArchiveEntry(entry);
        out.write(file.getValue());
        out.closeArchiveEntry();
      }
    }
    return packed.toByteArray();
  }
}
