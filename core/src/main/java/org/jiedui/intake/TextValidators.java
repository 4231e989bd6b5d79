package org.jiedui.intake;

import static java.util.stream.Collectors.joining;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiedui.activity.Timing;
import org.jiedui.id.ActorId;
import org.jiedui.person.Address;
import org.jiedui.person.PersonName;
import org.jiedui.person.PhoneNumber;
import org.jiedui.person.ResidentId;
import org.jiedui.person.StudentNumber;
import org.jiedui.rule.Cadence;
import org.jiedui.rule.RuleSyntaxException;
import org.jiedui.rule.Scope;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** Validators of the texts of drafts. An empty text passes all of them: see {@code NotBlank}. */
final class TextValidators {

  private TextValidators() {}

  /** Reports a rule with details instead of the constraint's own. */
  static void report(ConstraintValidatorContext context, DraftRule rule, Object... details) {
    context.disableDefaultConstraintViolation();
    context
        .buildConstraintViolationWithTemplate(DraftValidator.template(rule, details))
        .addConstraintViolation();
  }

  /** The words of which one is allowed, for {@link DraftRule#NOT_ONE_OF}. */
  static Wording oneOf(Collection<? extends Coded> words) {
    return Wording.of(
        words.stream().map(each -> each.wording().chinese()).collect(joining("、")),
        words.stream().map(Coded::code).collect(joining(", ")));
  }

  private static boolean accepts(Runnable parsing) {
    try {
      parsing.run();
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Validates names. */
  public static final class Names implements ConstraintValidator<NameText, String> {

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      return text.isBlank() || PersonName.isValid(text);
    }
  }

  /** Validates dates. */
  public static final class Dates implements ConstraintValidator<DateText, String> {

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      return text.isBlank() || Texts.date(text).isPresent();
    }
  }

  /** Validates identifiers. */
  public static final class Ids implements ConstraintValidator<IdText, String> {

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      return text.isBlank() || accepts(() -> ActorId.of(text.strip()));
    }
  }

  /** Validates resident IDs and says what is wrong with them. */
  public static final class ResidentIds implements ConstraintValidator<ResidentIdText, String> {

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      if (text.isBlank()) {
        return true;
      }
      for (ResidentId.Fault fault : ResidentId.faultsIn(text)) {
        report(
            context,
            switch (fault) {
              case LENGTH -> DraftRule.RESIDENT_ID_LENGTH;
              case CHARACTERS -> DraftRule.RESIDENT_ID_CHARACTERS;
              case BIRTH_DATE -> DraftRule.RESIDENT_ID_BIRTH_DATE;
              case CHECK_CHARACTER -> DraftRule.RESIDENT_ID_CHECK;
            });
      }
      return ResidentId.faultsIn(text).isEmpty();
    }
  }

  /** Validates student numbers and says what is wrong with them. */
  public static final class StudentNumbers
      implements ConstraintValidator<StudentNumberText, String> {

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      if (text.isBlank() || StudentNumber.faultsIn(text).isEmpty()) {
        return true;
      }
      boolean onlyCheck =
          StudentNumber.faultsIn(text).stream()
              .allMatch(fault -> fault == StudentNumber.Fault.CHECK_CHARACTER);
      report(context, onlyCheck ? DraftRule.STUDENT_NUMBER_CHECK : DraftRule.STUDENT_NUMBER);
      return false;
    }
  }

  /** Validates telephone numbers. */
  public static final class Phones implements ConstraintValidator<PhoneText, String> {

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      return text.isBlank()
          || !accepts(() -> PhoneNumber.of(text))
          || PhoneNumber.of(text).isKnown();
    }
  }

  /** Validates addresses. */
  public static final class Addresses implements ConstraintValidator<AddressText, String> {

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      return text.isBlank() || accepts(() -> Address.of(text));
    }
  }

  /** Validates words of a set. */
  public static final class CodedTexts implements ConstraintValidator<CodedText, String> {

    private Class<? extends Coded> type = Coded.class;
    private boolean many;

    @Override
    public void initialize(CodedText constraint) {
      type = constraint.value();
      many = constraint.many();
    }

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      List<String> words = many ? Texts.words(text) : List.of(text.strip());
      boolean named = words.stream().allMatch(word -> coded().anyMatch(each -> each.isNamed(word)));
      // Separators alone are not empty, and yet no word.
      if (text.isBlank() || (named && !words.isEmpty())) {
        return true;
      }
      report(context, DraftRule.NOT_ONE_OF, oneOf(coded().toList()));
      return false;
    }

    private Stream<Coded> coded() {
      return Arrays.stream(type.getEnumConstants());
    }
  }

  /** Validates whole numbers. */
  public static final class WholeNumbers implements ConstraintValidator<WholeNumberText, String> {

    private int min;
    private int max;

    @Override
    public void initialize(WholeNumberText constraint) {
      min = constraint.min();
      max = constraint.max();
    }

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      Optional<Integer> number = Texts.number(text).filter(n -> n >= min && n <= max);
      if (text.isBlank() || number.isPresent()) {
        return true;
      }
      report(context, DraftRule.NOT_A_NUMBER, min + "–" + max);
      return false;
    }
  }

  /** Validates scopes and says where they are wrong. */
  public static final class Scopes implements ConstraintValidator<ScopeText, String> {

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      return isSyntax(text, context, () -> Scope.parse(text));
    }
  }

  /** Validates cadences and says where they are wrong. */
  public static final class Cadences implements ConstraintValidator<CadenceText, String> {

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      return isSyntax(text, context, () -> Cadence.parse(text));
    }
  }

  /** Validates timings and says where they are wrong. */
  public static final class Timings implements ConstraintValidator<TimingText, String> {

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      return isSyntax(text, context, () -> Timing.parse(text));
    }
  }

  /** Validates amounts of activities and says where they are wrong. */
  public static final class QuotaAmounts implements ConstraintValidator<QuotaAmountText, String> {

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      if (!isSyntax(text, context, () -> Texts.amount(text))) {
        return false;
      }
      if (text.isBlank() || Texts.amount(text).isPresent()) {
        return true;
      }
      report(context, DraftRule.QUOTA_AMOUNT);
      return false;
    }
  }

  private static boolean isSyntax(
      String text, ConstraintValidatorContext context, Runnable parsing) {
    if (text.isBlank()) {
      return true;
    }
    try {
      parsing.run();
      return true;
    } catch (RuleSyntaxException e) {
      report(context, DraftRule.SYNTAX, e.position() + 1, e.expected());
      return false;
    }
  }
}
