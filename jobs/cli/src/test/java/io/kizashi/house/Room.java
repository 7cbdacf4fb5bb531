package io.kizashi.house;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A package of a module's product.
 *
 * @param folder from the project's root, with slashes
 * @param files its types, without the description
 * @param description the lines of its {@code package-info.java}
 */
record Room(String folder, List<SourceFile> files, List<String> description) {
  private static final Pattern DOOR = Pattern.compile("<p>Door: ([^.]*)\\.");
  private static final Pattern LINK = Pattern.compile("\\{@link ([A-Z]\\w*)}");

  /** All rooms of a tree. */
  static List<Room> of(SourceTree tree) {
    Map<String, List<SourceFile>> byFolder =
        tree.main()
            .collect(Collectors.groupingBy(SourceFile::folder, TreeMap::new, Collectors.toList()));
    return byFolder.entrySet().stream().map(entry -> of(entry.getKey(), entry.getValue())).toList();
  }

  private static Room of(String folder, List<SourceFile> all) {
    return new Room(
        folder,
        all.stream().filter(file -> !file.isPackageInfo()).toList(),
        all.stream()
            .filter(SourceFile::isPackageInfo)
            .flatMap(file -> file.lines().stream())
            .toList());
  }

  /** The types that other packages may see. */
  Set<String> shown() {
    return files.stream()
        .filter(file -> file.lines().stream().anyMatch(line -> line.startsWith("public ")))
        .map(SourceFile::typeName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The types that the description names as its door. */
  Set<String> door() {
    Matcher door = DOOR.matcher(text());
    return door.find()
        ? LINK.matcher(door.group(1))
            .results()
            .map(link -> link.group(1))
            .collect(Collectors.toCollection(TreeSet::new))
        : Set.of();
  }

  /** Whether the description has a paragraph that begins so: the reason for an exception. */
  boolean explains(String beginning) {
    return text().contains("<p>" + beginning + ":");
  }

  /** The description in one line, without what makes it a comment. */
  private String text() {
    return description.stream()
        .map(line -> line.replaceFirst("^\\s*/?\\*+/? ?", ""))
        .collect(Collectors.joining(" "));
  }

  /** The module's folder. */
  String module() {
    return folder.substring(0, folder.indexOf("/src/"));
  }

  @Override
  public String toString() {
    return folder;
  }

  Stream<SourceFile> stream() {
    return files.stream();
  }
}
