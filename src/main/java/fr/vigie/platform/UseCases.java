package fr.vigie.platform;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which feature an act belongs to: the audit trail names an act by its class and method alone. The
 * name of a use case is unique over all features.
 */
@ApplicationScoped
public class UseCases {
  @Inject BeanManager beans;

  private final Map<String, String> features = new TreeMap<>();

  @PostConstruct
  void find() {
    beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .map(Bean::getBeanClass)
        .filter(type -> type.isAnnotationPresent(UseCase.class))
        .forEach(type -> features.put(type.getSimpleName(), feature(type)));
  }

  /** The feature of an act such as {@code Qualification.qualify}; empty when it is no more. */
  public Optional<String> feature(String act) {
    int dot = act.indexOf('.');
    return Optional.ofNullable(features.get(dot < 0 ? act : act.substring(0, dot)));
  }

  /** Names of a feature's use cases. */
  public Set<String> of(String feature) {
    return features.entrySet().stream()
        .filter(entry -> entry.getValue().equals(feature))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Use cases stand in their feature's root package. */
  private static String feature(Class<?> useCase) {
    String place = useCase.getPackageName();
    return place.substring(place.lastIndexOf('.') + 1);
  }
}
