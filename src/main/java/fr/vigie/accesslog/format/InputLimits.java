package fr.vigie.accesslog.format;

/**
 * What a packed file may become when it is unpacked (zip bombs).
 *
 * @param clearBytes most bytes, all entries together
 * @param ratio most clear bytes for each packed one, once there are more than 64 MiB
 * @param entries most files in an archive
 */
public record InputLimits(long clearBytes, long ratio, int entries) {
  static final long FREE = 64L * 1024 * 1024;

  public static final InputLimits USUAL = new InputLimits(200L << 30, 1_000, 10_000);
}
