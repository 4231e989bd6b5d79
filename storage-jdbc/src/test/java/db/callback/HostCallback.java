package db.callback;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** A host's callback, which notes for which history it was called. */
public final class HostCallback implements Callback {

  /** The names of the tables of the histories. */
  public static final Queue<String> TABLES = new ConcurrentLinkedQueue<>();

  @Override
  public boolean supports(Event event, Context context) {
    return true;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    TABLES.add(context.getConfiguration().getTable());
  }

  @Override
  public String getCallbackName() {
    return "host";
  }
}
