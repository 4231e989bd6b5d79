package org.jiedui.storage.jdbc;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source whose connections, statements and results hand every call to a test. */
final class Spy {

  private static final List<Class<?>> SPIED =
      List.of(
          Connection.class,
          CallableStatement.class,
          PreparedStatement.class,
          Statement.class,
          ResultSet.class);

  private Spy() {}

  /** Answers calls. */
  @FunctionalInterface
  interface Listener {

    /** Answers a call, mostly by letting the driver do so. */
    @Nullable Object answer(Call call) throws Throwable;
  }

  /** A call of a driver. */
  record Call(Object target, Method method, List<@Nullable Object> args) {

    /** Whether it is a call of, for instance, {@code Connection.commit}. */
    boolean is(Class<?> type, String name) {
      return type.isInstance(target) && method.getName().equals(name);
    }

    /** Lets the driver answer. */
    @Nullable Object proceed() throws Throwable {
      try {
        return method.invoke(target, args.toArray());
      } catch (InvocationTargetException e) {
        throw requireNonNull(e.getCause());
      }
    }
  }

  static DataSource on(DataSource dataSource, Listener listener) {
    return spied(DataSource.class, dataSource, listener);
  }

  private static <T> T spied(Class<T> type, Object target, Listener listener) {
    return type.cast(
        Proxy.newProxyInstance(
            Spy.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> {
              Object answer =
                  listener.answer(
                      new Call(target, method, args == null ? List.of() : Arrays.asList(args)));
              for (Class<?> each : SPIED) {
                if (answer != null && method.getReturnType() == each) {
                  return spied(each, answer, listener);
                }
              }
              return answer;
            }));
  }
}
