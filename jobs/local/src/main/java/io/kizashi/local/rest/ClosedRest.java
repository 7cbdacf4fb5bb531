package io.kizashi.local.rest;

import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.io.network.netty.InboundChannelHandlerFactory;
import org.apache.flink.shaded.netty4.io.netty.channel.Channel;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandler;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelInitializer;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelPipeline;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpServerCodec;

/**
 * Closes Flink's HTTP port to whatever changes something, where a setting or the token in the
 * environment says so: Flink takes in jobs there, and so code, whatever {@code web.submit.enable}
 * says. Flink's service loader finds it on the class path of the process.
 */
public final class ClosedRest implements InboundChannelHandlerFactory {
  /** Off unless set: this class may lie on the class path of a Flink that others look after. */
  public static final ConfigOption<Boolean> CLOSED =
      ConfigOptions.key("kizashi.rest.closed").booleanType().defaultValue(false);

  /** Before whatever else is found. */
  private static final int FIRST = Integer.MAX_VALUE;

  @Override
  public int priority() {
    return FIRST;
  }

  @Override
  public Optional<ChannelHandler> createHandler(
      Configuration configuration, Map<String, String> responseHeaders) {
    Optional<RestToken> token = RestToken.ofThisProcess(System.getenv());
    return configuration.get(CLOSED) || token.isPresent()
        ? Optional.of(new Front(token))
        : Optional.empty();
  }

  /** Flink puts what is made here behind what writes uploads to disk; it is to come before that. */
  private static final class Front extends ChannelInitializer<Channel> {
    private final Optional<RestToken> token;

    Front(Optional<RestToken> token) {
      this.token = token;
    }

    @Override
    protected void initChannel(Channel channel) {
      ChannelPipeline handlers = channel.pipeline();
      String http = handlers.context(HttpServerCodec.class).name();
      handlers.addAfter(http, RestGuard.class.getSimpleName(), new RestGuard(token));
    }
  }
}
