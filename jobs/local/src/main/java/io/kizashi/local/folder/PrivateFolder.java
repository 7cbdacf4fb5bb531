package io.kizashi.local.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * Folders that hold what is known of customers: for one user alone from the moment they are made,
 * whatever the process's umask. What Flink or Kafka make inside may be wider; nobody gets there.
 */
public final class PrivateFolder {
  private static final Set<PosixFilePermission> ALONE =
      PosixFilePermissions.fromString("rwx------");

  private PrivateFolder() {}

  /**
   * Makes a folder.
   *
   * @throws IOException if it can't be made, or something of this name is there, a link too
   */
  public static Path create(Path folder) throws IOException {
    return Files.createDirectory(folder, alone(folder));
  }

  /**
   * Makes a folder and those above it that are not there. One that is there stays as it is; a link
   * to a folder is as good as that folder.
   *
   * @throws IOException if it can't be made, or something else is there
   */
  public static Path createAll(Path folder) throws IOException {
    return Files.createDirectories(folder, alone(folder));
  }

  private static FileAttribute<?>[] alone(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(ALONE)}
        : new FileAttribute<?>[0];
  }

  /**
   * Which others may look into a folder that was there before, for people; empty if none may, it is
   * not there, or its file system does not know.
   */
  public static Optional<String> exposure(Path folder) {
    PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    if (view == null || !Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try {
      Set<PosixFilePermission> all = view.readAttributes().permissions();
      return ALONE.containsAll(all)
          ? Optional.empty()
          : Optional.of(
              folder
                  + " holds what is known of customers, and is open to others ("
                  + PosixFilePermissions.toString(all)
                  + "); chmod 700 "
                  + folder);
    } catch (IOException e) {
      return Optional.empty(); // whoever is to write there will say it better
    }
  }
}
