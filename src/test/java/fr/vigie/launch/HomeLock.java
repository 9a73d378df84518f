package fr.vigie.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One run at a time on a home folder; the system frees the lock of a killed run. */
final class HomeLock implements AutoCloseable {
  private final FileChannel channel;

  HomeLock(Path home) {
    Path file = Folders.create(home).resolve("lock");
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked()) {
        String holder = Files.readString(file).trim();
        channel.close();
        throw new LaunchException(
            "another run (pid %s) uses %s: stop it, or choose another folder with -Dvigie.home="
                .formatted(holder, home));
      }
      channel.truncate(0);
      String pid = Long.toString(ProcessHandle.current().pid());
      channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new LaunchException("cannot lock " + file + " (" + e + ")", e);
    }
  }

  private boolean locked() throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      System.err.println("The lock could not be freed (" + e + ")");
    }
  }
}
