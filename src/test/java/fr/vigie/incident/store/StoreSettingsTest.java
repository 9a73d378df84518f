package fr.vigie.incident.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoreSettingsTest {
  private static StoreSettings s3(String endpoint) {
    StoreSettings settings = new StoreSettings();
    settings.kind = "s3";
    settings.directory = "/tmp";
    settings.region = "eu-west-3";
    settings.endpoint = Optional.of(endpoint);
    settings.bucket = Optional.of("pieces");
    settings.key = Optional.of("vigie");
    settings.secret = Optional.of("le-secret");
    return settings;
  }

  @Test
  void aBucketIsReachedByTlsOrOnThisMachine() {
    assertThat(s3("https://s3.example").store()).isInstanceOf(S3Store.class);
    assertThat(s3("http://127.0.0.1:9000").store()).isInstanceOf(S3Store.class);
    assertThatThrownBy(() -> s3("http://s3.example").store()).hasMessageContaining("https");
  }

  @Test
  void whatIsMissingIsNamedAndNoSecretIsShown() {
    StoreSettings settings = s3("https://s3.example");
    settings.bucket = Optional.empty();
    assertThatThrownBy(settings::store)
        .hasMessageContaining("vigie.evidence.s3.bucket")
        .hasMessageNotContaining("le-secret");
  }

  @Test
  void anUnknownStoreIsRefused() {
    StoreSettings settings = s3("https://s3.example");
    settings.kind = "tape";
    assertThatThrownBy(settings::store).hasMessageContaining("tape");
  }
}
