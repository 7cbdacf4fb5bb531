package io.kizashi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.language.yaml.Problem;
import io.kizashi.pipeline.PipelineConfig.Reading;
import io.kizashi.schema.Placeholders;
import io.kizashi.schema.TimeSources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineConfigTest {
  private static final Path FILE = Path.of("/etc/kizashi/kizashi.yaml");
  private static final String LEAST =
      """
      rulebook: rules/retail.yaml
      kafka: { bootstrap: 'b:9092' }
      checkpoints: { folder: state }
      """;

  @Test
  void theLeastThatMustBeSaidSufficesAndTheRestHasDefaults() {
    PipelineConfig config = good(LEAST, Map.of());

    assertThat(config)
        .isEqualTo(
            new PipelineConfig(
                Path.of("/etc/kizashi/rules/retail.yaml"),
                1,
                new PipelineConfig.Kafka("b:9092", "kizashi", Map.of()),
                new PipelineConfig.Checkpoints(
                    "file:///etc/kizashi/state", Duration.ofSeconds(10), Duration.ofMinutes(5)),
                HeartbeatMode.SOURCES,
                TimeSources.ANY,
                Placeholders.USUAL,
                Delivery.AT_LEAST_ONCE,
                "",
                Sensing.ON,
                Learning.OFF,
                OptionalInt.empty()));
  }

  @Test
  void everySettingCanBeSaidInTheFile() {
    PipelineConfig config =
        good(
            """
            rulebook: /rules/retail.yaml
            parallelism: 4
            kafka:
              bootstrap: b1:9092,b2:9092
              group: shop
              properties: { security.protocol: SSL, max.poll.records: 100 }
            checkpoints: { folder: 's3://bucket/state', interval: 500ms, patience: 2m }
            heartbeats: engine
            delivery: exactly-once
            topic-prefix: shop.
            sensing: off
            health: { port: 8087 }
            """,
            Map.of());

    assertThat(config)
        .isEqualTo(
            new PipelineConfig(
                Path.of("/rules/retail.yaml"),
                4,
                new PipelineConfig.Kafka(
                    "b1:9092,b2:9092",
                    "shop",
                    Map.of("security.protocol", "SSL", "max.poll.records", "100")),
                new PipelineConfig.Checkpoints(
                    "s3://bucket/state", Duration.ofMillis(500), Duration.ofMinutes(2)),
                HeartbeatMode.ENGINE,
                TimeSources.ANY,
                Placeholders.USUAL,
                Delivery.EXACTLY_ONCE,
                "shop.",
                Sensing.OFF,
                Learning.OFF,
                OptionalInt.of(8087)));
    assertThat(config.topic(Topics.TOUCHPOINTS)).isEqualTo("shop.touchpoints");
  }

  @Test
  void theEnvironmentStandsOverTheFile() {
    PipelineConfig config =
        good(
            LEAST + "parallelism: 2\n",
            Map.of(
                "KIZASHI_RULEBOOK", "/other.yaml",
                "KIZASHI_PARALLELISM", "3",
                "KIZASHI_KAFKA_BOOTSTRAP", "e:1",
                "KIZASHI_KAFKA_GROUP", "g",
                "KIZASHI_CHECKPOINTS_FOLDER", "hdfs://n/state",
                "KIZASHI_CHECKPOINTS_INTERVAL", "2m",
                "KIZASHI_HEARTBEATS", "none",
                "KIZASHI_DELIVERY", "exactly-once",
                "KIZASHI_TOPIC_PREFIX", "t-",
                "KIZASHI_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", "hidden"));

    assertThat(config)
        .isEqualTo(
            new PipelineConfig(
                Path.of("/other.yaml"),
                3,
                new PipelineConfig.Kafka("e:1", "g", Map.of("sasl.jaas.config", "hidden")),
                new PipelineConfig.Checkpoints(
                    "hdfs://n/state", Duration.ofMinutes(2), Duration.ofMinutes(6)),
                HeartbeatMode.NONE,
                TimeSources.ANY,
                Placeholders.USUAL,
                Delivery.EXACTLY_ONCE,
                "t-",
                Sensing.ON,
                Learning.OFF,
                OptionalInt.empty()));
  }

  @Test
  void whereNothingIsSaidPatienceIsFiveMinutesOrThreeIntervals() {
    assertThat(checkpoints("interval: 10s").patience()).isEqualTo(Duration.ofMinutes(5));
    assertThat(checkpoints("interval: 1h").patience()).isEqualTo(Duration.ofHours(3));
    assertThat(checkpoints("interval: 1h, patience: 3h").patience()).isEqualTo(Duration.ofHours(3));
    assertThat(checkpoints("interval: 10s, patience: 1d").patience()).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void patienceAndThePortOfHealthCanBeSaidByTheEnvironment() {
    PipelineConfig config =
        good(LEAST, Map.of("KIZASHI_CHECKPOINTS_PATIENCE", "7m", "KIZASHI_HEALTH_PORT", "8087"));

    assertThat(config.checkpoints().patience()).isEqualTo(Duration.ofMinutes(7));
    assertThat(config.healthPort()).hasValue(8087);
  }

  private static PipelineConfig.Checkpoints checkpoints(String more) {
    return good(LEAST.replace("folder: state", "folder: state, " + more), Map.of()).checkpoints();
  }

  @Test
  void learningIsSwitchedOnByNameAndNotWithoutSensing() {
    assertThat(good(LEAST + "learning: on\n", Map.of()).learning()).isEqualTo(Learning.ON);
    assertThat(good(LEAST, Map.of("KIZASHI_LEARNING", "on")).learning()).isEqualTo(Learning.ON);

    PipelineConfig.Reading both =
        PipelineConfig.read(
            Path.of("/etc/kizashi/kizashi.yaml"), LEAST + "sensing: off\nlearning: on\n", Map.of());
    assertThat(both.config()).isEmpty();
    assertThat(both.problems())
        .singleElement()
        .extracting(io.kizashi.language.yaml.Problem::render)
        .asString()
        .contains("kizashi.yaml:5:", "'learning' can't be 'on'", "sensing: off");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sources: [shop, crm]\nfinite: [crm]",
        "sources: [ shop, 'crm' ]\nfinite: crm",
        "sources: shop, crm\nfinite: ' crm '",
      })
  void sourcesAreAListOrNamesBetweenCommas(String lines) {
    assertThat(good(LEAST + lines + "\n", Map.of()).sources())
        .isEqualTo(new TimeSources(Set.of("shop", "crm"), Set.of("crm")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[n.n., Ukjent]", "['N.N.', '(ukjent)']", "n.n., ukjent"})
  void placeholdersAreAListOrWordsBetweenCommasInAnySpelling(String words) {
    Placeholders expected = Placeholders.USUAL.and("n.n.").and("ukjent");
    assertThat(good(LEAST + "placeholders: " + words + "\n", Map.of()).placeholders())
        .isEqualTo(expected);
    assertThat(
            good(LEAST + "placeholders: [x]\n", Map.of("KIZASHI_PLACEHOLDERS", "n.n.,UKJENT"))
                .placeholders())
        .isEqualTo(expected);
  }

  @Test
  void sourcesFromTheEnvironmentStandOverTheFiles() {
    Map<String, String> environment =
        Map.of("KIZASHI_SOURCES", "crm,till", "KIZASHI_FINITE", "till");
    assertThat(good(LEAST + "sources: [shop]\nfinite: []\n", environment).sources())
        .isEqualTo(new TimeSources(Set.of("crm", "till"), Set.of("till")));
    assertThat(good(LEAST, Map.of("KIZASHI_FINITE", "feed")).sources())
        .isEqualTo(TimeSources.ending("feed"));
  }

  @Test
  void sensingCanBeSwitchedOffFromTheEnvironment() {
    assertThat(good(LEAST, Map.of("KIZASHI_SENSING", "off")).sensing()).isEqualTo(Sensing.OFF);
  }

  @Test
  void theEnvironmentAloneSuffices() {
    PipelineConfig config =
        good(
            "{}",
            Map.of(
                "KIZASHI_RULEBOOK", "/r.yaml",
                "KIZASHI_KAFKA_BOOTSTRAP", "e:1",
                "KIZASHI_CHECKPOINTS_FOLDER", "/state"));

    assertThat(config.kafka().bootstrap()).isEqualTo("e:1");
    assertThat(config.checkpoints().folder()).isEqualTo("file:///state");
  }

  @Test
  void whatIsMissingIsNamedAllAtOnce() {
    assertThat(problems("parallelism: 2\n", Map.of()))
        .hasSize(3)
        .allMatch(problem -> problem.contains("[missing_key]"))
        .anyMatch(problem -> problem.contains("'rulebook'") && problem.contains("KIZASHI_RULEBOOK"))
        .anyMatch(problem -> problem.contains("'kafka.bootstrap'"))
        .anyMatch(problem -> problem.contains("'checkpoints.folder'"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "paralelism: 2 | 4:1 | did you mean 'parallelism'?",
        "kafak: { bootstrap: x } | 4:1 | did you mean 'kafka'?",
        "topic_prefix: x | 4:1 | did you mean 'topic-prefix'?",
        "entirely-else: x | 4:1 | known here: rulebook, parallelism, kafka",
      })
  void anUnknownKeyIsAnErrorThatNamesTheNearest(String line, String place, String hint) {
    assertThat(problems(LEAST + line + "\n", Map.of()))
        .singleElement()
        .asString()
        .startsWith(FILE + ":" + place + ": error: there is no setting")
        .contains(hint);
  }

  @Test
  void anUnknownKeyInASectionNamesTheNearestThere() {
    assertThat(problems(LEAST.replace("folder:", "foldr: x, folder:"), Map.of()))
        .singleElement()
        .asString()
        .startsWith(FILE + ":3:16: error: there is no setting 'checkpoints.foldr'")
        .contains("did you mean 'folder'?");
  }

  @Test
  void aMistypedVariableIsAnErrorAndAForeignOneIsNot() {
    assertThat(problems(LEAST, Map.of("KIZASHI_PARALELISM", "2")))
        .singleElement()
        .asString()
        .startsWith("environment variable KIZASHI_PARALELISM")
        .contains("did you mean 'KIZASHI_PARALLELISM'?");
    good(LEAST, Map.of("KIZASHI_HOME", "/opt", "PATH", "/bin"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parallelism: 0",
        "parallelism: 5041",
        "parallelism: many",
        "heartbeats: sometimes",
        "delivery: exactly_once",
        "topic-prefix: 'a/b'",
        "sensing: true",
      })
  void aValueThatCannotBeIsRefusedWithItsPlace(String line) {
    assertThat(problems(LEAST + line + "\n", Map.of()))
        .singleElement()
        .asString()
        .startsWith(FILE + ":4:")
        .contains("[bad_value]", "hint: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "1.5s", "99ms", "61m", "-1s", "often"})
  void anIntervalIsADurationWithinBounds(String interval) {
    assertThat(problems(LEAST.replace("state", "state, interval: " + interval), Map.of()))
        .singleElement()
        .asString()
        .contains("'checkpoints.interval' can't be '" + interval + "'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"kafka: x | a mapping", "parallelism: [2] | a single value", "[1] | a mapping"})
  void aValueOfAnotherShapeIsRefused(String text, String expected) {
    assertThat(problems(text, Map.of()))
        .anyMatch(problem -> problem.contains("must be " + expected + ", this is "));
  }

  @Test
  void brokenYamlIsRefusedWithItsPlace() {
    assertThat(problems("rulebook: [\n", Map.of()))
        .anyMatch(problem -> problem.contains("[yaml_syntax]"));
  }

  @Test
  void secretsDoNotShow() {
    PipelineConfig config =
        good(
            LEAST,
            Map.of(
                "KIZASHI_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", "hush-1",
                "KIZASHI_KAFKA_PROPERTIES_SSL_KEY_PASSWORD", "hush-2",
                "KIZASHI_KAFKA_PROPERTIES_SSL_KEYSTORE_PASSWORD", "hush-3",
                "KIZASHI_KAFKA_PROPERTIES_SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_SECRET",
                    "hush-4",
                "KIZASHI_KAFKA_PROPERTIES_SECURITY_PROTOCOL", "SASL_SSL"));

    assertThat(config.toString())
        .doesNotContain("hush")
        .contains("sasl.jaas.config=[REDACTED]", "security.protocol=SASL_SSL");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          acks: 0                               | 'acks' can only be all: a decision counts as said
          enable.idempotence: false             | 'enable.idempotence' can only be true
          retries: 0                            | 'retries' can't be 0: without it idempotence
          max.in.flight.requests.per.connection: 6 | can only be 1 to 5
          transactional.id: mine                | 'transactional.id' is not to be set
          group.id: mine                        | write kafka.group
          auto.offset.reset: latest             | 'auto.offset.reset' is not to be set
          enable.auto.commit: true              | 'enable.auto.commit' can only be false
          commit.offsets.on.checkpoint: false   | 'commit.offsets.on.checkpoint' can only be true
          partitioner.class: a.RoundRobin       | stand in one partition
          value.serializer: a.Json              | the engine reads and writes bytes
          securty.protocol: SSL                 | did you mean 'security.protocol'?
          far.from.anything.known: 1            | no client of Kafka has a setting
          security.protocol: SLL                | 'security.protocol' can't be 'SLL'
          request.timeout.ms: soon              | 'request.timeout.ms' can't be 'soon'
          partition.discovery.interval.ms: 0    | a partition that is added is never read
          partition.discovery.interval.ms: -1   | a partition that is added is never read
          max.poll.records: 0                   | 'max.poll.records' can't be '0'
          """)
  void aClientPropertyThatUndoesAPromiseOrIsNoneIsRefused(String property, String expected) {
    String text = LEAST.replace("'b:9092' }", "'b:9092', properties: { " + property + " } }");

    assertThat(problems(text, Map.of()))
        .singleElement()
        .asString()
        .contains("kizashi.yaml:2:", expected);
  }

  @Test
  void whatKeepsThePromisesMayBeSaidAndSoMayWhatTheyDoNotHangOn() {
    String properties =
        "acks: all, enable.idempotence: true, retries: 9, linger.ms: 5, isolation.level:"
            + " read_committed, partition.discovery.interval.ms: 10000, security.protocol:"
            + " sasl_ssl, sasl.login.callback.handler.class: of.the.cluster.Login";
    String text = LEAST.replace("'b:9092' }", "'b:9092', properties: { " + properties + " } }");

    assertThat(good(text, Map.of()).kafka().properties()).hasSize(8);
  }

  @Test
  void aProblemNextToASecretDoesNotShowIt() {
    String text =
        """
        kafka: { bootstrap: 'b:1', grop: g, properties: { ssl.key.password: hush } }
        rulebook: r
        checkpoints: { folder: s }
        """;

    assertThat(problems(text, Map.of()))
        .singleElement()
        .asString()
        .contains("'kafka.grop'")
        .doesNotContain("hush");
  }

  private static PipelineConfig good(String text, Map<String, String> environment) {
    Reading reading = PipelineConfig.read(FILE, text, environment);
    assertThat(reading.problems()).isEmpty();
    return reading.config().orElseThrow();
  }

  private static List<String> problems(String text, Map<String, String> environment) {
    Reading reading = PipelineConfig.read(FILE, text, environment);
    assertThat(reading.config()).isEmpty();
    Stream<Problem> problems = reading.problems().stream();
    return problems.map(Problem::render).toList();
  }
}
