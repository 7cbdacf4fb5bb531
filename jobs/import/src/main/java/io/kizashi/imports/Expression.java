package io.kizashi.imports;

import dev.cel.common.CelErrorCode;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import io.kizashi.language.yaml.Mark;
import java.util.Map;
import java.util.Optional;

/** A checked expression, ready to be evaluated. */
final class Expression {
  private static final String PLACE = "^evaluation error at [^ ]+: ";

  private final String key;
  private final CelRuntime.Program program;
  private final Map<String, Mark> columns;

  Expression(String key, CelRuntime.Program program, Map<String, Mark> columns) {
    this.key = key;
    this.program = program;
    this.columns = Map.copyOf(columns);
  }

  /** Columns of the CSV file that it can't do without, with the place that names them. */
  Map<String, Mark> columns() {
    return columns;
  }

  /**
   * The value, empty where it is null, an empty text, or an optional one that is absent.
   *
   * @throws BadRecord naming the mapping's key
   */
  Optional<Object> value(Map<String, Object> variables) throws BadRecord {
    try {
      Object value =
          program.eval((CelVariableResolver) name -> Optional.ofNullable(variables.get(name)));
      if (value instanceof Optional<?> optional) {
        value = optional.isPresent() ? optional.get() : "";
      }
      return value instanceof NullValue || "".equals(value) ? Optional.empty() : Optional.of(value);
    } catch (CelEvaluationException e) {
      throw new BadRecord(key + ": " + reason(e));
    }
  }

  /**
   * Whether the condition holds.
   *
   * @throws BadRecord also where the value is neither true nor false
   */
  boolean holds(Map<String, Object> variables) throws BadRecord {
    Object value = value(variables).orElse("");
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw new BadRecord(key + ": must be true or false, but is '" + value + "'");
  }

  String key() {
    return key;
  }

  private static String reason(CelEvaluationException e) {
    String message = String.valueOf(e.getMessage()).replaceFirst(PLACE, "");
    if (e.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND) {
      return message.startsWith("key ")
          ? message.replaceFirst("\\.$", "")
          : "key '" + message + "' is not present in map";
    }
    Throwable cause = e.getCause();
    while (message.isBlank() && cause != null) {
      message = String.valueOf(cause.getMessage());
      cause = cause.getCause();
    }
    return message;
  }
}
