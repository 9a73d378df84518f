package fr.vigie.it;

import fr.vigie.platform.Acts;
import fr.vigie.platform.Caller;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every act of every use case that the container knows, ready to be tried by anybody. */
@Dependent
class Gate {
  @Inject BeanManager beans;
  @Inject Acts acts;

  /** One public method of one use case. */
  record Attempt(Class<?> useCase, Method method) {
    String name() {
      return useCase.getSimpleName() + "." + method.getName();
    }

    Permission permission() {
      return method.getAnnotation(Requires.class).value();
    }
  }

  List<Attempt> attempts() {
    List<Attempt> found = new ArrayList<>();
    for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      Class<?> type = bean.getBeanClass();
      if (type.isAnnotationPresent(UseCase.class)) {
        for (Method method : type.getMethods()) {
          if (method.isAnnotationPresent(Requires.class)) {
            found.add(new Attempt(type, method));
          }
        }
      }
    }
    found.sort(Comparator.comparing(attempt -> attempt.name() + attempt.method()));
    return found;
  }

  /** What {@code caller} can tell after having tried. */
  String outcome(Attempt attempt, Caller caller, Guesses guesses) {
    Object[] arguments = guesses.of(attempt.method().getParameters());
    try {
      return acts.as(caller, () -> shape(attempt, arguments));
    } catch (Tried thrown) {
      return Outcome.of(thrown.getCause());
    }
  }

  private String shape(Attempt attempt, Object[] arguments) {
    Object useCase = jakarta.enterprise.inject.spi.CDI.current().select(attempt.useCase()).get();
    try {
      return Outcome.shape(attempt.method().invoke(useCase, arguments));
    } catch (InvocationTargetException e) {
      throw new Tried(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Tried extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Tried(Throwable cause) {
      super(cause);
    }
  }
}
