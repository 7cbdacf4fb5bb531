package io.kizashi.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text file of the project.
 *
 * @param path from the project's root, with slashes
 */
record SourceFile(String path, List<String> lines) {
  private static final Pattern TYPE =
      Pattern.compile("^[^(=]*\\b(class|interface|enum|record|@interface)\\s+\\w.*");
  private static final Pattern CONTROL =
      Pattern.compile(
          "^\\s*(if|for|while|switch|try|do|else|synchronized|case|default|return)\\b.*");
  private static final Pattern OPENING = Pattern.compile("^\\s*[\\w<].*");

  /** A method and how many lines its body takes. */
  record Method(String place, int length) {}

  @Override
  public String toString() {
    return path;
  }

  boolean isPackageInfo() {
    return path.endsWith("/package-info.java");
  }

  /** The name of the type that the file is named after. */
  String typeName() {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.substring(0, name.lastIndexOf('.'));
  }

  String folder() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** The module's folder and the package, whether of the product or of its tests. */
  String modulePackage() {
    return folder().replace("/src/test/java/", "/src/main/java/");
  }

  String place(int line) {
    return path + ":" + (line + 1);
  }

  /** Methods, found by the indentation that the formatter guarantees. */
  List<Method> methods() {
    List<Method> methods = new ArrayList<>();
    for (int indent = 2; indent <= 6; indent += 2) {
      String closing = " ".repeat(indent) + "}";
      for (int end = 0; end < lines.size(); end++) {
        if (lines.get(end).equals(closing)) {
          addMethod(methods, indent, end);
        }
      }
    }
    return methods;
  }

  private void addMethod(List<Method> methods, int indent, int end) {
    int start = end - 1;
    while (start > 0 && !opens(lines.get(start), indent)) {
      start--;
    }
    String first = lines.get(start);
    if (!TYPE.matcher(first).matches() && !CONTROL.matcher(first).matches()) {
      int body = start;
      while (!lines.get(body).endsWith("{") && body < end) {
        body++;
      }
      methods.add(new Method(place(start), end - body - 1));
    }
  }

  private static boolean opens(String line, int indent) {
    return line.length() > indent
        && line.startsWith(" ".repeat(indent))
        && line.charAt(indent) != ' '
        && OPENING.matcher(line).matches();
  }
}
