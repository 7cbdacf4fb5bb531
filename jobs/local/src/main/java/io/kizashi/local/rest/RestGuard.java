package io.kizashi.local.rest;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.flink.shaded.netty4.io.netty.buffer.Unpooled;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelFuture;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelFutureListener;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandlerContext;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelInboundHandlerAdapter;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.DefaultFullHttpResponse;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.FullHttpResponse;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpHeaderNames;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpMethod;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpResponseStatus;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpVersion;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.LastHttpContent;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.QueryStringDecoder;
import org.apache.flink.shaded.netty4.io.netty.util.ReferenceCountUtil;

/**
 * Lets through what only reads, and what carries the token of this process. The rest is read to its
 * end and thrown away: a sender who is cut off while sending would not hear why.
 */
final class RestGuard extends ChannelInboundHandlerAdapter {
  private static final String TEXT =
      "{\"errors\":[\"this Flink takes no jobs and no orders over HTTP\"]}";

  /** Flink ends a job at a GET of these: YARN's proxy passes nothing else. */
  private static final String ENDS_A_JOB = "/yarn-";

  private final Optional<RestToken> token;

  /** Of the request whose parts come in: its head, then its body in pieces. */
  private boolean refused;

  RestGuard(Optional<RestToken> token) {
    this.token = token;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object part) {
    if (part instanceof HttpRequest head) {
      refused = !onlyReads(head) && !isOwners(head);
    }
    if (!refused) {
      context.fireChannelRead(part);
      return;
    }
    if (part instanceof LastHttpContent) {
      refuse(context);
    }
    ReferenceCountUtil.release(part);
  }

  private static void refuse(ChannelHandlerContext context) {
    FullHttpResponse answer =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.FORBIDDEN,
            Unpooled.copiedBuffer(TEXT, StandardCharsets.UTF_8));
    answer.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json; charset=UTF-8");
    answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, answer.content().readableBytes());
    // Whether it gets there is the sender's matter.
    ChannelFuture unused = context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
  }

  /** By what is known to read: a method that Flink learns to hear to later on is refused. */
  private static boolean onlyReads(HttpRequest request) {
    HttpMethod method = request.method();
    return (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))
        && !new QueryStringDecoder(request.uri()).path().contains(ENDS_A_JOB);
  }

  private boolean isOwners(HttpRequest request) {
    return token.filter(own -> own.is(request.headers().get(RestToken.HEADER))).isPresent();
  }
}
