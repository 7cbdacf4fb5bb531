package io.kizashi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

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
            "io/kizashi/core/Decider.class",
            "io/kizashi/schema/Touchpoint.class",
            "org/apache/flink/connector/kafka/source/KafkaSource.class",
            "org/apache/kafka/clients/consumer/KafkaConsumer.class",
            "dev/cel/runtime/CelRuntime.class",
            "org/yaml/snakeyaml/Yaml.class",
            "com/fasterxml/jackson/core/JsonFactory.class",
            "com/samskivert/mustache/Mustache.class",
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

  private static List<String> entries() throws IOException {
    try (JarFile jar = jar()) {
      return jar.stream().map(ZipEntry::getName).collect(Collectors.toList());
    }
  }

  private static JarFile jar() throws IOException {
    return new JarFile(
        Objects.requireNonNull(
            System.getProperty("cluster.jar"), "run it by 'mvn verify', which packages the jar"));
  }
}
