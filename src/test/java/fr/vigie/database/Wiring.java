package fr.vigie.database;

import fr.vigie.accesslog.format.LogEngine;
import fr.vigie.platform.Acts;
import fr.vigie.platform.persistence.KeyRing;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Puts the application's own objects together as the container does: injected fields, all
 * implementations of an interface, events to their observers. Settings keep their Java defaults.
 */
final class Wiring {
  private static final List<Class<?>> ROOTS = roots();

  private final Map<Class<?>, Object> made = new HashMap<>();
  private final EntityManager entities;
  private final Acts acts;

  Wiring(EntityManager entities, Acts acts, Clock clock) {
    this.entities = entities;
    this.acts = acts;
    made.put(Acts.class, acts);
    made.put(Clock.class, clock);
    made.put(KeyRing.class, ring());
    made.put(LogEngine.class, LogEngine.NONE);
  }

  /** The keys of these tests, the same on every node. */
  private static KeyRing ring() {
    Properties keys = new Properties();
    keys.setProperty("current", "t1");
    keys.setProperty("key.t1", Base64.getEncoder().encodeToString(new byte[32]));
    byte[] other = new byte[32];
    Arrays.fill(other, (byte) 1);
    keys.setProperty("hmac.t1", Base64.getEncoder().encodeToString(other));
    return KeyRing.from(keys);
  }

  synchronized <T> T get(Class<T> type) {
    Object known = made.get(type);
    if (known == null) {
      known = create(type);
    }
    return type.cast(known);
  }

  /** Classes of the features' root packages, which need no server. */
  static Stream<Class<?>> classes() {
    return ROOTS.stream();
  }

  private Object create(Class<?> type) {
    boolean whole = false;
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      Object bean = constructor.newInstance();
      made.put(type, bean); // before its fields: beans may know each other
      if (bean instanceof Repository repository) {
        repository.use(entities, acts);
      }
      for (Class<?> level = type; level != Object.class; level = level.getSuperclass()) {
        for (Field field : level.getDeclaredFields()) {
          if (field.isAnnotationPresent(Inject.class) && ours(field)) {
            field.setAccessible(true);
            field.set(bean, value(field));
          }
        }
      }
      whole = true;
      return bean;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made without a server", e);
    } finally {
      if (!whole) {
        made.remove(type);
      }
    }
  }

  private static boolean ours(Field field) {
    Class<?> type = field.getType();
    return type.getName().startsWith("fr.vigie.")
        || type == Clock.class
        || type == Event.class
        || type == Instance.class;
  }

  private Object value(Field field) {
    Class<?> type = field.getType();
    if (type == Event.class) {
      return proxy(type, (method, values) -> fire(values[0]));
    }
    if (type == Instance.class) {
      return all(argument(field));
    }
    return get(type);
  }

  private Object all(Class<?> wanted) {
    List<Object> found =
        ROOTS.stream()
            .filter(type -> wanted.isAssignableFrom(type) && isConcrete(type))
            .<Object>map(this::get)
            .toList();
    return proxy(
        Instance.class,
        (method, values) -> method.equals("stream") ? found.stream() : found.iterator());
  }

  private Object fire(Object event) {
    for (Class<?> type : ROOTS) {
      for (Method method : type.getDeclaredMethods()) {
        if (observes(method, event)) {
          try {
            method.setAccessible(true);
            method.invoke(get(type), event);
          } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException refused
                ? refused // as the container does
                : new IllegalStateException(method.toString(), e);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(method.toString(), e);
          }
        }
      }
    }
    return null;
  }

  private static boolean observes(Method method, Object event) {
    return method.getParameterCount() == 1
        && method.getParameters()[0].isAnnotationPresent(Observes.class)
        && method.getParameterTypes()[0] == event.getClass();
  }

  private static Class<?> argument(Field field) {
    return (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
  }

  private static boolean isConcrete(Class<?> type) {
    return !type.isInterface() && !Modifier.isAbstract(type.getModifiers());
  }

  private interface Answer {
    Object to(String method, Object[] values);
  }

  private static Object proxy(Class<?> type, Answer answer) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, values) -> answer.to(method.getName(), values));
  }

  private static List<Class<?>> roots() {
    try {
      Path classes =
          Path.of(Acts.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(classes.resolve("fr/vigie"))) {
        return files
            .map(file -> classes.relativize(file).toString())
            .filter(name -> name.matches("fr/vigie/((platform|containment)/)?\\w+/[\\w$]+\\.class"))
            .filter(name -> !name.contains("package-info"))
            .filter(
                name -> !name.matches("fr/vigie/(platform|containment)/(web|rest|batch|fault)/.*"))
            .sorted()
            .<Class<?>>map(Wiring::load)
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(String file) {
    try {
      return Class.forName(
          String.join(".", Arrays.asList(file.replace(".class", "").split("/"))),
          false,
          Acts.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
