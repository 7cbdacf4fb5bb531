package io.kizashi.cli.options;

import io.kizashi.control.publish.Site;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** How to reach the topics of a running engine. */
public final class SiteOptions {
  @Option(names = "--bootstrap", required = true, description = "Kafka, as host:port.")
  String bootstrap = "";

  @Option(
      names = {"--topic-prefix", "--prefix"},
      defaultValue = "",
      description = "Put before topic names.")
  String prefix = "";

  @Option(
      names = "--client-config",
      defaultValue = "",
      description = "Properties of the Kafka client, such as credentials.")
  Path clientConfig = Path.of("");

  public Site site() {
    return new Site(ClientConfig.of(bootstrap, clientConfig), prefix);
  }
}
