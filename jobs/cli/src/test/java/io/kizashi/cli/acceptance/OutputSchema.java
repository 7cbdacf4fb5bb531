package io.kizashi.cli.acceptance;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kizashi.schema.Touchpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One of the product's JSON Schemas. */
final class OutputSchema {
  private final Schema schema;

  private OutputSchema(Schema schema) {
    this.schema = schema;
  }

  /** The schema of {@code moment}, {@code recommendation}, {@code rejected} and so on. */
  static OutputSchema of(String name) {
    String resource = name + ".schema.json";
    try (InputStream in =
        Objects.requireNonNull(Touchpoint.class.getResourceAsStream(resource), resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new OutputSchema(
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(text, InputFormat.JSON));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with the lines; empty where all are valid. */
  List<String> problems(Collection<OutputLine> lines) {
    return lines.stream().flatMap(this::problems).toList();
  }

  private Stream<String> problems(OutputLine line) {
    return schema
        .validate(
            line.text(),
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .map(problem -> problem + " in " + line.text());
  }
}
