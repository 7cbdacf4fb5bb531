package io.kizashi.local.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.shaded.netty4.io.netty.buffer.ByteBuf;
import org.apache.flink.shaded.netty4.io.netty.buffer.Unpooled;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandler;
import org.apache.flink.shaded.netty4.io.netty.channel.embedded.EmbeddedChannel;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.DefaultFullHttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.DefaultHttpContent;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.DefaultHttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpMethod;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpResponse;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpResponseStatus;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpServerCodec;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpVersion;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.LastHttpContent;
import org.apache.flink.shaded.netty4.io.netty.handler.stream.ChunkedWriteHandler;
import org.apache.flink.shaded.netty4.io.netty.util.ReferenceCountUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestGuardTest {
  private final RestToken token = RestToken.random();

  @Test
  void whatReadsPasses() {
    assertThat(passes(Optional.of(token), request(HttpMethod.GET, "/jobs/overview"))).isTrue();
    assertThat(passes(Optional.empty(), request(HttpMethod.HEAD, "/"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "BREW"})
  void whatChangesSomethingPassesWithTheTokenOnly(String method) {
    HttpRequest bare = request(HttpMethod.valueOf(method), "/jobs");
    assertThat(passes(Optional.of(token), bare)).isFalse();
    assertThat(passes(Optional.empty(), bare)).isFalse();

    HttpRequest owners = request(HttpMethod.valueOf(method), "/jobs");
    owners.headers().set(RestToken.HEADER, token.value());
    assertThat(passes(Optional.of(token), owners)).isTrue();
    assertThat(passes(Optional.of(RestToken.random()), owners)).as("of another life").isFalse();
    assertThat(passes(Optional.empty(), owners)).as("of another process").isFalse();
  }

  @ParameterizedTest
  @CsvSource({"/jobs/1/yarn-cancel", "/v1/jobs/1/yarn-stop", "/jobs/1/%79arn-cancel?a=b"})
  void aJobIsNotEndedByReading(String path) {
    assertThat(passes(Optional.of(token), request(HttpMethod.GET, path))).isFalse();
  }

  @Test
  void whatIsRefusedIsReadToItsEndAndLeftNowhere() {
    EmbeddedChannel channel = new EmbeddedChannel(new RestGuard(Optional.of(token)));
    channel.writeInbound(
        new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/jars/upload"));
    ByteBuf body = Unpooled.copiedBuffer("a jar", StandardCharsets.UTF_8);
    channel.writeInbound(new DefaultHttpContent(body));
    assertThat(channel.isOpen()).as("answered before all was sent").isTrue();
    channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);

    HttpResponse answer = channel.readOutbound();
    assertThat(answer.status()).isEqualTo(HttpResponseStatus.FORBIDDEN);
    Object passed = channel.readInbound();
    assertThat(passed).isNull();
    assertThat(body.refCnt()).isZero();
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void itStandsBeforeWhatWritesUploadsToDisk() {
    EmbeddedChannel channel = new EmbeddedChannel(new HttpServerCodec(), new ChunkedWriteHandler());
    channel.pipeline().addLast(closed().orElseThrow());
    assertThat(channel.pipeline().names())
        .filteredOn(name -> !name.startsWith("DefaultChannelPipeline"))
        .containsExactly("HttpServerCodec#0", "RestGuard", "ChunkedWriteHandler#0");
  }

  @Test
  void theProcessKnowsItsTokenAndNoTextTellsIt() {
    assertThat(token).hasToString("[REDACTED]");
    assertThat(RestToken.ofThisProcess(token.environment()).orElseThrow().value())
        .isEqualTo(token.value());
    assertThat(RestToken.ofThisProcess(Map.of())).isEmpty();
  }

  @Test
  void aFlinkOfOthersStaysOpen() {
    assertThat(new ClosedRest().createHandler(new Configuration(), Map.of())).isEmpty();
    assertThat(closed()).isPresent();
  }

  private static Optional<ChannelHandler> closed() {
    return new ClosedRest()
        .createHandler(new Configuration().set(ClosedRest.CLOSED, true), Map.of());
  }

  private static boolean passes(Optional<RestToken> token, HttpRequest request) {
    EmbeddedChannel channel = new EmbeddedChannel(new RestGuard(token));
    channel.writeInbound(ReferenceCountUtil.retain(request));
    HttpResponse answer = channel.readOutbound();
    boolean passed = channel.readInbound() != null;
    assertThat(answer == null).as("either passed on or answered").isEqualTo(passed);
    assertThat(passed || answer.status().code() == 403).isTrue();
    return passed;
  }

  private static HttpRequest request(HttpMethod method, String path) {
    return new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, method, path);
  }
}
