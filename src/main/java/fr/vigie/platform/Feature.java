package fr.vigie.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a feature's root package and lists the features it may use. {@code platform} is always
 * allowed. The staircase is checked by {@code ArchitectureTest}: a feature only uses what it
 * declares, and what it declares stands on a lower step.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
public @interface Feature {
  /** Step of the staircase; 0 is the ground. */
  int step();

  /** Names of the features used (the last part of their package). */
  String[] uses() default {};
}
