package io.kizashi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The sample's rulebook, edited. */
public final class RetailRules {
  private static final Path RULES = Path.of("../../sample-streams/retail-cart/rulebook.yaml");

  private RetailRules() {}

  /** A cart is left alone for 45 minutes instead of 30 before it is abandoned. */
  public static Path patient(Path folder) throws IOException {
    String text = Files.readString(RULES);
    String edited = text.replaceFirst("for: 30m", "for: 45m").replaceFirst("(?s)\ntests:.*", "\n");
    assertThat(edited).isNotEqualTo(text).contains("for: 45m");
    return Files.writeString(folder.resolve("patient.yaml"), edited);
  }
}
