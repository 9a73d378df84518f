package fr.vigie.it;

import fr.vigie.launch.LaunchException;
import fr.vigie.launch.Waiting;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The one archive of all server tests: the built WAR, and the assertions they use. */
public final class Deployments {
  private Deployments() {}

  private static final String DESCRIPTOR = "WEB-INF/web.xml";
  private static final String OPEN = "<url-pattern>/login.xhtml</url-pattern>";
  private static final String RUNNER = "<url-pattern>/ArquillianServletRunnerEE9</url-pattern>";

  /** The WAR as Maven built it, with this package and one more open door: that of the tests. */
  public static WebArchive war() {
    File built = new File(System.getProperty("vigie.war"));
    WebArchive war = ShrinkWrap.createFromZipFile(WebArchive.class, built);
    String descriptor = read(war.get(DESCRIPTOR).getAsset());
    war.delete(DESCRIPTOR);
    return war.add(new StringAsset(descriptor.replace(OPEN, OPEN + RUNNER)), DESCRIPTOR)
        .addPackage(Deployments.class.getPackage())
        .addClasses(Waiting.class, LaunchException.class)
        .addAsLibraries(assertions());
  }

  private static String read(Asset asset) {
    try (InputStream in = asset.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static File assertions() {
    try {
      return new File(Assertions.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
