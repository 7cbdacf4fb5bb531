package io.kizashi.schema;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The product's JSON Schemas, ready to validate with formats asserted. */
public final class Schemas {
  static final List<String> NAMES =
      List.of(
          "touchpoint",
          "moment",
          "recommendation",
          "rejected",
          "rulebook-status",
          "journey-kpi",
          "lexicon",
          "reply");

  private Schemas() {}

  /** The text of one of {@link #NAMES}. */
  public static String text(String name) {
    String resource = name + ".schema.json";
    try (InputStream in =
        Objects.requireNonNull(Touchpoint.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Schema load(String name) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text(name), InputFormat.JSON);
  }

  static List<String> problems(Schema schema, String json) {
    return schema
        .validate(
            json,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }
}
