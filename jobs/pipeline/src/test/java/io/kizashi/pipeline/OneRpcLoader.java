package io.kizashi.pipeline;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.runtime.rpc.AddressResolution;
import org.apache.flink.runtime.rpc.RpcSystem;
import org.apache.flink.runtime.rpc.RpcSystemLoader;
import org.apache.flink.runtime.rpc.pekko.PekkoRpcSystemLoader;

/**
 * Lends every cluster of a test process the same remote calls. Flink would load the classes of
 * Pekko and Scala for each of them, and run them cold.
 */
public final class OneRpcLoader implements RpcSystemLoader {
  private static final RpcSystem LOADED =
      new PekkoRpcSystemLoader()
          .loadRpcSystem(new Configuration().set(CoreOptions.TMP_DIRS, "target"));

  @Override
  public int getLoadPriority() {
    return -1; // before Flink's own, whose is 0
  }

  @Override
  public RpcSystem loadRpcSystem(Configuration config) {
    return new Lent(LOADED);
  }

  /** Is not closed with the cluster that it was lent to. */
  private record Lent(RpcSystem system) implements RpcSystem {
    @Override
    public RpcServiceBuilder localServiceBuilder(Configuration configuration) {
      return system.localServiceBuilder(configuration);
    }

    @Override
    public RpcServiceBuilder remoteServiceBuilder(
        Configuration configuration, String address, String ports) {
      return system.remoteServiceBuilder(configuration, address, ports);
    }

    @Override
    public String getRpcUrl(
        String host, int port, String endpoint, AddressResolution resolution, Configuration config)
        throws UnknownHostException {
      return system.getRpcUrl(host, port, endpoint, resolution, config);
    }

    @Override
    public InetSocketAddress getInetSocketAddressFromRpcUrl(String url) throws Exception {
      return system.getInetSocketAddressFromRpcUrl(url);
    }

    @Override
    public long getMaximumMessageSizeInBytes(Configuration config) {
      return system.getMaximumMessageSizeInBytes(config);
    }
  }
}
