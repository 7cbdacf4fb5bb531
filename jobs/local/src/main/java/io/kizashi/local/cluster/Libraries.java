package io.kizashi.local.cluster;

import io.kizashi.local.rest.ClosedRest;
import io.kizashi.terminal.EnvironmentFault;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the processes run from: copies, so that a build takes nothing away from under them.
 *
 * @param flink Flink's own class path: what a Flink installation has in its {@code lib}, and
 *     nothing of the pipeline's, which must come in the job's jar
 * @param closing what closes the JobManager's HTTP port, and comes behind Flink's own class path
 * @param broker the class path of the broker
 * @param job the jar that goes to a cluster
 */
record Libraries(String flink, String closing, String broker, Path job) {
  /** All of Flink's but the connector that the job brings along. */
  private static final Pattern FLINK = Pattern.compile("flink-(?!connector-(kafka|base)-).*");

  /** What Flink's modules name as their dependencies, and a logger. */
  private static final Pattern BESIDE_FLINK =
      Pattern.compile(
          "(async-profiler|commons-(cli|collections|compress|io|lang3|math3|text)|frocksdbjni"
              + "|javassist|jsr305|kryo|log4j-(api|core|slf4j2-impl)|lz4-java|minlog|objenesis"
              + "|reflectasm|slf4j-api|snakeyaml-engine|snappy-java)-\\d.*");

  private static final String OURS = "kizashi-";
  private static final String JOB = "kizashi-pipeline-*-cluster.jar";

  /**
   * Copies what has changed since the last time.
   *
   * @param home the project's folder, where the job's jar was built
   * @throws EnvironmentFault if the jar is not there or can't be copied
   */
  static Libraries copy(Path home, ClusterFolder folder) {
    List<Path> own =
        Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
            .filter(entry -> !entry.isEmpty())
            .map(entry -> Path.of(entry).toAbsolutePath())
            .filter(Files::exists)
            .toList();
    Path target = folder.libraries();
    return new Libraries(
        classPath(own.stream().filter(Libraries::isFlinks), target.resolve("flink")),
        classPath(own.stream().filter(Libraries::closesRest), target.resolve("closing")),
        classPath(own.stream(), target.resolve("broker")),
        copy(builtJob(home), target.resolve("job")));
  }

  /** Of the JobManager. */
  String jobManager() {
    return flink + File.pathSeparator + closing;
  }

  /**
   * Whether it is where {@link ClosedRest} comes from: a jar, or a folder while it is worked on.
   */
  private static boolean closesRest(Path entry) {
    return ClosedRest.class.getProtectionDomain().getCodeSource().getLocation().equals(url(entry));
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("every path is a URL", e);
    }
  }

  /** Whether a Flink installation has this jar in its {@code lib}. */
  static boolean isFlinks(Path jar) {
    String name = String.valueOf(jar.getFileName());
    return name.endsWith(".jar")
        && (FLINK.matcher(name).matches() || BESIDE_FLINK.matcher(name).matches())
        && !name.endsWith("-tests.jar");
  }

  private static Path builtJob(Path home) {
    Path target = home.resolve("jobs").resolve("pipeline").resolve("target");
    try (var jars = Files.newDirectoryStream(target, JOB)) {
      for (Path jar : jars) {
        return jar;
      }
    } catch (IOException e) {
      throw new EnvironmentFault(target + " can't be read; start with the launcher ./kizashi", e);
    }
    throw new EnvironmentFault("no " + JOB + " in " + target + "; 'mvn package' builds it");
  }

  private static String classPath(Stream<Path> entries, Path target) {
    return entries
        // A folder of classes is that of a developer, who knows what he does.
        .map(entry -> Files.isDirectory(entry) ? entry : copy(entry, target))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** What others released never changes, and a link spares the space; a build may rewrite ours. */
  private static void duplicate(Path file, Path target) throws IOException {
    boolean ours = String.valueOf(file.getFileName()).startsWith(OURS);
    try {
      if (!ours) {
        Files.createLink(target, file);
        return;
      }
    } catch (IOException | UnsupportedOperationException e) {
      // It lies on another disk, or on one without links: then it is copied.
      Files.deleteIfExists(target);
    }
    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static Path copy(Path file, Path folder) {
    Path copy = folder.resolve(String.valueOf(file.getFileName()));
    try {
      Files.createDirectories(folder);
      if (!Files.exists(copy)
          || Files.size(copy) != Files.size(file)
          || !Files.getLastModifiedTime(copy).equals(Files.getLastModifiedTime(file))) {
        // A process that runs from the old copy keeps it open: it must be replaced, not written to.
        Path next = folder.resolve(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        duplicate(file, next);
        Files.move(next, copy, StandardCopyOption.REPLACE_EXISTING);
      }
      return copy;
    } catch (IOException | UncheckedIOException e) {
      throw new EnvironmentFault(
          file + " can't be copied to " + folder + " (" + e.getMessage() + "); free some space", e);
    }
  }
}
