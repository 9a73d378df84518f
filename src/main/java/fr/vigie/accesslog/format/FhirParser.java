package fr.vigie.accesslog.format;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Parses one AuditEvent with the server's own JSON-P: nothing more to ship, and only resources that
 * concern somebody are parsed. Their size and depth were bounded when they were found.
 */
final class FhirParser implements RecordParser {
  private static final byte[] RECORDED = ByteSearch.text("\"recorded\"");
  private static final byte[] PERIOD = ByteSearch.text("\"period\"");
  private static final byte[] OCCURRED = ByteSearch.text("\"occurred");
  private static final byte[] CONTAINED = ByteSearch.text("\"contained\"");
  private static final byte[] BINARY = ByteSearch.text("\"valueBase64Binary\"");
  private static final byte[] SESSION = ByteSearch.text("ession");

  private final LogShape shape;
  private final Charset charset;
  private final TimeReader times;
  private final JsonReaderFactory factory = Json.createReaderFactory(Map.of());

  FhirParser(LogShape shape) {
    this.shape = shape;
    this.charset = AsUtf8.charset(shape.charset());
    this.times = new TimeReader(shape.timeFormat(), shape.zone(), shape.clockOffset());
  }

  @Override
  public boolean mayConcern(Place place, Watch.Needles sought, boolean sessions) {
    return sought.mayBeIn(place.bytes(), place.from(), place.to(), '\\', 'u')
        || sessions && has(place, BINARY) && has(place, SESSION);
  }

  private static boolean has(Place place, byte[] text) {
    return ByteSearch.find(place.bytes(), place.from(), place.to(), text) >= 0;
  }

  /** When it was recorded, unless the record may say when it happened. */
  @Override
  public long glance(Place place) {
    byte[] bytes = place.bytes();
    int key = ByteSearch.find(bytes, place.from(), place.to(), RECORDED);
    if (key < 0 || has(place, PERIOD) || has(place, OCCURRED) || has(place, CONTAINED)) {
      return TimeReader.UNREADABLE;
    }
    int colon = ByteSearch.afterBlanks(bytes, key + RECORDED.length, place.to());
    int quote = ByteSearch.afterBlanks(bytes, colon + 1, place.to());
    int end = ByteSearch.find(bytes, quote + 1, place.to(), '"');
    boolean found = end >= 0 && bytes[colon] == ':' && bytes[quote] == '"';
    return found ? times.read(bytes, quote + 1, end) : TimeReader.UNREADABLE;
  }

  @Override
  public RejectReason read(Place place, AccessEvent event) {
    String text = new String(place.bytes(), place.from(), place.to() - place.from(), charset);
    JsonObject resource;
    try (JsonReader reader = factory.createReader(new StringReader(text))) {
      resource = reader.readObject();
    } catch (JsonException broken) {
      return RejectReason.SYNTAX;
    }
    FhirAuditEvent record = new FhirAuditEvent(resource);
    return record.isOne() ? tell(record, event) : RejectReason.SHAPE;
  }

  private RejectReason tell(FhirAuditEvent record, AccessEvent event) {
    long at = TimeReader.UNREADABLE;
    for (String time : record.times()) {
      byte[] written = time.getBytes(StandardCharsets.UTF_8);
      at = at == TimeReader.UNREADABLE ? times.read(written, 0, written.length) : at;
    }
    RejectReason wrong =
        record.times().isEmpty() ? RejectReason.INCOMPLETE : RecordTeller.wrong(at);
    if (wrong == null) {
      event.time(at, times.other());
      record.tell(event, shape);
    }
    return wrong;
  }
}
