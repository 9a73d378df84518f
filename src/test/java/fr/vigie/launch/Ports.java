package fr.vigie.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;

/** TCP ports of the loopback address. */
final class Ports {
  /** The only address anything here listens on. */
  static final String LOOPBACK = "127.0.0.1";

  private static final int FORK = Integer.getInteger("vigie.fork", 1);

  private Ports() {}

  /** A port that was free a moment ago. */
  static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(LOOPBACK, port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Refuses with one line when {@code port} is taken. */
  static void requireFree(int port, String what, String remedy) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(LOOPBACK, port));
    } catch (IOException e) {
      boolean forbidden = String.valueOf(e.getMessage()).contains("Permission denied");
      String why = forbidden ? "is for the administrator only" : "is already taken";
      throw new LaunchException(
          "port %d (%s) %s on %s: %s".formatted(port, what, why, LOOPBACK, remedy), e);
    }
  }

  /**
   * A base such that base + every offset is free; for servers that count from a base. Test
   * processes that start at once look at different ones.
   */
  static int freeBase(int... offsets) {
    for (int attempt = 0; attempt < 100; attempt++) {
      int base = 20000 + (int) (Math.random() * 50) * 200 + FORK % 2 * 100;
      if (Arrays.stream(offsets).allMatch(offset -> isFree(base + offset))) {
        return base;
      }
    }
    throw new LaunchException("no free block of ports found between 20000 and 30000");
  }
}
