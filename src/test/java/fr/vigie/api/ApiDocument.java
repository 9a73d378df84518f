package fr.vigie.api;

import static fr.vigie.api.ApiSchemas.map;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.vigie.platform.rest.ApiApplication;
import fr.vigie.platform.rest.Problem;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** OpenAPI 3.0 of all resources, read from their classes; the order never changes by itself. */
final class ApiDocument {
  private static final String ANY = MediaType.APPLICATION_OCTET_STREAM;
  private static final List<String> OF_READING = List.of("401", "404");
  private static final List<String> OF_WRITING = List.of("400", "401", "404", "409", "422");

  private final ApiSchemas schemas = new ApiSchemas();

  Map<String, Object> make() {
    Map<String, Object> paths = new TreeMap<>();
    TreeSet<String> tags = new TreeSet<>();
    for (Class<?> resource : resources()) {
      for (Method method : methods(resource)) {
        verb(method)
            .ifPresent(
                verb -> {
                  Map<String, Object> operation = operation(resource, method);
                  tags.addAll(strings(operation.get("tags")));
                  children(paths, path(resource, method)).put(verb, operation);
                });
      }
    }
    schemas.of(Problem.class);
    return map(
        "openapi", "3.0.3",
        "info",
            map(
                "title", "Vigie",
                "version", "1",
                "description",
                    "Case management for stolen accounts that open shared health identities. The"
                        + " same acts as on the pages, under the same rights. A token of one's own"
                        + " account page goes with every request. What does not exist and what is"
                        + " not the caller's are answered alike: 404."),
        "security", List.of(map("token", List.of())),
        "tags", tags.stream().map(tag -> map("name", tag)).toList(),
        "paths", paths,
        "components",
            map(
                "securitySchemes",
                map("token", map("type", "http", "scheme", "bearer")),
                "responses",
                problems(),
                "schemas",
                schemas.named()));
  }

  private static Map<String, Object> problems() {
    Map<String, Object> problems = new LinkedHashMap<>();
    map(
            "400", "The request cannot be read; the field is named where one is at fault.",
            "401", "No valid token came with the request.",
            "404", "Nothing there, or nothing of the caller's.",
            "409", "Somebody else has changed it since it was read.",
            "422", "Understood and refused, for the reason and at the field that are told.")
        .forEach(
            (status, text) ->
                problems.put(
                    "Problem" + status,
                    map(
                        "description",
                        text,
                        "content",
                        map(
                            Problem.MEDIA_TYPE,
                            map("schema", map("$ref", "#/components/schemas/Problem"))))));
    return problems;
  }

  private Map<String, Object> operation(Class<?> resource, Method method) {
    Operation said = required(method, Operation.class);
    boolean reading = verb(method).orElseThrow().equals("get");
    Map<String, Object> operation =
        map(
            "tags", List.of(required(resource, Tag.class).name()),
            "summary", said.summary(),
            "operationId", id(resource, method));
    List<Object> parameters = parameters(resource, method);
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters);
    }
    body(resource, method).ifPresent(body -> operation.put("requestBody", body));
    Map<String, Object> responses = answer(resource, method);
    for (String status : reading ? OF_READING : OF_WRITING) {
      responses.put(status, map("$ref", "#/components/responses/Problem" + status));
    }
    operation.put("responses", responses);
    return operation;
  }

  private static String id(Class<?> resource, Method method) {
    String name = resource.getSimpleName().replaceFirst("Resource$", "");
    String verb = method.getName();
    return name.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
        + name.substring(1)
        + verb.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
        + verb.substring(1);
  }

  private List<Object> parameters(Class<?> resource, Method method) {
    List<Object> parameters = new ArrayList<>();
    for (Field field : resource.getDeclaredFields()) {
      parameter(field, field.getGenericType()).ifPresent(parameters::add);
    }
    for (Parameter parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        for (Field field : parameter.getType().getDeclaredFields()) {
          parameter(field, field.getGenericType()).ifPresent(parameters::add);
        }
      }
      parameter(parameter, parameter.getParameterizedType()).ifPresent(parameters::add);
    }
    return parameters;
  }

  private Optional<Map<String, Object>> parameter(AnnotatedElement element, Type type) {
    PathParam path = element.getAnnotation(PathParam.class);
    QueryParam query = element.getAnnotation(QueryParam.class);
    if (path != null) {
      boolean number = type == Long.class || type == long.class;
      Map<String, Object> schema = map("type", "string");
      if (number) {
        schema.put("pattern", "[0-9]+"); // ids travel as text
      }
      return Optional.of(
          map("name", path.value(), "in", "path", "required", true, "schema", schema));
    }
    if (query == null) {
      return Optional.empty();
    }
    Map<String, Object> schema = schemas.of(type);
    ApiSchemas.limits(element, schema);
    DefaultValue usual = element.getAnnotation(DefaultValue.class);
    if (usual != null && !usual.value().isEmpty()) {
      boolean number = "integer".equals(schema.get("type"));
      schema.put("default", number ? (Object) Integer.valueOf(usual.value()) : usual.value());
    }
    boolean needed = element.isAnnotationPresent(NotNull.class);
    return Optional.of(
        map("name", query.value(), "in", "query", "required", needed, "schema", schema));
  }

  private Optional<Map<String, Object>> body(Class<?> resource, Method method) {
    return Arrays.stream(method.getParameters())
        .filter(
            parameter ->
                !parameter.isAnnotationPresent(PathParam.class)
                    && !parameter.isAnnotationPresent(QueryParam.class)
                    && !parameter.isAnnotationPresent(BeanParam.class))
        .findFirst()
        .map(
            parameter -> {
              Consumes consumes = either(resource, method, Consumes.class).orElseThrow();
              Map<String, Object> content = new LinkedHashMap<>();
              for (String type : consumes.value()) {
                boolean file = parameter.getType() == InputStream.class;
                content.put(
                    type,
                    map("schema", file ? file() : schemas.of(parameter.getParameterizedType())));
              }
              return map("required", true, "content", content);
            });
  }

  private Map<String, Object> answer(Class<?> resource, Method method) {
    APIResponseSchema said = method.getAnnotation(APIResponseSchema.class);
    String status = said == null ? "200" : said.responseCode();
    Type type = said == null ? method.getGenericReturnType() : said.value();
    String produced = either(resource, method, Produces.class).orElseThrow().value()[0];
    boolean file = type == Response.class;
    String media = produced.equals(MediaType.WILDCARD) ? ANY : produced;
    return map(
        status,
        map(
            "description",
            status.equals("201") ? "Made." : "Done.",
            "content",
            map(media, map("schema", file ? file() : schemas.of(type)))));
  }

  private static Map<String, Object> file() {
    return map("type", "string", "format", "binary");
  }

  private static List<Class<?>> resources() {
    List<Class<?>> resources = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages("fr.vigie")) {
      if (type.isAnnotatedWith(Path.class)) {
        resources.add(type.reflect());
      }
    }
    resources.sort(Comparator.comparing(Class::getName));
    return resources;
  }

  private static List<Method> methods(Class<?> resource) {
    List<Method> methods = new ArrayList<>(List.of(resource.getDeclaredMethods()));
    methods.sort(Comparator.comparing(Method::getName));
    return methods;
  }

  private static Optional<String> verb(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        return Optional.of(verb.value().toLowerCase(java.util.Locale.ROOT));
      }
    }
    return Optional.empty();
  }

  private static String path(Class<?> resource, Method method) {
    Path own = method.getAnnotation(Path.class);
    String root = ApiApplication.class.getAnnotation(ApplicationPath.class).value();
    String whole =
        root
            + "/"
            + required(resource, Path.class).value()
            + (own == null ? "" : "/" + own.value());
    return whole.replaceAll("/+", "/");
  }

  private static <A extends Annotation> A required(AnnotatedElement element, Class<A> type) {
    A found = element.getAnnotation(type);
    if (found == null) {
      throw new IllegalStateException(element + " needs @" + type.getSimpleName());
    }
    return found;
  }

  private static <A extends Annotation> Optional<A> either(
      Class<?> resource, Method method, Class<A> type) {
    return Optional.ofNullable(method.getAnnotation(type))
        .or(() -> Optional.ofNullable(resource.getAnnotation(type)));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> children(Map<String, Object> map, String key) {
    return (Map<String, Object>) map.computeIfAbsent(key, k -> new TreeMap<>());
  }

  @SuppressWarnings("unchecked")
  private static List<String> strings(Object list) {
    return (List<String>) list;
  }
}
