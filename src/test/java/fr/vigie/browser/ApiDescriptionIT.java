package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The running server describes the API by the committed document, and nothing else. */
class ApiDescriptionIT {
  private static final Path COMMITTED =
      Path.of(System.getProperty("vigie.project", "")).resolve("docs/api/openapi.yaml");
  private final Api api = new Api();

  @Test
  void the_server_serves_the_committed_document() throws Exception {
    ApiContract committed = ApiContract.read(Files.readString(COMMITTED));
    assertThat(ApiContract.served(api).document()).isEqualTo(committed.document());
  }

  @Test
  void without_a_token_it_is_not_served() {
    assertThat(api.call("GET", "/openapi", null, null, null).status()).isEqualTo(401);
  }
}
