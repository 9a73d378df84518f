package fr.vigie.launch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The caught mails as a read-only page: a list, and each mail as plain escaped text. */
final class MailPage implements AutoCloseable {
  private static final String FRAME =
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Caught mails</title>
      <meta name="viewport" content="width=device-width"><style>body{font:16px/1.5 sans-serif;
      max-width:60rem;margin:2rem auto;padding:0 1rem}pre{white-space:pre-wrap}</style></head>
      <body><main>%s</main></body></html>
      """;

  private final HttpServer server;
  private final Supplier<List<MimeMessage>> mails;

  MailPage(int port, Supplier<List<MimeMessage>> mails) {
    this.mails = mails;
    Ports.requireFree(port, "caught mails", "free it or choose another");
    try {
      server = HttpServer.create(new InetSocketAddress(Ports.LOOPBACK, port), 0);
      server.createContext("/", this::answer);
    } catch (IOException e) {
      throw new LaunchException("the page of caught mails cannot be served (" + e + ")", e);
    }
  }

  void start() {
    server.start();
  }

  URI address() {
    return URI.create("http://" + Ports.LOOPBACK + ":" + server.getAddress().getPort() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      List<MimeMessage> caught = mails.get();
      int status = 200;
      String content;
      if (!exchange.getRequestMethod().equals("GET")) {
        status = 405;
        content = "Read only";
      } else if (path.equals("/")) {
        content = list(caught);
      } else if (path.matches("/\\d{1,9}") && Integer.parseInt(path.substring(1)) < caught.size()) {
        content = one(caught.get(Integer.parseInt(path.substring(1))));
      } else {
        status = 404;
        content = "No such mail";
      }
      byte[] page = FRAME.formatted(content).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange
          .getResponseHeaders()
          .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
      exchange.sendResponseHeaders(status, page.length);
      exchange.getResponseBody().write(page);
    } catch (MessagingException e) {
      throw new IOException(e);
    }
  }

  private static String list(List<MimeMessage> caught) throws MessagingException {
    StringBuilder rows = new StringBuilder("<h1>Caught mails: " + caught.size() + "</h1><ol>");
    for (int i = 0; i < caught.size(); i++) {
      MimeMessage mail = caught.get(i);
      rows.append(
          "<li><a href=\"/%d\">%s</a> to %s</li>"
              .formatted(i, escaped(mail.getSubject()), recipients(mail)));
    }
    return rows.append("</ol>").toString();
  }

  private static String one(MimeMessage mail) throws MessagingException, IOException {
    return "<p><a href=\"/\">All mails</a></p><h1>%s</h1><p>From %s<br>To %s<br>%s</p>%s"
        .formatted(
            escaped(mail.getSubject()),
            escaped(Arrays.toString(mail.getFrom())),
            recipients(mail),
            mail.getSentDate(),
            content(mail));
  }

  private static String content(Part part) throws MessagingException, IOException {
    Object content = part.getContent();
    if (content instanceof Multipart parts) {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart inner = parts.getBodyPart(i);
        all.append(content(inner));
      }
      return all.toString();
    }
    if (content instanceof String text && part.getFileName() == null) {
      return "<pre>" + escaped(text) + "</pre>";
    }
    return "<p>Attached: " + escaped(fileName(part)) + "</p>";
  }

  private static String fileName(Part part) throws MessagingException, IOException {
    String name = part.getFileName();
    return name == null ? part.getContentType() : MimeUtility.decodeText(name);
  }

  private static String recipients(MimeMessage mail) throws MessagingException {
    return mail.getAllRecipients() == null
        ? "nobody"
        : Arrays.stream(mail.getAllRecipients())
            .map(Object::toString)
            .map(MailPage::escaped)
            .collect(Collectors.joining(", "));
  }

  private static String escaped(String text) {
    return text == null
        ? "(none)"
        : text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
