package fr.vigie.incident;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people call an incident: {@code NOR-2025-0007}, the seventh of the year 2025 in Normandie.
 * Sorted by region, year and number, so that 10000 comes after 9999.
 *
 * @param region ISO 3166-2 code of the region or territory without {@code FR-}: NOR, IDF, 20R
 *     (Corse), 974 (La Réunion), PM; text, never a number
 * @param year year of the incident in the region, 4 digits
 * @param number rank in the year, from 1
 */
public record IncidentReference(String region, int year, long number)
    implements Comparable<IncidentReference> {

  /** Longest text: 3 + 1 + 4 + 1 + 9. */
  public static final int LENGTH = 18;

  private static final Pattern REGION = Pattern.compile("[0-9A-Z]{2,3}");

  /** At least four digits; a fifth one only when it is needed, so that each text is unique. */
  private static final Pattern FORM =
      Pattern.compile("([0-9A-Z]{2,3})-([0-9]{4})-([0-9]{4}|[1-9][0-9]{4,8})");

  private static final long LAST_NUMBER = 999_999_999;

  private static final Comparator<IncidentReference> ORDER =
      Comparator.comparing(IncidentReference::region)
          .thenComparingInt(IncidentReference::year)
          .thenComparingLong(IncidentReference::number);

  public IncidentReference {
    Objects.requireNonNull(region, "region");
    if (!REGION.matcher(region).matches()) {
      throw new IllegalArgumentException("Not a region code: " + region);
    }
    if (year < 2000 || year > 9999 || number < 1 || number > LAST_NUMBER) {
      throw new IllegalArgumentException("Not a year and a number: " + year + ", " + number);
    }
  }

  /** Reads what a person typed or a link carries; small letters and outer spaces are forgiven. */
  public static Optional<IncidentReference> parse(String text) {
    if (text == null || text.length() > 2 * LENGTH) {
      return Optional.empty();
    }
    Matcher parts = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!parts.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(parts.group(2));
    long number = Long.parseLong(parts.group(3));
    if (year < 2000 || number < 1) {
      return Optional.empty();
    }
    return Optional.of(new IncidentReference(parts.group(1), year, number));
  }

  @Override
  public int compareTo(IncidentReference other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s-%04d-%04d", region, year, number);
  }
}
