package io.kizashi.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What git keeps of a working tree, read without git, which a build machine need not have.
 *
 * @param own what the working tree has to itself
 * @param shared what all working trees of the repository share; the same where there is but one
 */
record GitFolder(Path own, Path shared) {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{40,64}");
  private static final String BRANCH = "ref: ";
  private static final String LINK = "gitdir: ";

  /** That of the lowest working tree around a folder, if there is one. */
  static Optional<GitFolder> above(Path folder) {
    return Stream.iterate(Optional.of(folder), Optional::isPresent, at -> at.map(Path::getParent))
        .flatMap(Optional::stream)
        .map(at -> at.resolve(".git"))
        .filter(Files::exists)
        .findFirst()
        .map(GitFolder::of);
  }

  private static GitFolder of(Path git) {
    // In a linked working tree .git is a file that names the folder.
    Path own =
        text(git)
            .filter(link -> link.startsWith(LINK))
            .map(link -> git.resolveSibling(link.substring(LINK.length())))
            .orElse(git);
    return new GitFolder(own, text(own.resolve("commondir")).map(own::resolve).orElse(own));
  }

  /** The hash of the commit that is checked out; empty before the first one. */
  Optional<String> commit() {
    return text(own.resolve("HEAD"))
        .flatMap(
            head ->
                head.startsWith(BRANCH)
                    ? branch(head.substring(BRANCH.length()))
                    : Optional.of(head))
        .filter(HASH.asMatchPredicate());
  }

  private Optional<String> branch(String name) {
    return text(shared.resolve(name))
        .or(
            () ->
                text(shared.resolve("packed-refs")).stream()
                    .flatMap(String::lines)
                    .filter(line -> line.endsWith(" " + name))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .findFirst());
  }

  private static Optional<String> text(Path file) {
    try {
      return Files.isRegularFile(file)
          ? Optional.of(Files.readString(file).strip())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
