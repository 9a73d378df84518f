package fr.vigie.platform.rest;

/** The kinds of problems that the API tells apart. */
enum ProblemType {
  INVALID(400),
  NOT_SIGNED_IN(401),
  NOT_FOUND(404),
  CONFLICT(409),
  REFUSED(422),
  NOT_ACCEPTED(400),
  UNAVAILABLE(503),
  FAULT(500);

  private final int status;

  ProblemType(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }

  String urn() {
    return "urn:vigie:problem:" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
