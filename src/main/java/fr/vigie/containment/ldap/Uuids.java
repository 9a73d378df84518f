package fr.vigie.containment.ldap;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.UUID;

/** Identifiers that stay when an entry is renamed or moved. */
final class Uuids {
  private static final int LENGTH = 16;

  private Uuids() {}

  /** Empty when it is not written as RFC 4122 does. */
  static Optional<UUID> read(String text) {
    boolean written =
        text != null && text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    return written ? Optional.of(UUID.fromString(text)) : Optional.empty();
  }

  /** An {@code objectGUID}: its first three parts have their lowest byte first (MS-DTYP, 2.3.4). */
  static UUID ofGuid(byte[] guid) {
    if (guid == null || guid.length != LENGTH) {
      throw new IllegalArgumentException("not an objectGUID");
    }
    ByteBuffer parts = ByteBuffer.wrap(guid).order(ByteOrder.LITTLE_ENDIAN);
    long first = Integer.toUnsignedLong(parts.getInt());
    long second = Short.toUnsignedLong(parts.getShort());
    long third = Short.toUnsignedLong(parts.getShort());
    long low = parts.order(ByteOrder.BIG_ENDIAN).getLong();
    return new UUID(first << 32 | second << 16 | third, low);
  }

  static byte[] toGuid(UUID id) {
    long high = id.getMostSignificantBits();
    return ByteBuffer.allocate(LENGTH)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt((int) (high >>> 32))
        .putShort((short) (high >>> 16))
        .putShort((short) high)
        .order(ByteOrder.BIG_ENDIAN)
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
