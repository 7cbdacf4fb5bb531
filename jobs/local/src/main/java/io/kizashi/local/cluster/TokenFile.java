package io.kizashi.local.cluster;

import io.kizashi.local.rest.RestToken;
import io.kizashi.terminal.EnvironmentFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Keeps the token of the JobManager that lives, or lived last, for this user alone. */
record TokenFile(Path path) {
  /**
   * Empty if none was written.
   *
   * @throws EnvironmentFault if it can't be read
   */
  Optional<RestToken> read() {
    try {
      return Optional.of(RestToken.of(Files.readString(path)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new EnvironmentFault(path + " can't be read: " + e, e);
    }
  }

  /**
   * Replaces the one of the life before; a file that was open to all is not written to.
   *
   * @throws EnvironmentFault if it can't be written
   */
  void write(RestToken token) {
    try {
      Files.deleteIfExists(path);
      Files.writeString(Files.createFile(path, ownersOnly()), token.value());
    } catch (IOException e) {
      throw new EnvironmentFault(path + " can't be written: " + e, e);
    }
  }

  private FileAttribute<?>[] ownersOnly() {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
