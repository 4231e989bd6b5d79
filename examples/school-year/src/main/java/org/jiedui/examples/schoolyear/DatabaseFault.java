package org.jiedui.examples.schoolyear;

import com.google.common.base.Throwables;
import java.sql.SQLException;
import java.util.Optional;
import org.jiedui.storage.StorageException;
import org.jiedui.text.Wording;

/**
 * Says in words why a database cannot be used. A driver's own words are left out: they may hold the
 * address with what stands in it, or values.
 */
final class DatabaseFault {

  /** H2: the file is open in another process. */
  private static final int IN_USE = 90020;

  /** MariaDB: no such database, and no right to it. */
  private static final int UNKNOWN_DATABASE = 1049;

  private static final int DATABASE_DENIED = 1044;

  /** H2: no such database, and none is made over the network. */
  private static final int NOT_FOUND = 90149;

  /** H2: the path of the file does not say where it begins. */
  private static final int RELATIVE_PATH = 90011;

  private DatabaseFault() {}

  /** Returns what to tell of a failure. */
  static InputException of(RuntimeException failure) {
    return new InputException(ExitCode.STORE, wording(failure));
  }

  private static Wording wording(RuntimeException failure) {
    Optional<SQLException> cause =
        Throwables.getCausalChain(failure).stream()
            .filter(SQLException.class::isInstance)
            .map(SQLException.class::cast)
            .reduce((outer, inner) -> inner.getSQLState() == null ? outer : inner);
    if (cause.isPresent()) {
      return wording(cause.get());
    }
    if (failure instanceof StorageException) {
      return Wording.of(
          "这个数据库不能用：种类不受支持，或表是由别的版本建立的（" + failure.getMessage() + "）",
          "this database cannot be used: " + failure.getMessage());
    }
    return Wording.of("看不懂数据库地址", "the address of the database cannot be read");
  }

  private static Wording wording(SQLException failure) {
    String state = Optional.ofNullable(failure.getSQLState()).orElse("");
    int code = failure.getErrorCode();
    if (code == IN_USE) {
      return Wording.of(
          "数据库文件正被另一个程序使用，请等它结束后重试",
          "the database file is in use by another program; try again when it has ended");
    }
    if (state.startsWith("28") || code == DATABASE_DENIED) {
      return Wording.of(
          "数据库拒绝登录：请核对用户名与密码", "the database refused the login: check user and password");
    }
    if (state.equals("3D000") || code == UNKNOWN_DATABASE || code == NOT_FOUND) {
      return Wording.of("没有这个数据库，请先建立", "there is no such database; create it first");
    }
    if (code == RELATIVE_PATH) {
      return Wording.of(
          "H2 文件的路径应为绝对路径，或以 ./ 开头", "the path of an H2 file must be absolute, or begin with ./");
    }
    if (state.startsWith("08")) {
      return Wording.of(
          "连不上数据库：请核对地址，并确认它已启动",
          "the database was not reached: check its address, and that it runs");
    }
    return Wording.of(
        "数据库出错（SQLState " + state + "，代码 " + code + "）",
        "the database failed (SQLState " + state + ", code " + code + ")");
  }
}
