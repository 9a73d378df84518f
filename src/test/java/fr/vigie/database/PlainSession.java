package fr.vigie.database;

import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/** A node of a test has no server around it whose settings could be asked for. */
public class PlainSession implements SessionCustomizer {
  @Override
  public void customize(Session session) {
    // nothing to customize
  }
}
