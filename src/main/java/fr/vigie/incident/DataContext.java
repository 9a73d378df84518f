package fr.vigie.incident;

/** Category of data in the ENISA method (2013), which gives the base of the context value. */
public enum DataContext {
  /** Identity, contact, education, family, job. */
  SIMPLE,
  /** Location, traffic, habits. */
  BEHAVIOURAL,
  FINANCIAL,
  /** Health, politics, sexual life... */
  SENSITIVE
}
