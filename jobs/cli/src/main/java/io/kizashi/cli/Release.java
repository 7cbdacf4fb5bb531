package io.kizashi.cli;

import io.kizashi.schema.form.FormAdditions;
import io.kizashi.schema.state.CustomerState;
import org.apache.flink.runtime.util.EnvironmentInformation;
import picocli.CommandLine.IVersionProvider;

/**
 * What runs: the release, the commit, the version of the state's binary form, and Flink's. The
 * commit comes from the launcher and not from the jar: two builds of one source have one hash.
 */
final class Release implements IVersionProvider {
  private static final String COMMIT = "kizashi.commit";
  private static final String UNKNOWN = "unknown";

  @Override
  public String[] getVersion() {
    return new String[] {
      "kizashi " + FormAdditions.NEWEST,
      "commit " + commit(),
      "state format " + CustomerState.VERSION,
      "Flink " + EnvironmentInformation.getVersion()
    };
  }

  private static String commit() {
    String told = System.getProperty(COMMIT, "");
    return told.isEmpty() ? UNKNOWN : told;
  }
}
