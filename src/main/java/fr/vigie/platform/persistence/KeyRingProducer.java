package fr.vigie.platform.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the key ring once, at start: without its keys the application does not start. */
@ApplicationScoped
public class KeyRingProducer {
  @Inject
  @ConfigProperty(name = "vigie.keyring.file")
  String file;

  private KeyRing ring;

  @PostConstruct
  void read() {
    if (file == null || file.isBlank()) {
      throw new IllegalStateException("vigie.keyring.file must name the file of the key ring");
    }
    ring = KeyRing.read(Path.of(file));
  }

  /** Makes a fault of the ring a fault of the start, not of the first act. */
  void atStart(@Observes @Initialized(ApplicationScoped.class) Object event) {
    ring();
  }

  @Produces
  KeyRing ring() {
    return ring;
  }
}
