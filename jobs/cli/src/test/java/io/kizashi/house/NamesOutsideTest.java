package io.kizashi.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nothing that leaves the process is named after Java: a constant is renamed and no byte changes.
 *
 * <p>{@code enums.txt} names no class and no constant either. It lists the literals of each enum in
 * the order of its constants, so that two of them can't be exchanged unseen.
 */
class NamesOutsideTest {
  private static final String GOLDEN = "enums.txt";

  /** Methods of enums that give what stands for a constant in states, topics, files, metrics. */
  private static final Set<String> LITERALS =
      Set.of("code", "failedCode", "kept", "label", "path", "reason", "tag", "uid", "wire", "word");

  /** What gives a constant's name, or takes it. */
  private static final Set<String> NAMES = Set.of("name", "toString", "valueOf");

  /** Its keys are those of texts in its own jar: nothing that leaves the process. */
  private static final String TEXTS = "io.kizashi.language.explain.Phrases";

  @Test
  void noConstantIsWrittenOrReadByItsJavaName() {
    assertThat(calls().filter(NamesOutsideTest::usesAName))
        .as("names of constants: give the enum a literal, as Moment.Kind.wire() is one")
        .extracting(JavaMethodCall::getDescription)
        .isEmpty();
  }

  /** Those of Java's own enums are Java's contract, like the days of the week. */
  private static boolean usesAName(JavaMethodCall call) {
    JavaClass owner = call.getTargetOwner();
    boolean isOurs = owner.isEnum() && owner.getPackageName().startsWith("io.kizashi");
    boolean isAny = owner.isEquivalentTo(Enum.class);
    return NAMES.contains(call.getName())
        && (isOurs || isAny)
        && !isMadeByTheCompiler(call)
        && !call.getOriginOwner().getName().equals(TEXTS);
  }

  /** The {@code valueOf} that every enum has. */
  private static boolean isMadeByTheCompiler(JavaMethodCall call) {
    return call.getOriginOwner().isEnum()
        && call.getOrigin().getName().equals("valueOf")
        && call.getTargetOwner().isEquivalentTo(Enum.class);
  }

  private static Stream<JavaMethodCall> calls() {
    return ArchitectureTest.CLASSES.stream()
        .flatMap(type -> type.getMethodCallsFromSelf().stream());
  }

  @Test
  void theLiteralsOfEveryEnumAreThoseThatWereReleased() throws IOException {
    List<String> found = new ArrayList<>();
    for (JavaClass type : ArchitectureTest.CLASSES) {
      if (type.isEnum()) {
        found.addAll(literals(type.reflect()));
      }
    }
    assertThat(found)
        .as("literals; those of a release are final, new ones go into %s", GOLDEN)
        .containsExactlyInAnyOrderElementsOf(golden());
  }

  private static List<String> literals(Class<?> type) {
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> LITERALS.contains(method.getName()))
        .filter(method -> method.getParameterCount() == 0)
        .map(method -> literals(type, method))
        .toList();
  }

  private static String literals(Class<?> type, Method method) {
    method.setAccessible(true);
    return Stream.of(type.getEnumConstants())
        .map(constant -> read(method, constant))
        .map(literal -> literal.isEmpty() ? "\"\"" : literal)
        .collect(Collectors.joining(" "));
  }

  private static String read(Method method, Object constant) {
    try {
      return String.valueOf(method.invoke(constant));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a literal can't be read: " + method, e);
    }
  }

  /** The lines of literals, without the words before them. */
  private static List<String> golden() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(NamesOutsideTest.class.getResourceAsStream(GOLDEN), GOLDEN)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.substring(line.indexOf(": ") + 2))
          .toList();
    }
  }
}
