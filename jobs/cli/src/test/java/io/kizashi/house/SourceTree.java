package io.kizashi.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The project's files, as an author sees them: without what builds and tools leave behind. */
record SourceTree(Path root, List<SourceFile> files) {
  private static final Set<String> LEFT_BEHIND =
      Set.of("target", ".git", ".kizashi", ".idea", ".vscode", ".settings");

  /** Reads the tree that the tests run in. */
  static SourceTree read() {
    Path root = root(Path.of("").toAbsolutePath());
    List<SourceFile> files = new ArrayList<>();
    collect(root, root, files);
    return new SourceTree(root, List.copyOf(files));
  }

  /** Java files, package descriptions included. */
  Stream<SourceFile> java() {
    return files.stream().filter(file -> file.path().endsWith(".java"));
  }

  /** Java files of the product. */
  Stream<SourceFile> main() {
    return java().filter(file -> file.path().contains("/src/main/"));
  }

  /** The highest folder with a build file: modules lie below it. */
  private static Path root(Path start) {
    return Stream.iterate(Optional.of(start), Optional::isPresent, SourceTree::parent)
        .flatMap(Optional::stream)
        .filter(folder -> Files.isDirectory(folder.resolve("state-schemas")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no project root above " + start));
  }

  private static Optional<Path> parent(Optional<Path> folder) {
    return folder.map(Path::getParent);
  }

  private static void collect(Path root, Path folder, List<SourceFile> files) {
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        // In a linked working tree .git is a file.
        if (LEFT_BEHIND.contains(String.valueOf(entry.getFileName()))) {
          continue;
        }
        if (Files.isDirectory(entry)) {
          collect(root, entry, files);
        } else {
          read(root, entry).ifPresent(files::add);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<SourceFile> read(Path root, Path file) throws IOException {
    String path = root.relativize(file).toString().replace('\\', '/');
    if (path.endsWith(".jsonl") || path.endsWith(".xz") || path.endsWith(".gz")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new SourceFile(path, Files.readAllLines(file)));
    } catch (MalformedInputException e) {
      return Optional.empty(); // a picture or an archive
    }
  }
}
