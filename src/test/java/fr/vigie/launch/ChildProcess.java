package fr.vigie.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program we started. It runs in its own session, so that Ctrl-C reaches only us and we stop the
 * programs in the right order. Its pid is kept in a file: after a kill -9 of ours, the next start
 * finds the orphan.
 */
final class ChildProcess {
  private static final Path SETSID = Path.of("/usr/bin/setsid");
  private static final List<ChildProcess> RUNNING = new ArrayList<>();
  private static boolean ending;

  private final String name;
  private final Process process;
  private final Path pidFile;
  private final Path log;

  private ChildProcess(String name, Process process, Path pidFile, Path log) {
    this.name = name;
    this.process = process;
    this.pidFile = pidFile;
    this.log = log;
  }

  /** From now on no program is started: ours is ending. */
  static void startNoMore() {
    synchronized (RUNNING) {
      ending = true;
    }
  }

  static boolean isEnding() {
    synchronized (RUNNING) {
      return ending;
    }
  }

  /** Stops what is still running, e.g. a program started just before {@link #startNoMore}. */
  static void stopAll() {
    List<ChildProcess> left;
    synchronized (RUNNING) {
      left = List.copyOf(RUNNING);
    }
    left.forEach(child -> child.stop(60));
  }

  static ChildProcess start(
      String name, List<String> command, Map<String, String> environment, Path pidFile, Path log) {
    List<String> line = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      line.add(SETSID.toString());
    }
    line.addAll(command);
    try {
      Files.deleteIfExists(log);
      ProcessBuilder builder = new ProcessBuilder(line);
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      synchronized (RUNNING) {
        if (ending) {
          throw new LaunchException(name + " is not started: stopped meanwhile");
        }
        Process process = builder.start();
        ChildProcess child = new ChildProcess(name, process, pidFile, log);
        RUNNING.add(child);
        child.remember();
        return child;
      }
    } catch (IOException e) {
      throw new LaunchException(name + " cannot be started (" + e.getMessage() + ")", e);
    }
  }

  /** Without its pid file, a later run would not find it. */
  private void remember() throws IOException {
    try {
      Files.writeString(pidFile, Long.toString(process.pid()));
    } catch (IOException e) {
      stop(60);
      throw e;
    }
  }

  /**
   * Stops, gently, what an earlier run left: the process of {@code pidFile}, if its command line
   * still holds {@code mark}.
   */
  static void stopOrphan(String name, Path pidFile, String mark) {
    orphan(pidFile, mark)
        .ifPresent(
            handle -> {
              System.out.println("Stopping " + name + " left by an earlier run");
              handle.destroy();
              try {
                handle.onExit().get(60, TimeUnit.SECONDS);
              } catch (Exception e) {
                throw new LaunchException(
                    "%s of an earlier run (pid %d) does not stop: stop it by hand"
                        .formatted(name, handle.pid()),
                    e);
              }
            });
  }

  private static Optional<ProcessHandle> orphan(Path pidFile, String mark) {
    try {
      long pid = Long.parseLong(Files.readString(pidFile).trim());
      String line =
          Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1);
      return line.contains(mark) ? ProcessHandle.of(pid) : Optional.empty();
    } catch (IOException | NumberFormatException e) {
      return Optional.empty(); // no such file or process
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  Path log() {
    return log;
  }

  int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  /** A failure told with the log's last lines. */
  LaunchException failure(String what) {
    return new LaunchException(
        "%s %s; see %s%n%s".formatted(name, what, log, Folders.lastLines(log)));
  }

  /** Asks the program to end and waits; only one that does not listen is killed. */
  void stop(int patienceSeconds) {
    process.destroy();
    try {
      if (!process.waitFor(patienceSeconds, TimeUnit.SECONDS)) {
        System.err.println(name + " did not end in " + patienceSeconds + " s: killed");
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
      Files.deleteIfExists(pidFile);
      synchronized (RUNNING) {
        RUNNING.remove(this);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      System.err.println("Left behind: " + pidFile);
    }
  }
}
