package org.jiedui.intake;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hibernate.validator.HibernateValidator;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/**
 * Runs the Jakarta constraints of drafts and gathers every violation.
 *
 * <p>Constraints name a {@link DraftRule} where others have a message; so there is no expression
 * language, no resource bundle that a host's could shadow, and both languages are there whatever
 * the locale.
 *
 * <p>Thread-safe; made once, since building the constraints' metadata is the expensive part.
 */
public final class DraftValidator {

  /** Stands between the code of a rule and each of its details. */
  private static final char SEPARATOR = '\u001f';

  /** Stands between the two languages of a detail. */
  private static final char LANGUAGES = '\u001e';

  private final Validator validator;

  private DraftValidator(Validator validator) {
    this.validator = validator;
  }

  /**
   * Returns a validator.
   *
   * @return the validator
   */
  @SuppressWarnings("MustBeClosed") // the factory holds nothing but memory
  public static DraftValidator create() {
    return new DraftValidator(
        Validation.byProvider(HibernateValidator.class)
            .configure()
            .ignoreXmlConfiguration()
            .messageInterpolator(new CodesAsTheyAre())
            .buildValidatorFactory()
            .getValidator());
  }

  /**
   * Checks a draft.
   *
   * @param row the row that it stands in, 0 for a form
   * @param draft the draft
   * @return every violation: the faults before the warnings, each of them by field, and those of
   *     one field in the order of {@link DraftRule}
   */
  public ImmutableList<Violation> check(int row, Object draft) {
    return validator.validate(draft).stream()
        .map(violation -> violation(row, violation))
        .sorted(Comparator.naturalOrder())
        .collect(toImmutableList());
  }

  private static Violation violation(int row, ConstraintViolation<?> violation) {
    List<String> parts = Splitter.on(SEPARATOR).splitToList(violation.getMessageTemplate());
    DraftRule rule =
        Coded.find(DraftRule.class, parts.get(0))
            .orElseThrow(
                () -> new IllegalStateException("no draft rule has the code " + parts.get(0)));
    Object[] details =
        rule == DraftRule.TOO_LONG
            ? new Object[] {violation.getConstraintDescriptor().getAttributes().get("max")}
            : parts.stream().skip(1).map(DraftValidator::detail).toArray();
    return Violation.of(row, violation.getPropertyPath().toString(), rule, details);
  }

  private static Wording detail(String part) {
    List<String> languages = Splitter.on(LANGUAGES).splitToList(part);
    return Wording.of(languages.get(0), languages.get(1));
  }

  /** Writes a rule and its details as the template of a constraint violation. */
  static String template(DraftRule rule, Object... details) {
    Stream<String> parts =
        Arrays.stream(details)
            .map(Violation::wording)
            .map(detail -> detail.chinese() + LANGUAGES + detail.english());
    return Joiner.on(SEPARATOR).join(Stream.concat(Stream.of(rule.code()), parts).toList());
  }

  /** Leaves templates as they are. */
  private static final class CodesAsTheyAre implements MessageInterpolator {

    @Override
    public String interpolate(String template, Context context) {
      return template;
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
      return template;
    }
  }
}
