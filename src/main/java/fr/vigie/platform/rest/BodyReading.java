package fr.vigie.platform.rest;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NoContentException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.util.Arrays;

/** A body that is not the JSON asked for, or none at all, is the caller's mistake, not a fault. */
@Provider
public class BodyReading implements ReaderInterceptor, ContainerRequestFilter {
  private static final int MOST_BYTES = 1 << 20;

  /** No body of ours is nested more than five times; parsers recurse. */
  private static final int DEEPEST = 32;

  @Context ResourceInfo resource;

  /** No body at all, where one is wanted: readers are not even asked. */
  @Override
  public void filter(ContainerRequestContext request) {
    boolean wanted =
        Arrays.stream(resource.getResourceMethod().getParameters())
            .anyMatch(BodyReading::isTheBody);
    if (wanted && !request.hasEntity()) {
      throw new UnreadableException(null, null);
    }
  }

  private static boolean isTheBody(Parameter parameter) {
    return Arrays.stream(parameter.getAnnotations())
        .noneMatch(a -> a.annotationType().getPackageName().equals("jakarta.ws.rs"));
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (!MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
      return context.proceed(); // a file, taken as it comes
    }
    byte[] text = context.getInputStream().readNBytes(MOST_BYTES + 1);
    if (text.length > MOST_BYTES) {
      throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
    if (isTooDeep(text)) {
      throw new UnreadableException(null, null);
    }
    BodyTexts.check(text);
    context.setInputStream(new ByteArrayInputStream(text));
    try {
      Object body = context.proceed();
      if (body == null) {
        throw new UnreadableException(null, null);
      }
      return body;
    } catch (ProcessingException | JsonbException | JsonException | NoContentException malformed) {
      String field = FieldAtFault.find(malformed, context.getGenericType(), text).orElse(null);
      throw new UnreadableException(field, malformed);
    }
  }

  private static boolean isTooDeep(byte[] json) {
    int depth = 0;
    boolean inText = false;
    for (int i = 0; i < json.length; i++) {
      switch (json[i]) {
        case '"' -> inText = !inText;
        case '\\' -> i += inText ? 1 : 0;
        case '[', '{' -> depth += inText ? 0 : 1;
        case ']', '}' -> depth -= inText ? 0 : 1;
        default -> {}
      }
      if (depth > DEEPEST) {
        return true;
      }
    }
    return false;
  }
}
