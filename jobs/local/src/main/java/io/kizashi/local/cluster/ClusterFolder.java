package io.kizashi.local.cluster;

import io.kizashi.local.folder.PrivateFolder;
import io.kizashi.terminal.EnvironmentFault;
import io.kizashi.terminal.InputFault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that a cluster keeps on disk.
 *
 * @param root absolute
 */
public record ClusterFolder(Path root) {
  private static final String STATE = "cluster.json";
  private static final String TOKEN = "rest.token";
  private static final String LOCK = "cluster.lock";

  /** Savepoints are not among them: whoever asked for one says when it goes. */
  private static final List<String> DATA =
      List.of(STATE, TOKEN, "kafka", "checkpoints", "flink", "lib", "logs");

  public ClusterFolder {
    root = root.toAbsolutePath().normalize();
  }

  /** The one that all commands take where none is named. */
  public static Path usual() {
    String state = System.getenv().getOrDefault("XDG_STATE_HOME", "");
    Path states =
        state.isEmpty()
            ? Path.of(System.getProperty("user.home", "."), ".local", "state")
            : Path.of(state);
    return states.resolve("kizashi").resolve("cluster");
  }

  public StateFile state() {
    return new StateFile(root.resolve(STATE));
  }

  Path kafka() {
    return root.resolve("kafka");
  }

  Path checkpoints(int line) {
    return root.resolve("checkpoints").resolve(Integer.toString(line));
  }

  public Path savepoints() {
    return root.resolve("savepoints");
  }

  /** For Flink's own files, of no use once its processes are gone. */
  Path temporary() {
    return root.resolve("flink");
  }

  Path libraries() {
    return root.resolve("lib");
  }

  TokenFile token() {
    return new TokenFile(root.resolve(TOKEN));
  }

  Path log(String name) {
    return root.resolve("logs").resolve(name + ".log");
  }

  /**
   * Keeps other commands from changing this cluster until it is closed.
   *
   * @throws EnvironmentFault if one is at it, or the folder can't be written
   * @throws InputFault if the folder belongs to something else
   */
  public FileChannel lock() {
    try {
      PrivateFolder.createAll(root);
      refuseStrangersFolder();
      FileChannel channel =
          FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw busy();
      }
      return channel;
    } catch (OverlappingFileLockException e) {
      throw busy();
    } catch (IOException e) {
      throw new EnvironmentFault(
          root + " can't be written (" + e.getMessage() + "); name another folder with --dir", e);
    }
  }

  private EnvironmentFault busy() {
    return new EnvironmentFault("another command is at work on the cluster in " + root);
  }

  private void refuseStrangersFolder() throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      if (!Files.exists(root.resolve(LOCK)) && entries.findAny().isPresent()) {
        throw new InputFault(root + " holds other things; name an empty or a new folder by --dir");
      }
    }
  }

  /** Removes what the cluster has written, savepoints excepted. */
  public void clear() {
    DATA.forEach(name -> remove(root.resolve(name)));
  }

  /** Removes what the processes of Flink leave behind when they are killed. */
  void clearTemporary() {
    remove(temporary());
  }

  private static void remove(Path top) {
    if (!Files.exists(top)) {
      return;
    }
    try (Stream<Path> below = Files.walk(top)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new EnvironmentFault(top + " can't be removed: " + e.getMessage(), e);
    }
  }
}
