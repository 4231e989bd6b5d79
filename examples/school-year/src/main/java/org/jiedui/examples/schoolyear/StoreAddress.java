package org.jiedui.examples.schoolyear;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiedui.id.SchoolId;
import org.jiedui.text.Wording;

/** What the command line says of where to keep everything, checked. */
final class StoreAddress {

  private static final String MEMORY = "memory";

  private static final ImmutableList<String> DRIVERS =
      ImmutableList.of("jdbc:h2:", "jdbc:postgresql:", "jdbc:mariadb:");

  /** A password in an address could be read by whoever sees the list of processes. */
  private static final Pattern PASSWORD =
      Pattern.compile("(?i)[?&;](password|pwd|passwd|sslpassword)[^=&;]*=|//[^/@?;]*:[^/@?;]*@");

  private static final int ID_LENGTH = 12;

  private StoreAddress() {}

  /**
   * Opens the place.
   *
   * @param address {@code memory}, a JDBC address, or empty for a file
   * @param folder the folder of that file
   * @param user who logs in, if anybody
   * @param terminal asks for the password of a user
   * @throws InputException if the address is none, holds a password, or cannot be opened
   */
  static Place open(
      Optional<String> address, Path folder, Optional<String> user, Terminal.Passwords terminal) {
    if (address.isEmpty()) {
      return DatabasePlace.inFolder(folder);
    }
    String text = address.get().strip();
    if (text.equals(MEMORY)) {
      return MemoryPlace.open();
    }
    if (DRIVERS.stream().noneMatch(text::startsWith)) {
      throw wrong(
          "--store 应为 memory，或以 jdbc:h2:、jdbc:postgresql:、jdbc:mariadb: 开头的地址",
          "--store must be memory, or an address that begins with jdbc:h2:, jdbc:postgresql: or"
              + " jdbc:mariadb:");
    }
    if (PASSWORD.matcher(text).find()) {
      throw wrong(
          "密码不能写在命令行上：请用 --user，并把密码放在环境变量 " + Terminal.PASSWORD + " 里，或在提示时输入",
          "a password must not stand on the command line: use --user, and the environment variable "
              + Terminal.PASSWORD
              + " or the prompt");
    }
    return DatabasePlace.open(text, user, user.flatMap(terminal::of));
  }

  private static InputException wrong(String chinese, String english) {
    return new InputException(ExitCode.USAGE, Wording.of(chinese, english));
  }

  /**
   * Returns the id under which the school of a folder is kept: another folder is another school.
   *
   * @param folder the folder
   */
  static SchoolId schoolOf(Path folder) {
    Path real;
    try {
      real = folder.toRealPath();
    } catch (IOException e) {
      real = folder.toAbsolutePath().normalize();
    }
    return SchoolId.of(
        "school-"
            + Hashing.sha256()
                .hashString(real.toString(), StandardCharsets.UTF_8)
                .toString()
                .substring(0, ID_LENGTH));
  }

  /**
   * Reads a school's id.
   *
   * @throws InputException if the text is none
   */
  static SchoolId schoolNamed(String text) {
    try {
      return SchoolId.of(text.strip());
    } catch (IllegalArgumentException e) {
      throw wrong(
          "--school-id 只能用字母、数字和 . _ : -，1 至 64 个字符",
          "--school-id must be 1 to 64 letters, digits or . _ : -");
    }
  }
}
