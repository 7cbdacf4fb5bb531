package io.kizashi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.text.EmotionScorer;
import io.kizashi.text.Scored;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.apache.flink.client.program.PackagedProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that goes to a cluster, as it was packaged. */
class ClusterJarIT {
  /** Flink's own classes come with the cluster, but not its connectors. */
  private static final Set<String> FLINK_PACKAGED =
      Set.of(
          "org/apache/flink/connector/kafka",
          "org/apache/flink/streaming/connectors/kafka",
          "org/apache/flink/streaming/util/serialization",
          "org/apache/flink/connector/base",
          "org/apache/flink/connector/datagen");

  @Test
  void itHoldsWhatTheClusterDoesNotBring() throws IOException {
    assertThat(entries())
        .contains(
            "io/kizashi/pipeline/Main.class",
            "io/kizashi/pipeline/topics.yaml",
            "io/kizashi/flink/PersonsOperator.class",
            "io/kizashi/core/decide/Decider.class",
            "io/kizashi/language/read/RulebookCompiler.class",
            "io/kizashi/schema/Touchpoint.class",
            "org/apache/flink/connector/kafka/source/KafkaSource.class",
            "org/apache/kafka/clients/consumer/KafkaConsumer.class",
            "dev/cel/runtime/CelRuntime.class",
            "org/yaml/snakeyaml/Yaml.class",
            "com/fasterxml/jackson/core/JsonFactory.class",
            "com/samskivert/mustache/Mustache.class",
            "io/kizashi/text/Senses.class",
            "io/kizashi/text/ja.txt",
            "io/kizashi/text/vader_sentiment_lexicon.txt",
            "org/apache/lucene/analysis/ja/JapaneseTokenizer.class",
            "META-INF/LICENSE",
            "META-INF/NOTICE");
  }

  @Test
  void itHoldsNoFlinkNoBrokerNoCommandLineAndNoLogger() throws IOException {
    assertThat(entries())
        .filteredOn(name -> name.startsWith("org/apache/flink/") && name.endsWith(".class"))
        .allMatch(name -> FLINK_PACKAGED.stream().anyMatch(name::startsWith));
    assertThat(entries())
        .noneMatch(name -> name.contains("MiniCluster"))
        .noneMatch(name -> name.startsWith("kafka/server/"))
        .noneMatch(name -> name.startsWith("org/rocksdb/"))
        .noneMatch(name -> name.startsWith("scala/"))
        .noneMatch(name -> name.startsWith("picocli/"))
        .noneMatch(name -> name.startsWith("io/kizashi/cli/"))
        .noneMatch(name -> name.startsWith("org/slf4j/"))
        .noneMatch(name -> name.startsWith("org/apache/logging/"));
  }

  @Test
  void aClusterFindsItsMain() throws IOException {
    try (JarFile jar = jar()) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
          .isEqualTo("io.kizashi.pipeline.Main");
    }
  }

  @Test
  void aCompanysScorerInAFolderOfLibrariesWithinItIsFound(@TempDir Path folder) throws Exception {
    Path job = Files.copy(file(), folder.resolve("job.jar"));
    try (FileSystem inside = FileSystems.newFileSystem(job)) {
      Files.createDirectory(inside.getPath("lib"));
      Files.write(inside.getPath("lib", "scorer.jar"), scorerJar());
    }
    try (PackagedProgram program = PackagedProgram.newBuilder().setJarFile(job.toFile()).build()) {
      Method inUse =
          Class.forName("io.kizashi.text.Scorers", true, program.getUserCodeClassLoader())
              .getDeclaredMethod("inUse");
      inUse.setAccessible(true);
      assertThat(inUse.invoke(inUse).getClass().getName()).isEqualTo(Ours.class.getName());
    }
  }

  /** A company's scorer. */
  public static final class Ours implements EmotionScorer {
    @Override
    public Optional<Scored> score(String text, String language) {
      return Optional.empty();
    }
  }

  private static byte[] scorerJar() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      jar.putNextEntry(new ZipEntry("META-INF/services/" + EmotionScorer.class.getName()));
      jar.write(Ours.class.getName().getBytes(StandardCharsets.UTF_8));
      String name = Ours.class.getName().replace('.', '/') + ".class";
      jar.putNextEntry(new ZipEntry(name));
      try (InputStream code = Objects.requireNonNull(Ours.class.getResourceAsStream("/" + name))) {
        code.transferTo(jar);
      }
    }
    return bytes.toByteArray();
  }

  private static List<String> entries() throws IOException {
    try (JarFile jar = jar()) {
      return jar.stream().map(ZipEntry::getName).collect(Collectors.toList());
    }
  }

  private static JarFile jar() throws IOException {
    return new JarFile(file().toFile());
  }

  private static Path file() {
    return Path.of(
        Objects.requireNonNull(
            System.getProperty("cluster.jar"), "run it by 'mvn verify', which packages the jar"));
  }
}
