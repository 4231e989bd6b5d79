package org.jiedui.storage.jdbc;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.sql.SQLException;
import java.util.Optional;
import org.jiedui.person.Address;
import org.jiedui.person.DivisionCode;

/** How an address stands in two columns: its text and the code of its division. */
final class Addresses {

  private Addresses() {}

  @CanIgnoreReturnValue
  static Params bind(Optional<Address> address, Params row) {
    return row.text(address.map(Address::text))
        .text(address.flatMap(Address::divisionCode).map(DivisionCode::text));
  }

  static Optional<Address> read(Row row, String text, String division) throws SQLException {
    Optional<DivisionCode> code = row.findText(division).map(DivisionCode::parse);
    return row.findText(text)
        .map(line -> code.map(in -> Address.of(line, in)).orElseGet(() -> Address.of(line)));
  }
}
