package fr.vigie.platform;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission a use-case method asks of its caller. The interceptor that checks it, opens the
 * {@link Act} and writes the audit line lives in {@code identity}.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Requires {
  @Nonbinding
  Permission value() default Permission.NOBODY;
}
