package db.migration;

import db.callback.HostCallback;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** A host's migration, of the same version as the first of the store. */
public final class V1__Host_table extends BaseJavaMigration {

  @Override
  public void migrate(Context context) {
    HostCallback.TABLES.add(context.getConfiguration().getTable());
  }
}
