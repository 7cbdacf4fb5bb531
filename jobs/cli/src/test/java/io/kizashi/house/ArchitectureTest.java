package io.kizashi.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName.Predicates;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who may know whom: nouns, then pure verbs, then shell, then wiring, then people. */
class ArchitectureTest {
  private static final String SCHEMA = "io.kizashi.schema..";
  private static final String CORE = "io.kizashi.core..";
  private static final String TEXT = "io.kizashi.text..";
  private static final String SHELL = "io.kizashi.flink..";
  private static final String SENSING = "io.kizashi.flink.sensing..";
  private static final String LEARNING = "io.kizashi.flink.learning..";
  private static final String PIPELINE = "io.kizashi.pipeline..";
  private static final String LANGUAGE = "io.kizashi.language..";
  private static final String ORACLE = "io.kizashi.oracle..";
  private static final String TERMINAL = "io.kizashi.terminal..";
  private static final String LOCAL = "io.kizashi.local..";
  private static final String CONTROL = "io.kizashi.control..";
  private static final String IMPORT = "io.kizashi.imports..";
  private static final String LAB = "io.kizashi.lab..";
  private static final String CLI = "io.kizashi.cli..";

  /** Types of a package that others may see, of all its types. */
  private static final double PUBLIC_SHARE = 0.75;

  /** Nouns, and the nodes of a text, are there to be seen. */
  private static final Map<String, Double> PUBLIC_SHARE_OF =
      Map.of(
          "io.kizashi.schema", 0.85,
          "io.kizashi.language.yaml", 1.0,
          "io.kizashi.core.rules", 1.0,
          "io.kizashi.core.known", 1.0,
          "io.kizashi.control.publish", 1.0,
          "io.kizashi.core.expression", 1.0,
          "io.kizashi.cli.options", 1.0);

  /** Smaller packages are all door. */
  private static final int ROOMS = 6;

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.kizashi");

  @Test
  void classesOfEveryLayerAreSeen() {
    for (String layer : List.of(SCHEMA, CORE, LANGUAGE, TEXT)) {
      assertThat(CLASSES.that(resideInAPackage(layer))).as(layer).hasSizeGreaterThan(10);
    }
  }

  @Test
  void theNounsKnowOnlyJavaAndTheJsonStream() {
    onlyKnows(SCHEMA, "java..", "com.fasterxml.jackson.core..", "org.jspecify..");
  }

  @Test
  void theEngineKnowsOnlyTheNounsAndJava() {
    onlyKnows(
        CORE,
        SCHEMA,
        "java.io..",
        "java.lang..",
        "java.math..",
        "java.nio.charset..",
        "java.text..",
        "java.time..",
        "java.util..",
        "org.jspecify..");
  }

  @Test
  void theLanguageKnowsTheEngineAndWhatReadsRules() {
    onlyKnows(
        LANGUAGE,
        SCHEMA,
        CORE,
        "java.io..",
        "java.lang..",
        "java.math..",
        "java.nio.charset..",
        "java.text..",
        "java.time..",
        "java.util..",
        "com.google.common..",
        "com.google.protobuf..",
        "com.google.re2j..",
        "com.samskivert.mustache..",
        "dev.cel..",
        "org.jspecify..",
        "org.yaml.snakeyaml..");
  }

  @Test
  void theOracleKnowsNothingThatRuns() {
    neverKnows(ORACLE, TEXT, SHELL, PIPELINE, LOCAL, CONTROL, IMPORT, LAB, TERMINAL, CLI);
    neverKnows(CORE, ORACLE);
    neverKnows(LANGUAGE, ORACLE);
    neverKnows(SHELL, ORACLE);
    neverKnows(PIPELINE, ORACLE);
  }

  @Test
  void whatPeopleAskOfAnEngineNeedsNoCommandLine() {
    for (String module : List.of(TERMINAL, LOCAL, CONTROL, IMPORT, LAB)) {
      neverKnows(module, CLI, "picocli..");
    }
    neverKnows(LOCAL, CONTROL, IMPORT, LAB);
    neverKnows(CONTROL, IMPORT, LAB);
    neverKnows(LAB, CONTROL, IMPORT);
    neverKnows(IMPORT, LOCAL, PIPELINE, SHELL, "org.apache.flink..", "org.apache.kafka..");
    neverKnows(TERMINAL, SCHEMA, CORE, LANGUAGE, PIPELINE);
  }

  @Test
  void wordsAreReadWithTheNounsAndALexiconAloneAndTheVerbsKnowNothingOfIt() {
    onlyKnows(
        TEXT,
        SCHEMA,
        "java.io..",
        "java.lang..",
        "java.nio.charset..",
        "java.text..",
        "java.util..",
        "org.apache.lucene.analysis..",
        "org.jspecify..");
    neverKnows(CORE, TEXT);
  }

  @Test
  void ofTheShellOnlyTheRoomsOfSensingAndLearningKnowWhatReadsWords() {
    // Their operators run what text's door offers; to pass it in from the wiring would mean an
    // interface for each of its types. What decides for customers must not come to depend on it.
    noClasses()
        .that(resideInAPackage(SHELL).and(not(resideInAnyPackage(SENSING, LEARNING))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(TEXT)
        .check(CLASSES);
  }

  @Test
  void nounsAndVerbsTouchNoFileNetworkThreadOrClock() {
    noClasses()
        .that()
        .resideInAnyPackage(SCHEMA, CORE, LANGUAGE, TEXT)
        .should()
        .dependOnClassesThat(
            Predicates.nameMatching(
                "java\\.io\\.(File|Console|RandomAccess).*|java\\.nio\\.(file|channels)\\..*"
                    + "|java\\.net\\..*|java\\.time\\.Clock|java\\.lang\\.(Thread|Process).*"
                    + "|java\\.util\\.(Timer|Random|Date|Calendar)"
                    + "|java\\.util\\.concurrent\\.(Executor|Thread|ForkJoin|Completable).*"))
        .check(CLASSES);
  }

  @Test
  void theShellKnowsNoKafkaAndNobodyAboveIt() {
    neverKnows(SHELL, "org.apache.kafka..", "kafka..", "org.apache.flink.connector..");
    neverKnows(SHELL, PIPELINE, LOCAL, CONTROL, IMPORT, LAB, CLI);
  }

  @Test
  void theClusterJobCarriesNoEmbeddedEngineAndNoCommandLine() {
    neverKnows(
        PIPELINE,
        CLI,
        "kafka..",
        "org.apache.kafka.server..",
        "org.apache.flink.runtime.minicluster..",
        "picocli..");
  }

  @Test
  void nobodyKnowsTheCommandLine() {
    noClasses()
        .that(not(resideInAPackage(CLI)))
        .should()
        .dependOnClassesThat(resideInAPackage(CLI))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCircle() {
    slices().matching("io.kizashi.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void nothingStaticChanges() {
    fields().that().areStatic().should().beFinal().check(CLASSES);
    fields()
        .that()
        .areStatic()
        .should()
        .notHaveRawType(resideInAnyPackage("java.util.concurrent.atomic"))
        .check(CLASSES);
  }

  @Test
  void aPackageIsADoorWithRoomsBehindIt() {
    Map<String, String> wideOpen = new TreeMap<>();
    packages()
        .forEach(
            (name, types) -> {
              long open = types.stream().filter(ArchitectureTest::isPublic).count();
              double share = (double) open / types.size();
              double bound = PUBLIC_SHARE_OF.getOrDefault(name, PUBLIC_SHARE);
              if (types.size() >= ROOMS && share > bound) {
                wideOpen.put(name, open + " of " + types.size() + " types are public");
              }
            });
    assertThat(wideOpen).as("make package-private what only its package uses").isEmpty();
  }

  private static Map<String, List<JavaClass>> packages() {
    return CLASSES.stream()
        .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
        .collect(Collectors.groupingBy(JavaClass::getPackageName));
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  private static void onlyKnows(String layer, String... known) {
    noClasses()
        .that()
        .resideInAPackage(layer)
        .should()
        .dependOnClassesThat(not(resideInAnyPackage(known).or(resideInAPackage(layer))))
        .check(CLASSES);
  }

  private static void neverKnows(String layer, String... unknown) {
    noClasses()
        .that()
        .resideInAPackage(layer)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(unknown)
        .allowEmptyShould(true)
        .check(CLASSES);
  }
}
