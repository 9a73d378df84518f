package fr.vigie.accesslog.format;

import java.io.StringReader;
import java.nio.charset.Charset;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Parses one audit message with the platform's own parser, without document types and entities. */
final class AtnaParser implements RecordParser {
  private static final byte[] TIME = ByteSearch.text("EventDateTime=");
  private static final byte[] SESSION = ByteSearch.text("ession");
  private static final byte[] DETAIL = ByteSearch.text("ParticipantObjectDetail");
  private static final int DEEPEST = 32;

  /** An entity's name is looked for so far; the parser has refused the message in any case. */
  private static final int NAME_MOST = 64;

  /** The platform's parser is slow to make, and can be used again. */
  private static final String REUSE = "http://java.sun.com/xml/stream/properties/reuse-instance";

  private final LogShape shape;
  private final Charset charset;
  private final TimeReader times;
  private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

  AtnaParser(LogShape shape) {
    this.shape = shape;
    this.charset = AsUtf8.charset(shape.charset());
    this.times = new TimeReader(shape.timeFormat(), shape.zone(), shape.clockOffset());
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    if (factory.isPropertySupported(REUSE)) {
      factory.setProperty(REUSE, true);
    }
  }

  /** A session is written in base64: where one stands, the message is read. */
  @Override
  public boolean mayConcern(Place place, Watch.Needles sought, boolean sessions) {
    byte[] bytes = place.bytes();
    return sought.mayBeIn(bytes, place.from(), place.to(), '&', '#')
        || sessions
            && ByteSearch.find(bytes, place.from(), place.to(), SESSION) >= 0
            && ByteSearch.find(bytes, place.from(), place.to(), DETAIL) >= 0;
  }

  @Override
  public long glance(Place place) {
    byte[] bytes = place.bytes();
    int at = ByteSearch.find(bytes, place.from(), place.to(), TIME) + TIME.length;
    if (at < place.from() + TIME.length || at >= place.to()) {
      return TimeReader.UNREADABLE;
    }
    char quote = (char) bytes[at];
    int end = ByteSearch.find(bytes, at + 1, place.to(), quote);
    boolean quoted = (quote == '"' || quote == '\'') && end >= 0;
    return quoted ? times.read(bytes, at + 1, end) : TimeReader.UNREADABLE;
  }

  @Override
  public RejectReason read(Place place, AccessEvent event) {
    String text = new String(place.bytes(), place.from(), place.to() - place.from(), charset);
    try {
      AtnaMessage message = new AtnaMessage();
      if (!walk(text, message)) {
        return RejectReason.FORBIDDEN;
      }
      return tell(message, event);
    } catch (XMLStreamException broken) {
      return hasEntity(text) ? RejectReason.FORBIDDEN : RejectReason.SYNTAX;
    }
  }

  /** False when there are entities in it. */
  private boolean walk(String text, AtnaMessage message) throws XMLStreamException {
    XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
    try {
      int depth = 0;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          if (++depth > DEEPEST) {
            throw new XMLStreamException("deeper than a message is");
          }
          message.element(xml);
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        } else if (event == XMLStreamConstants.CHARACTERS) {
          message.text(xml);
        } else if (event == XMLStreamConstants.ENTITY_REFERENCE
            || event == XMLStreamConstants.DTD) {
          return false;
        }
      }
      return true;
    } finally {
      xml.close();
    }
  }

  private static boolean hasEntity(String text) {
    for (int i = text.indexOf('&'); i >= 0; i = text.indexOf('&', i + 1)) {
      int end = text.substring(i, Math.min(text.length(), i + NAME_MOST)).indexOf(';');
      String name = end < 0 ? "" : text.substring(i + 1, i + end);
      boolean own = !name.isEmpty() && name.chars().allMatch(Character::isLetterOrDigit);
      if (own && !java.util.Set.of("amp", "lt", "gt", "quot", "apos").contains(name)) {
        return true;
      }
    }
    return text.contains("<!DOCTYPE") || text.contains("<!ENTITY");
  }

  private RejectReason tell(AtnaMessage message, AccessEvent event) {
    if (message.time().isEmpty()) {
      return RejectReason.INCOMPLETE;
    }
    byte[] written = message.time().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    long at = times.read(written, 0, written.length);
    RejectReason wrong = RecordTeller.wrong(at);
    if (wrong == null) {
      event.time(at, times.other());
      message.tell(event, shape);
    }
    return wrong;
  }
}
