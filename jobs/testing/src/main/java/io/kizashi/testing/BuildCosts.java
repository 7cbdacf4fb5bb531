package io.kizashi.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the tests of one build took: a file that all its test processes append to. Each holds a lock
 * on it as long as it runs, so that the last one knows that it is the last.
 */
final class BuildCosts implements AutoCloseable {
  private static final int DEAREST = 10;

  /** The lock lies behind everything that is ever written, which stays free to write and read. */
  private static final long LOCKED = Long.MAX_VALUE - 1;

  private final Path path;
  private final boolean first;
  private final FileChannel file;
  private final FileLock running;

  private BuildCosts(Path path) throws IOException {
    this.path = path;
    Files.createDirectories(path.resolveSibling(""));
    this.first = creates(path);
    this.file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    this.running = file.lock(LOCKED, 1, true);
  }

  private static boolean creates(Path path) throws IOException {
    try {
      Files.createFile(path);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  static BuildCosts at(Path path) {
    try {
      return new BuildCosts(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What one test took.
   *
   * @param test class and method
   */
  record Cost(long millis, String module, String test) {
    /** One line, whatever a test is called. */
    private String line() {
      return millis + "\t" + module + "\t" + test.replaceAll("\\s", " ") + "\n";
    }

    private static Cost of(String line) {
      String[] parts = line.split("\t", 3);
      return new Cost(Long.parseLong(parts[0]), parts[1], parts[2]);
    }

    private String show() {
      return String.format(Locale.ROOT, "%8.1f s  %s %s", millis / 1e3, module, test);
    }
  }

  /** Whether this is the first process of the build: exactly one is. */
  boolean isFirst() {
    return first;
  }

  void add(List<Cost> costs) {
    StringBuilder lines = new StringBuilder();
    costs.forEach(cost -> lines.append(cost.line()));
    try {
      // Names of tests may hold half a surrogate pair, which a writer of text refuses.
      // One write to a file opened so goes behind those of other processes, whole.
      Files.write(path, lines.toString().getBytes(UTF_8), StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The dearest tests so far, where no other process of the build is still testing. */
  Optional<String> lastWord() {
    try {
      running.release();
      Optional<FileLock> alone = Optional.ofNullable(file.tryLock(LOCKED, 1, false));
      return alone.isPresent() ? Optional.of(dearest(read())) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Cost> read() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(file.size()));
    while (bytes.hasRemaining() && file.read(bytes, bytes.position()) >= 0) {
      // Nothing more to do: it has moved on by what was read.
    }
    return new String(bytes.array(), 0, bytes.position(), UTF_8).lines().map(Cost::of).toList();
  }

  static String dearest(List<Cost> costs) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "The %d tests of %d that took longest (%.0f s in all):",
            Math.min(DEAREST, costs.size()),
            costs.size(),
            costs.stream().mapToLong(Cost::millis).sum() / 1e3));
    costs.stream()
        .sorted(Comparator.comparing(Cost::millis).reversed())
        .limit(DEAREST)
        .map(Cost::show)
        .forEach(lines::add);
    return String.join(System.lineSeparator(), lines);
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
