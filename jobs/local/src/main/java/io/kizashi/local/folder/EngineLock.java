package io.kizashi.local.folder;

import io.kizashi.terminal.EnvironmentFault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps every other engine from a folder of state while this one has it. The system gives the lock
 * back when the process ends, however it ends; what stands in the second file is for people only.
 */
public final class EngineLock {
  private static final String LOCK = "engine.lock";
  private static final String HOLDER = "engine.holder";

  private static final Pattern SAID = Pattern.compile(".*, pid (\\d{1,18}), since (\\S+Z)");

  private EngineLock() {}

  /**
   * Works while no other engine has a folder, which is made if it is not there.
   *
   * @param group of the engine's consumers, for whoever comes second
   * @throws EnvironmentFault that says who holds it, or that it can't be written
   */
  public static void during(Path folder, String group, Runnable work) {
    try (FileChannel channel = open(folder)) {
      if (!isGiven(channel)) {
        throw held(folder);
      }
      writeHolder(folder, group);
      work.run();
    } catch (IOException e) {
      throw new EnvironmentFault(
          folder
              + ": state can't be kept there ("
              + e
              + "); let this user write it, or name another by checkpoints.folder",
          e);
    }
  }

  /**
   * Who has a folder now, as it said of itself. No lock is tried: an engine that starts in this
   * moment would be refused for it.
   *
   * @return empty if nobody has had it, or who had it last is no more
   */
  public static Optional<String> holderOf(Path folder) {
    try {
      return Optional.of(Files.readString(folder.resolve(HOLDER), StandardCharsets.UTF_8).strip())
          .filter(EngineLock::isAlive);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A process that began after the folder was taken has but the number of the one that took it. */
  private static boolean isAlive(String holder) {
    Matcher said = SAID.matcher(holder);
    if (!said.matches()) {
      return false;
    }
    Instant latest = Instant.parse(said.group(2)).plusSeconds(1);
    return ProcessHandle.of(Long.parseLong(said.group(1)))
        .filter(it -> it.info().startInstant().filter(latest::isBefore).isEmpty())
        .isPresent();
  }

  /** The file stays for ever: one that is removed and made again could be locked by two. */
  private static FileChannel open(Path folder) throws IOException {
    PrivateFolder.createAll(folder);
    return FileChannel.open(
        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static boolean isGiven(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // an engine in this process has it
    }
  }

  private static EnvironmentFault held(Path folder) {
    return new EnvironmentFault(
        folder
            + " is the state of an engine that runs ("
            + holder(folder)
            + "); stop that one, or give this one a kafka.group and topic-prefix of its own");
  }

  private static String holder(Path folder) {
    try {
      return Files.readString(folder.resolve(HOLDER), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "it has not said who it is: it is just starting";
    }
  }

  /** Replaced as a whole: whoever reads it sees all of one engine, never half of two. */
  private static void writeHolder(Path folder, String group) throws IOException {
    Path next = folder.resolve(HOLDER + ".next");
    String since = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    Files.writeString(
        next,
        "group " + group + ", pid " + ProcessHandle.current().pid() + ", since " + since + "\n");
    Files.move(
        next,
        folder.resolve(HOLDER),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
