package io.kizashi.pipeline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplitSerializer;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.io.SimpleVersionedSerialization;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedBackendSerializationProxy;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.kafka.common.TopicPartition;

/** A savepoint or checkpoint that lies in a folder, looked at without a job. */
final class SavedState {
  static final String METADATA = "_metadata";

  /** Names of classes, as {@code writeUTF} writes them: two bytes of length before them. */
  private static final Pattern CLASS =
      Pattern.compile("(?s)(?=(..)((?:org\\.apache\\.flink|io\\.kizashi)\\.[\\w.$]+))");

  private static final String FILES = "file:";
  private static final String CHECKPOINT = "chk-";
  private static final Pattern SHARED = Pattern.compile("(?:shared|taskowned)/[0-9a-f-]{36}");

  private final Path folder;
  private final CheckpointMetadata metadata;

  /**
   * Reads what there is.
   *
   * @param folder the one with the metadata
   */
  static SavedState at(Path folder) {
    try {
      return new SavedState(folder);
    } catch (IOException e) {
      throw new AssertionError(folder + " can't be read", e);
    }
  }

  private SavedState(Path folder) throws IOException {
    this.folder = folder;
    try (DataInputStream in = new DataInputStream(Files.newInputStream(folder.resolve(METADATA)))) {
      this.metadata =
          Checkpoints.loadCheckpointMetadata(
              in, SavedState.class.getClassLoader(), folder.toUri().toString());
    }
  }

  /**
   * Copies a savepoint, or a checkpoint with what it shares with others of its job.
   *
   * @param from the folder with the metadata
   * @param place where the copy will lie, for what is shared, which is named by whole paths
   */
  static void copy(Path from, Path to, URI place) throws IOException {
    byte[] metadata = Files.readAllBytes(from.resolve(METADATA));
    boolean checkpoint = from.getFileName().toString().startsWith(CHECKPOINT);
    Path all = checkpoint ? from.resolveSibling("") : from;
    List<Path> files = new ArrayList<>(files(from));
    SHARED
        .matcher(new String(metadata, ISO_8859_1))
        .results()
        .map(name -> all.resolve(name.group()))
        .filter(Files::exists) // what is small stands in the metadata, under such a name too
        .forEach(files::add);
    for (Path file : new TreeSet<>(files)) {
      Path copied = to.resolve(all.relativize(file).toString());
      Files.createDirectories(copied.resolveSibling(""));
      Files.write(
          copied, file.endsWith(METADATA) ? moved(metadata, place) : Files.readAllBytes(file));
    }
  }

  /** The folder with the metadata in the folder of a savepoint, or of a job's checkpoints. */
  static Path of(Path folder) throws IOException {
    return files(folder).stream()
        .filter(file -> file.endsWith(METADATA))
        .map(file -> file.resolveSibling(""))
        .findAny()
        .orElseThrow(() -> new AssertionError("no " + METADATA + " in " + folder));
  }

  private static byte[] moved(byte[] metadata, URI to) {
    String text = new String(metadata, ISO_8859_1);
    StringBuilder moved = new StringBuilder();
    int copied = 0;
    for (int at = text.indexOf(FILES); at >= 0; at = text.indexOf(FILES, at + 1)) {
      int length = ByteBuffer.wrap(metadata).getShort(at - Short.BYTES);
      String path = text.substring(at, at + length);
      String now = path.replaceFirst(".*/(?=(shared|taskowned|chk-\\d+)/)", to.toString());
      moved.append(text, copied, at - Short.BYTES);
      moved.append((char) (now.length() >> Byte.SIZE)).append((char) (now.length() & 0xFF));
      moved.append(now);
      copied = at + length;
    }
    return moved.append(text, copied, text.length()).toString().getBytes(ISO_8859_1);
  }

  /** What state there is, a line each: the operator's uid, how it is kept, and its name. */
  List<String> states() throws IOException {
    SortedSet<String> states = new TreeSet<>();
    for (OperatorState operator : metadata.getOperatorStates()) {
      String uid = operator.getOperatorUid().orElse("?") + ": ";
      if (operator.getCoordinatorState() != null) {
        states.add(uid + "of the coordinator");
      }
      for (OperatorSubtaskState task : operator.getStates()) {
        for (OperatorStateHandle handle : task.getManagedOperatorState()) {
          handle
              .getStateNameToPartitionOffsets()
              .forEach((name, at) -> states.add(uid + at.getDistributionMode() + " " + name));
        }
        for (KeyedStateHandle handle : task.getManagedKeyedState()) {
          keyed(handle).forEach(state -> states.add(uid + "KEYED " + state.getName()));
        }
      }
    }
    return List.copyOf(states);
  }

  private static List<StateMetaInfoSnapshot> keyed(KeyedStateHandle handle) throws IOException {
    StreamStateHandle stream =
        handle instanceof IncrementalRemoteKeyedStateHandle incremental
            ? incremental.getMetaDataStateHandle()
            : ((KeyGroupsStateHandle) handle).getDelegateStateHandle();
    KeyedBackendSerializationProxy<?> proxy =
        new KeyedBackendSerializationProxy<>(SavedState.class.getClassLoader());
    try (FSDataInputStream in = stream.openInputStream()) {
      proxy.read(new DataInputViewStreamWrapper(in));
    }
    return proxy.getStateMetaInfoSnapshots();
  }

  /** The names of all classes that stand in it, whether there are such classes or not. */
  SortedSet<String> classes() throws IOException {
    SortedSet<String> classes = new TreeSet<>();
    for (Path file : files(folder)) {
      Matcher found = CLASS.matcher(Files.readString(file, ISO_8859_1));
      while (found.find()) {
        int length = found.group(1).charAt(0) << Byte.SIZE | found.group(1).charAt(1);
        if (length <= found.group(2).length()) {
          classes.add(found.group(2).substring(0, length));
        }
      }
    }
    return classes;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /**
   * The kinds of what the deciding tasks remember of controls, by the number that stands for it.
   */
  SortedSet<Integer> memories() {
    SortedSet<Integer> kinds = new TreeSet<>();
    elements(Stage.PERSONS, "controls")
        .forEach(memory -> kinds.add(memory.getInt(memory.position() + Integer.BYTES)));
    return kinds;
  }

  /** How far the sources have read: the offset of the next record. */
  Map<TopicPartition, Long> read() {
    Map<TopicPartition, Long> read = new HashMap<>();
    for (Stage source :
        List.of(Stage.TOUCHPOINTS, Stage.RULEBOOKS, Stage.CONTROLS, Stage.LOOP_READ)) {
      elements(source, "SourceReaderState")
          .map(SavedState::split)
          .forEach(split -> read.put(split.getTopicPartition(), split.getStartingOffset()));
    }
    return read;
  }

  private static KafkaPartitionSplit split(ByteBuffer element) {
    byte[] bytes = new byte[element.getInt()];
    element.get(bytes);
    try {
      return SimpleVersionedSerialization.readVersionAndDeSerialize(
          new KafkaPartitionSplitSerializer(), bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What a list of an operator holds, from each element's beginning. */
  private Stream<ByteBuffer> elements(Stage stage, String list) {
    return metadata.getOperatorStates().stream()
        .filter(it -> it.getOperatorUid().equals(Optional.of(stage.uid())))
        .flatMap(it -> it.getStates().stream())
        .flatMap(task -> task.getManagedOperatorState().stream())
        .flatMap(
            handle ->
                Optional.ofNullable(handle.getStateNameToPartitionOffsets().get(list)).stream()
                    .flatMap(at -> elements(handle, at.getOffsets())));
  }

  private static Stream<ByteBuffer> elements(OperatorStateHandle handle, long[] offsets) {
    try (FSDataInputStream in = handle.openInputStream()) {
      byte[] bytes = in.readAllBytes();
      return LongStream.of(offsets)
          .mapToObj(at -> ByteBuffer.wrap(bytes, (int) at, bytes.length - (int) at));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
