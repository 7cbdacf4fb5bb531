package io.kizashi.cli.options;

import picocli.CommandLine.Option;

/** Who tells the engine something, and what for. */
public final class AuthorOptions {
  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who says so (default: the user's name).")
  public String by = "";

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "What for; it stands in the history.")
  public String why = "";
}
