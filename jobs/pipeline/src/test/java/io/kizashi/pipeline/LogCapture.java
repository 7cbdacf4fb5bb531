package io.kizashi.pipeline;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.util.ExceptionUtils;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** Hears all that is logged in this process, at every level, and keeps what names a word. */
final class LogCapture extends AbstractAppender implements AutoCloseable {
  private final String word;
  private final Queue<String> found = new ConcurrentLinkedQueue<>();
  private final LongAdder heard = new LongAdder();
  private final LoggerContext context = LoggerContext.getContext(false);
  private final LoggerConfig root = context.getConfiguration().getRootLogger();
  private final Level before = root.getLevel();

  private LogCapture(String word) {
    super("capture", null, null, true, Property.EMPTY_ARRAY);
    this.word = word;
  }

  static LogCapture of(String word) {
    LogCapture capture = new LogCapture(word);
    capture.start();
    capture.root.addAppender(capture, Level.ALL, null);
    capture.root.setLevel(Level.ALL);
    capture.context.updateLoggers();
    return capture;
  }

  @Override
  public void append(LogEvent event) {
    heard.increment();
    String said = event.getMessage().getFormattedMessage() + " " + event.getThreadName();
    String text = said + ExceptionUtils.stringifyException(event.getThrown());
    if (text.contains(word)) {
      found.add(event.getLoggerName() + ": " + text);
    }
  }

  /** Logs the word itself, to see that it would be heard. */
  void sayWord() {
    LogManager.getLogger(LogCapture.class).trace("{}", word);
  }

  /** All that named the word. */
  List<String> found() {
    return List.copyOf(found);
  }

  /** How much was logged at all. */
  long heard() {
    return heard.sum();
  }

  @Override
  public void close() {
    root.removeAppender(getName());
    root.setLevel(before);
    context.updateLoggers();
    stop();
  }
}
