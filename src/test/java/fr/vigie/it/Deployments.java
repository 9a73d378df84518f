package fr.vigie.it;

import java.io.File;
import java.net.URISyntaxException;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The one archive of all server tests: the built WAR, and the assertions they use. */
public final class Deployments {
  private Deployments() {}

  /** The WAR as Maven built it. */
  public static WebArchive war() {
    File built = new File(System.getProperty("vigie.war"));
    return ShrinkWrap.createFromZipFile(WebArchive.class, built).addAsLibraries(assertions());
  }

  private static File assertions() {
    try {
      return new File(Assertions.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
