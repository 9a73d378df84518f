package fr.vigie.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the application whether it is ready to serve. */
final class HealthProbe {
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final HttpRequest request;
  private String last = "no answer";

  HealthProbe(URI base) {
    request =
        HttpRequest.newBuilder(base.resolve("/health/ready"))
            .timeout(Duration.ofSeconds(20))
            .build();
  }

  boolean isReady() throws InterruptedException {
    try {
      var answer = client.send(request, BodyHandlers.ofString());
      last = answer.statusCode() + " " + answer.body().lines().findFirst().orElse("");
      // Before the application is deployed the server answers 200 or 404 without any check of it.
      return answer.statusCode() == 200 && answer.body().contains("\"name\"");
    } catch (IOException e) {
      last = e.toString();
      return false;
    }
  }

  /** What the application said last, for the message of a failure. */
  String last() {
    return last;
  }
}
