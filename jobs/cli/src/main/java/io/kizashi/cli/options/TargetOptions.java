package io.kizashi.cli.options;

import io.kizashi.language.yaml.Nearest;
import io.kizashi.schema.ActionKind;
import io.kizashi.schema.Pause;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which recommendations are to stop, or may go on. */
public final class TargetOptions {
  @Option(
      names = "--kind",
      defaultValue = "",
      description = "Of actions: recover, serve, retain, inform, ask or sell.")
  String kind = "";

  @Option(names = "--channel", defaultValue = "", description = "Where they are sent, as line.")
  String channel = "";

  @Option(names = "--region", defaultValue = "", description = "Of the customers, as JP-13.")
  String region = "";

  /**
   * What is meant.
   *
   * @throws ParameterException if it is nothing, or no kind of action
   */
  public Pause.Target target(CommandLine line) {
    List<String> kinds = Arrays.stream(ActionKind.values()).map(ActionKind::wire).toList();
    if (!kind.isEmpty() && !kinds.contains(kind)) {
      throw new ParameterException(
          line, "there is no kind '" + kind + "'; " + Nearest.hint(kind, kinds));
    }
    if (kind.isEmpty() && channel.isEmpty() && region.isEmpty()) {
      throw new ParameterException(line, "name at least one of --kind, --channel and --region");
    }
    return new Pause.Target(kind, channel, region);
  }
}
