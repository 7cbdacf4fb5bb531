package io.kizashi.cli;

import picocli.CommandLine.Option;

/** Who tells the engine something, and what for. */
final class AuthorOptions {
  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who says so (default: the user's name).")
  String by = "";

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "What for; it stands in the history.")
  String why = "";
}
