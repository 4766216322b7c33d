package org.drystone.registry.py4j;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drystone.registry.UnavailableException;

/**
 * The file in which {@code drystone.connect()} finds a hub: its URL, the hub's process, and tokens
 * of users, readable by its owner only. The gateway that it is given to writes it at the start and
 * removes it at the end. Immutable.
 *
 * <pre>
 * {@code {"url": "drystone://127.0.0.1:25333", "pid": 4711, "users": {"ada": {"token": ".."}}}}
 * </pre>
 */
public final class ConnectionFile {

  private static final String ENVIRONMENT = "DRYSTONE_CONNECTION_FILE";

  private final Path path;
  private final SortedMap<String, String> tokens;

  private ConnectionFile(Path path, SortedMap<String, String> tokens) {
    this.path = path;
    this.tokens = tokens;
  }

  /**
   * A file at that path, without users yet. A relative path is taken from the working directory.
   */
  public static ConnectionFile at(Path path) {
    return new ConnectionFile(path.toAbsolutePath(), new TreeMap<>());
  }

  /**
   * A file where {@code drystone.connect()} looks: at the path in the environment variable {@code
   * DRYSTONE_CONNECTION_FILE}, or else at {@code ~/.drystone/connection.json}.
   */
  public static ConnectionFile atDefaultPath() {
    return at(
        Optional.ofNullable(System.getenv(ENVIRONMENT))
            .filter(text -> !text.isBlank())
            .map(Path::of)
            .orElseGet(
                () -> Path.of(System.getProperty("user.home"), ".drystone", "connection.json")));
  }

  /** The same file, with a token of that user. */
  public ConnectionFile token(String user, String token) {
    TreeMap<String, String> more = new TreeMap<>(tokens);
    more.put(user, token);
    return new ConnectionFile(path, more);
  }

  /** Where the file lies; absolute. */
  public Path path() {
    return path;
  }

  /** Users and paths, never a token. */
  @Override
  public String toString() {
    return "connection file " + path + " of " + tokens.keySet();
  }

  /**
   * Writes the file, in the place of an older one.
   *
   * @throws UnavailableException if it cannot be written
   */
  Written write(String url) {
    String content = content(url);
    try {
      replace(content);
      return new Written(path, content);
    } catch (IOException | UnsupportedOperationException e) {
      throw new UnavailableException(
          "The connection file " + path + " could not be written",
          e.toString(),
          "Give a path in a folder that you own, on a POSIX file system");
    }
  }

  /** Nobody else can read the bytes, from the first one on, and nobody sees half a file. */
  private void replace(String content) throws IOException {
    Path folder = Objects.requireNonNull(path.getParent(), "the root is no file");
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, ownerOnly("rwx"));
    }
    Path fresh = Files.createTempFile(folder, ".connection", ".tmp", ownerOnly("rw-"));
    try {
      Files.writeString(fresh, content);
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> ownerOnly(String rights) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights + "------"));
  }

  private String content(String url) {
    JsonObject users = new JsonObject();
    for (Map.Entry<String, String> entry : tokens.entrySet()) {
      JsonObject user = new JsonObject();
      user.addProperty("token", entry.getValue());
      users.add(entry.getKey(), user);
    }
    JsonObject file = new JsonObject();
    file.addProperty("url", url);
    file.addProperty("pid", ProcessHandle.current().pid());
    file.add("users", users);
    return file + "\n";
  }

  /** A file as it was written. */
  record Written(Path path, String content) {

    /** Removes the file, unless another hub has written its own there meanwhile. */
    void remove() throws IOException {
      if (Files.exists(path) && Files.readString(path).equals(content)) {
        Files.deleteIfExists(path);
      }
    }
  }
}
