package org.jiedui.storage.memory;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Function;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.CareWriter;

/** A store that hands every call of a repository to a fault, which may answer it wrongly. */
class TamperedStore implements CareStore {

  private static final ImmutableSet<String> OF_THE_TRANSACTION = ImmutableSet.of("sweep", "erase");

  private final CareStore store;
  private final Fault fault;

  /** Answers calls. */
  interface Fault {

    /** Returns the answer to a call. */
    Object answer(Call call);
  }

  /** A call of a repository, or of the transaction itself. */
  record Call(
      CareReader transaction, String name, Method method, Object target, List<Object> args) {

    /** Whether it is a call of, for instance, {@code contacts.add}. */
    boolean is(String repositoryAndMethod) {
      return name.equals(repositoryAndMethod);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the caller knows the method
    <T> T arg(int index) {
      return (T) args.get(index);
    }

    /** Lets the real store answer. */
    Object proceed() {
      return proceed(args.toArray());
    }

    /** Lets the real store answer other arguments. */
    Object proceed(Object... others) {
      return invoke(target, method, others);
    }

    CareWriter writer() {
      return (CareWriter) transaction;
    }
  }

  TamperedStore(Fault fault) {
    this(MemoryCareStore.create(), fault);
  }

  TamperedStore(CareStore store, Fault fault) {
    this.store = store;
    this.fault = fault;
  }

  /** Returns a store without any fault, to override a method of. */
  static Fault none() {
    return Call::proceed;
  }

  CareStore store() {
    return store;
  }

  @Override
  public <R> R read(Function<? super CareReader, ? extends R> work) {
    return store.read(reader -> work.apply(tampered(CareReader.class, reader)));
  }

  @Override
  public <R> R write(Function<? super CareWriter, ? extends R> work) {
    return store.write(writer -> work.apply(tampered(CareWriter.class, writer)));
  }

  @Override
  public void close() {
    store.close();
  }

  private <T extends CareReader> T tampered(Class<T> type, T transaction) {
    return proxy(
        type,
        (method, args) -> {
          if (OF_THE_TRANSACTION.contains(method.getName())) {
            return fault.answer(
                new Call(transaction, method.getName(), method, transaction, List.of(args)));
          }
          Object target = invoke(transaction, method, args);
          return target instanceof String
              ? target
              : proxy(
                  repositoryType(type, method),
                  (own, ownArgs) ->
                      fault.answer(
                          new Call(
                              transaction,
                              method.getName() + "." + own.getName(),
                              own,
                              target,
                              List.of(ownArgs))));
        });
  }

  static Class<?> repositoryType(Class<?> type, Method method) {
    try {
      // The method that was called may be the wider one of the supertype.
      return type.getMethod(method.getName()).getReturnType();
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  /** What a proxy does. */
  interface Handler {

    /** Answers a call. */
    Object call(Method method, Object[] args);
  }

  static <T> T proxy(Class<T> type, Handler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> handler.call(method, args == null ? new Object[0] : args)));
  }

  static Object invoke(Object target, Method method, Object[] args) {
    try {
      method.setAccessible(true);
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw TamperedStore.<RuntimeException>sneaky(requireNonNull(e.getCause()));
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // that is what sneaky means
  static <E extends Throwable> RuntimeException sneaky(Throwable failure) throws E {
    throw (E) failure;
  }
}
