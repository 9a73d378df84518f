package fr.vigie.containment.ldap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Opens sockets with a limit of its own for the connection and another for the TLS handshake, so
 * that a host that is not there is told from one that does not answer.
 */
final class LdapSockets extends SocketFactory {
  private final String host;
  private final int patienceMillis;
  private final SSLSocketFactory tls;

  /**
   * @param tls wraps the connection; null for a plain one
   */
  LdapSockets(String host, int patienceMillis, SSLSocketFactory tls) {
    this.host = host;
    this.patienceMillis = patienceMillis;
    this.tls = tls;
  }

  @Override
  public Socket createSocket(InetAddress address, int port) throws IOException {
    Socket plain = new Socket();
    try {
      connect(plain, address, port);
      return tls == null ? plain : encrypted(plain, port);
    } catch (IOException | RuntimeException e) {
      plain.close();
      throw e;
    }
  }

  @Override
  public Socket createSocket(String name, int port) throws IOException {
    return createSocket(InetAddress.getByName(name), port);
  }

  @Override
  public Socket createSocket(String name, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(name, port);
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(address, port);
  }

  private void connect(Socket plain, InetAddress address, int port) throws IOException {
    try {
      plain.connect(new InetSocketAddress(address, port), patienceMillis);
    } catch (SocketTimeoutException e) {
      throw new LdapFaults.NoConnection("no connection in " + patienceMillis + " ms");
    }
  }

  private Socket encrypted(Socket plain, int port) throws IOException {
    plain.setSoTimeout(patienceMillis);
    SSLSocket socket = (SSLSocket) tls.createSocket(plain, host, port, true);
    socket.startHandshake();
    socket.setSoTimeout(0);
    return socket;
  }
}
