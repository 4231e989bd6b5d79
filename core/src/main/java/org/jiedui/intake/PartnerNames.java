package org.jiedui.intake;

import org.jiedui.id.PartnerId;

/**
 * The identifiers of partners whom files call by their names.
 *
 * <p>A name gets an identifier that follows from it, the same name always the same. A {@link
 * org.jiedui.activity.Partner} of that identifier in the school's book gives the name to plans and
 * calendars.
 *
 * <p>Example: {@code idOf("police-post")} is {@code police-post}; {@code idOf("青石乡派出所")} is {@code
 * p-} with 32 hexadecimal digits of the name's SHA-256.
 */
public final class PartnerNames {

  private PartnerNames() {}

  /**
   * Returns the identifier of a partner.
   *
   * @param text its identifier or its name, not blank; white space around it does not matter
   * @return the text itself if it is an identifier, or else one that follows from it
   * @throws IllegalArgumentException if the text is blank
   */
  public static PartnerId idOf(String text) {
    String partner =
        Texts.present(text)
            .orElseThrow(() -> new IllegalArgumentException("a partner must not be blank"));
    return PartnerId.of(Texts.isId(partner) ? partner : "p-" + RowKeys.digest(partner));
  }
}
