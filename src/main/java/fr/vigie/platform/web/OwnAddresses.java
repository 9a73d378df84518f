package fr.vigie.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Sends browsers on by the address as it was given, without a host. The container would put in the
 * one that the request claims, which anybody can invent.
 */
final class OwnAddresses extends HttpServletResponseWrapper {
  OwnAddresses(HttpServletResponse answer) {
    super(answer);
  }

  @Override
  public void sendRedirect(String address) throws IOException {
    if (isCommitted()) {
      throw new IllegalStateException("The answer has begun: no redirect is possible");
    }
    resetBuffer();
    setStatus(SC_FOUND);
    setHeader("Location", address);
    flushBuffer();
  }
}
