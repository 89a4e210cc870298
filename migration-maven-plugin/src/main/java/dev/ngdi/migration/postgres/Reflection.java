package dev.ngdi.migration.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Calls on behalf of a proxy. */
final class Reflection {
  private Reflection() {}

  /** Calls the method, and throws what it throws. */
  static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
