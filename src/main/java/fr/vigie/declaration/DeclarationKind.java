package fr.vigie.declaration;

/** To whom a declaration goes. */
public enum DeclarationKind {
  /** GDPR art. 33: one for each controller, to the CNIL. */
  CNIL,
  /** CSP L.1111-8-2: to the ARS and ANS by the portal of health signals; one case or one site. */
  HEALTH
}
