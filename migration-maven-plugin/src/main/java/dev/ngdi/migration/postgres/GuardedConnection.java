package dev.ngdi.migration.postgres;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.PGConnection;

/**
 * The connection as a migration's code sees it: everything but beginning and ending. Whatever comes
 * from it leads back to it, not to the real one. Savepoints work: they are inside the transaction.
 */
final class GuardedConnection implements AutoCloseable {
  private static final Set<Class<?>> LEADING_BACK =
      Set.of(
          Statement.class,
          PreparedStatement.class,
          CallableStatement.class,
          DatabaseMetaData.class,
          ResultSet.class);
  private static final Set<String> REFUSED =
      Set.of("commit", "setAutoCommit", "close", "abort", "setReadOnly", "setNetworkTimeout");

  private final AtomicBoolean open = new AtomicBoolean(true);
  private final Connection guarded;

  GuardedConnection(Connection real) {
    guarded = proxy(Connection.class, new OfConnection(real));
  }

  /** What is handed to the code. */
  Connection connection() {
    return guarded;
  }

  /** Ends the code's use of it; the real connection stays open. */
  @Override
  public void close() {
    open.set(false);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            GuardedConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private Object call(Object target, Method method, Object[] arguments) throws Throwable {
    if (!open.get()) {
      throw new SQLException("the migration is over, and its connection is not its own any more");
    }
    if (method.getName().equals("unwrap")) {
      return unwrap(target, (Class<?>) arguments[0]);
    }
    Class<?> type = method.getReturnType();
    if (type == Connection.class) {
      return guarded;
    }
    Object result = Reflection.invoke(target, method, arguments);
    return result != null && LEADING_BACK.contains(type) ? wrap(type, result) : result;
  }

  private Object wrap(Class<?> type, Object target) {
    return proxy(type, (proxy, method, arguments) -> call(target, method, arguments));
  }

  private Object unwrap(Object target, Class<?> type) throws SQLException {
    if (type == PGConnection.class && target instanceof PGConnection) {
      return wrap(PGConnection.class, target);
    }
    throw new SQLException("a migration's connection is not unwrapped to " + type.getName());
  }

  private final class OfConnection implements InvocationHandler {
    private final Connection real;

    OfConnection(Connection real) {
      this.real = real;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      String name = method.getName();
      boolean wholeRollback = name.equals("rollback") && method.getParameterCount() == 0;
      if (REFUSED.contains(name) || wholeRollback) {
        throw new SQLException(
            "a migration does not call `" + name + "`: its transaction is begun and ended for it");
      }
      return call(real, method, arguments);
    }
  }
}
