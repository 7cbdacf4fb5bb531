package io.kizashi.cli.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.cli.options.EngineSettings;
import io.kizashi.local.folder.EngineLock;
import io.kizashi.local.watch.HealthAnswer;
import io.kizashi.pipeline.PipelineConfig;
import io.kizashi.pipeline.StateFolder;
import io.kizashi.terminal.ExitCode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says how an engine on this machine does. */
@Command(
    name = "status",
    description = {
      "Ask the engine that 'run' runs on this machine whether it decides, and why not.",
      "It is asked at its configuration's health.port. Ends with 0 if it is ready, else with 3."
    })
public final class EngineStatusCommand implements Callable<Integer> {
  @Option(names = "--config", required = true, description = "The engine's configuration.")
  Path file = Path.of("");

  @Option(names = "--json", description = "Print one JSON object for programs.")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PipelineConfig config = EngineSettings.read(file);
    OptionalInt port = config.healthPort();
    Optional<HealthAnswer> answer =
        port.isPresent() ? HealthAnswer.ask(port.getAsInt()) : Optional.empty();
    PrintWriter out = spec.commandLine().getOut();
    if (answer.isPresent()) {
      answer.ifPresent(
          it -> {
            if (json) {
              out.println(it.json());
            } else {
              it.lines().forEach(out::println);
            }
          });
    } else {
      tellOfLock(config, out);
    }
    return answer.filter(HealthAnswer::isReady).isPresent() ? ExitCode.DONE : ExitCode.ENVIRONMENT;
  }

  /** What can be known of one that is not asked, or does not answer. */
  private void tellOfLock(PipelineConfig config, PrintWriter out) {
    Optional<String> holder = StateFolder.of(config).path().flatMap(EngineLock::holderOf);
    String why = why(config.healthPort(), holder.isPresent());
    if (json) {
      ObjectNode all = JsonNodeFactory.instance.objectNode().put("ready", false);
      all.putArray("why").addObject().put("code", "unknown").put("text", why);
      holder.ifPresent(it -> all.put("heldBy", it));
      out.println(all);
    } else {
      out.println("not known to be ready");
      out.println("  unknown: " + why);
      holder.ifPresent(it -> out.println("state is held by: " + it));
    }
  }

  private static String why(OptionalInt port, boolean isHeld) {
    if (port.isPresent()) {
      return "nobody answers at health.port " + port.getAsInt();
    }
    return isHeld
        ? "an engine runs, and health.port is off: set it and start the engine again"
        : "no engine of this configuration runs on this machine, as far as its state tells";
  }
}
