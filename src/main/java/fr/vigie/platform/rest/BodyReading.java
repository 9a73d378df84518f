package fr.vigie.platform.rest;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NoContentException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A body that is not the JSON asked for, or none at all, is the caller's mistake, not a fault. */
@Provider
public class BodyReading implements ReaderInterceptor {
  private static final int MOST_BYTES = 1 << 20;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (!MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
      return context.proceed(); // a file, taken as it comes
    }
    byte[] text = context.getInputStream().readNBytes(MOST_BYTES + 1);
    if (text.length > MOST_BYTES) {
      throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
    BodyTexts.check(text);
    context.setInputStream(new ByteArrayInputStream(text));
    try {
      Object body = context.proceed();
      if (body == null) {
        throw new UnreadableBodyException(null, null);
      }
      return body;
    } catch (ProcessingException | JsonbException | JsonException | NoContentException malformed) {
      String field = FieldAtFault.find(malformed, context.getGenericType(), text).orElse(null);
      throw new UnreadableBodyException(field, malformed);
    }
  }
}
