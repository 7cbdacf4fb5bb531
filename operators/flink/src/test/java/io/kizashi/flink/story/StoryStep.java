package io.kizashi.flink.story;

import io.kizashi.schema.Control;

/** One thing that happens. */
public sealed interface StoryStep {
  /** Does what the step asks of somebody who takes steps. */
  void on(Stage stage) throws Exception;

  /** Takes steps: a stage under test, or a model of it. */
  interface Stage {
    /** A record arrives, damaged or not. */
    void arrives(byte[] json) throws Exception;

    /** All touchpoints up to a time have arrived. */
    void proven(long time) throws Exception;

    /** Somebody publishes or pauses, and what follows from it has come into force. */
    void told(Control control) throws Exception;

    /** One slice of a sweep, on every task. */
    void slice() throws Exception;

    /** A sweep that is under way comes to its end. */
    void sweptOut() throws Exception;

    /** All tasks stop at a checkpoint, and so many go on from it. */
    void rescaled(int tasks) throws Exception;
  }

  /** A record arrives. */
  record Arrives(String json) implements StoryStep {
    @Override
    public void on(Stage stage) throws Exception {
      stage.arrives(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  /** Time is proven. */
  record Proven(long time) implements StoryStep {
    @Override
    public void on(Stage stage) throws Exception {
      stage.proven(time);
    }
  }

  /** Somebody says something. */
  record Told(Control control) implements StoryStep {
    @Override
    public void on(Stage stage) throws Exception {
      stage.told(control);
    }
  }

  /** A sweep goes on a little. */
  record Slice() implements StoryStep {
    @Override
    public void on(Stage stage) throws Exception {
      stage.slice();
    }
  }

  /** A sweep ends. */
  record SweptOut() implements StoryStep {
    @Override
    public void on(Stage stage) throws Exception {
      stage.sweptOut();
    }
  }

  /** The tasks are others. */
  record Rescaled(int tasks) implements StoryStep {
    @Override
    public void on(Stage stage) throws Exception {
      stage.rescaled(tasks);
    }
  }
}
