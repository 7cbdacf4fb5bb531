package io.kizashi.local.engine;

import io.kizashi.local.kafka.TemporaryFolder;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.runtime.rpc.RpcSystem;
import org.apache.flink.util.Reference;

/**
 * What Flink's parts call each other with. Flink loads some 5,000 classes of it apart from all
 * others, and would again for each cluster: every one after the first then costs half of a replay.
 */
final class SharedRpc {
  private static final TemporaryFolder FOLDER = new TemporaryFolder("flink-rpc");
  private static final RpcSystem SYSTEM = load();

  private SharedRpc() {}

  /** Lent: a cluster that ends leaves it to the next. It is gone with the process. */
  static Reference<RpcSystem> lent() {
    return Reference.borrowed(SYSTEM);
  }

  private static RpcSystem load() {
    Runtime.getRuntime().addShutdownHook(new Thread(FOLDER::close, "flink-rpc-remove"));
    return RpcSystem.load(new Configuration().set(CoreOptions.TMP_DIRS, FOLDER.path().toString()));
  }
}
