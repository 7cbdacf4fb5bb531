package io.kizashi.schema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;

/** Reads the properties of a touchpoint. */
final class PropertyReader {
  private static final String PROPERTIES = "/properties";

  private final JsonParser parser;
  private final ValueReader values;
  private final Flaws flaws;

  PropertyReader(JsonParser parser, ValueReader values, Flaws flaws) {
    this.parser = parser;
    this.values = values;
    this.flaws = flaws;
  }

  /** Properties by name; one that does not fit is cut. */
  Map<String, Object> read() throws IOException, Refusal {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new Refusal(RejectCode.WRONG_TYPE, PROPERTIES);
    }
    return new FieldsReader(parser, flaws, PROPERTIES, Bounds.PROPERTIES)
        .read(
            (name, where) ->
                parser.currentToken().isStructStart()
                    ? new StructureReader(parser, values, flaws, where).read()
                    : values.scalar(where));
  }
}
