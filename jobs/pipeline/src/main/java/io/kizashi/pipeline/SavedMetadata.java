package io.kizashi.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle;
import org.apache.flink.runtime.state.StateObject;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.filesystem.AbstractFsCheckpointStorageAccess;
import org.apache.flink.runtime.state.memory.ByteStreamStateHandle;

/**
 * What a checkpoint or savepoint says of itself.
 *
 * @param operators what each operator saved
 */
record SavedMetadata(List<OperatorState> operators) {
  SavedMetadata {
    operators = List.copyOf(operators);
  }

  /**
   * Reads it.
   *
   * @param from its folder, as Flink names it
   * @throws IOException if it can't be read, or is no whole one
   */
  static SavedMetadata of(String from) throws IOException {
    try (DataInputStream in =
        new DataInputStream(
            AbstractFsCheckpointStorageAccess.resolveCheckpointPointer(from)
                .getMetadataHandle()
                .openInputStream())) {
      return new SavedMetadata(
          List.copyOf(
              Checkpoints.loadCheckpointMetadata(in, SavedMetadata.class.getClassLoader(), from)
                  .getOperatorStates()));
    } catch (RuntimeException e) { // what a damaged length or count leads to has any type
      throw new IOException(e.toString(), e);
    }
  }

  /**
   * What is wrong with a checkpoint on this machine, for people; empty if it is whole: its metadata
   * can be read, and every file that they name is there and no shorter than they say. Its bytes are
   * not read.
   */
  static Optional<String> damage(Path checkpoint) {
    SavedMetadata metadata;
    try {
      metadata = of(StateFolder.forFlink(checkpoint));
    } catch (EOFException e) {
      return Optional.of("its metadata are cut short");
    } catch (IOException e) {
      return Optional.of("its metadata can't be read: " + e.getMessage());
    }
    return metadata.streams().flatMap(file -> damage(file).stream()).findFirst();
  }

  private static Optional<String> damage(StreamStateHandle stream) {
    Optional<Path> file = file(stream);
    try {
      return file.isEmpty() || Files.size(file.orElseThrow()) >= stream.getStateSize()
          ? Optional.empty()
          : Optional.of(file.orElseThrow() + " is too short");
    } catch (NoSuchFileException e) {
      return Optional.of(e.getFile() + " is missing");
    } catch (IOException e) {
      return Optional.of(file.orElseThrow() + " can't be read: " + e);
    }
  }

  /** Where it is; empty if it stands in the metadata themselves. */
  private static Optional<Path> file(StreamStateHandle stream) {
    return stream.maybeGetPath().map(path -> Path.of(path.getPath()));
  }

  /** All that it needs besides the metadata, of a checkpoint on this machine. */
  Stream<Path> files() {
    return streams().flatMap(stream -> file(stream).stream());
  }

  private Stream<StreamStateHandle> streams() {
    return operators.stream()
        .flatMap(
            operator ->
                Stream.concat(
                    Optional.ofNullable(operator.getCoordinatorState()).stream(),
                    operator.getStates().stream()
                        .flatMap(task -> task.getDiscardables().stream())
                        .flatMap(SavedMetadata::streams)));
  }

  /** Keyed state of RocksDB is in many files; any other state is in one. */
  private static Stream<StreamStateHandle> streams(StateObject state) {
    if (state instanceof IncrementalRemoteKeyedStateHandle incremental) {
      return incremental.streamSubHandles();
    }
    return state instanceof StreamStateHandle stream ? Stream.of(stream) : Stream.empty();
  }

  /** Key groups that its state is shared among; empty if it holds none. */
  OptionalInt keyGroups() {
    return operators.stream().mapToInt(OperatorState::getMaxParallelism).max();
  }

  /** Whether a source of the job read a topic: sources remember which partitions they gave out. */
  boolean reads(String topic) throws IOException {
    String written = written(topic);
    return streams()
        .filter(ByteStreamStateHandle.class::isInstance)
        .map(state -> ((ByteStreamStateHandle) state).getData())
        .anyMatch(data -> new String(data, StandardCharsets.ISO_8859_1).contains(written));
  }

  /** With its length before it, so that a name is not found in a longer one. */
  private static String written(String topic) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new DataOutputStream(bytes).writeUTF(topic);
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }
}
