package org.jiedui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiedui.SampleSchool.FIRST_DAY;
import static org.jiedui.SampleSchool.HONG;
import static org.jiedui.SampleSchool.MING;
import static org.jiedui.SampleSchool.SCHOOL;
import static org.jiedui.SampleSchool.TEACHER;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jiedui.access.AccessDeniedException;
import org.jiedui.access.Operation;
import org.jiedui.access.PrivacyAudit;
import org.jiedui.child.Child;
import org.jiedui.child.ConsentGiver;
import org.jiedui.child.GuardianConsent;
import org.jiedui.child.Retention;
import org.jiedui.child.Schooling;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ReferralId;
import org.jiedui.referral.Authority;
import org.jiedui.referral.Dropout;
import org.jiedui.referral.ReferralCause;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.contract.StoreDump;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the desk for data about children does, and the register of children who stay away, whatever
 * the store: a module with an adapter extends this class and opens an empty store.
 */
public abstract class PrivacyDeskContract {

  private static final LocalDate NOVEMBER = LocalDate.of(2025, 11, 1);

  private CareStore store;
  private SampleSchool sample;

  /** Creates the tests; JUnit calls {@link #openStore()} before each. */
  @SuppressWarnings("NullAway") // set up before each test
  protected PrivacyDeskContract() {}

  /**
   * Opens an empty store.
   *
   * @return the store
   */
  protected abstract CareStore openEmptyStore();

  @BeforeEach
  void openStore() {
    store = openEmptyStore();
    sample = new SampleSchool(store);
    sample.open();
    sample.setToday(NOVEMBER);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private PrivacyDesk desk() {
    return sample.administrator().privacy();
  }

  private Child child(ChildId id) {
    return store.read(reader -> reader.children().get(SCHOOL, id).value());
  }

  @Test
  void withoutConsent_areThoseUnder14WithNoneInForce_asKnownThen() {
    assertThat(desk().withoutConsent(SCHOOL, Viewpoint.on(NOVEMBER))).containsExactly(HONG, MING);
    GuardianConsent given =
        desk().consent(SCHOOL, MING, ConsentGiver.MOTHER, NOVEMBER.minusDays(3), Optional.empty());
    assertThat(desk().withoutConsent(SCHOOL, Viewpoint.on(NOVEMBER))).containsExactly(HONG);
    assertThat(desk().withoutConsent(SCHOOL, Viewpoint.of(NOVEMBER, NOVEMBER.minusDays(1))))
        .containsExactly(HONG, MING);
    sample
        .administrator()
        .peers()
        .consent(SCHOOL, HONG, ConsentGiver.MOTHER, FIRST_DAY, Optional.empty());
    assertThat(desk().withoutConsent(SCHOOL, Viewpoint.on(NOVEMBER)))
        .as("a consent to stays is none to data")
        .containsExactly(HONG);
    desk().withdraw(SCHOOL, given.id(), NOVEMBER);
    assertThat(desk().withoutConsent(SCHOOL, Viewpoint.on(NOVEMBER))).containsExactly(HONG, MING);
    assertThat(desk().consents(SCHOOL, MING)).hasSize(1);
    assertThat(desk().consents(SCHOOL, HONG)).isEmpty();
    LocalDate fourteen = child(MING).birthDate().plusYears(14);
    assertThat(desk().withoutConsent(SCHOOL, Viewpoint.of(fourteen, NOVEMBER)))
        .doesNotContain(MING);
    assertThat(desk().withoutConsent(SCHOOL, Viewpoint.of(fourteen.minusDays(1), NOVEMBER)))
        .contains(MING);
  }

  @Test
  void consent_ofACarer_orToSomethingElse_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> desk().consent(SCHOOL, MING, ConsentGiver.CARER, NOVEMBER, Optional.empty()))
        .withMessage("a consent to the keeping of data must be given by a guardian, not by carer");
    GuardianConsent ofStays =
        sample
            .administrator()
            .peers()
            .consent(SCHOOL, HONG, ConsentGiver.MOTHER, FIRST_DAY, Optional.empty());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> desk().withdraw(SCHOOL, ofStays.id(), NOVEMBER))
        .withMessage("consent %s is to something else than keeping-data", ofStays.id());
  }

  @Test
  void dueForErasure_isWhoLeftLongAgo_andErasedNothingIsLeft() {
    Retention retention = Retention.ofYears(3);
    LocalDate left = LocalDate.of(2026, 7, 5);
    sample.setToday(left);
    sample
        .administrator()
        .children()
        .addFacts(
            SCHOOL,
            MING,
            facts ->
                facts
                    .withPlacement(line -> line.without(DateRange.startingOn(left), now(left)))
                    .withCare(line -> line.without(DateRange.startingOn(left), now(left))));
    LocalDate due = left.plusYears(3);
    assertThat(desk().dueForErasure(SCHOOL, retention, Viewpoint.on(due.minusDays(1)))).isEmpty();
    assertThat(desk().dueForErasure(SCHOOL, retention, Viewpoint.on(due))).containsExactly(MING);
    assertThat(desk().dueForErasure(SCHOOL, retention, Viewpoint.of(due, left.minusDays(1))))
        .isEmpty();
    sample.setToday(due);

    assertThat(desk().erase(SCHOOL, MING)).isTrue();
    assertThat(desk().erase(SCHOOL, MING)).isFalse();

    assertThat(desk().dueForErasure(SCHOOL, retention, Viewpoint.on(due))).isEmpty();
    assertThat(sample.administrator().board().check(SCHOOL)).isEmpty();
    Map<String, Object> all = new TreeMap<>();
    all.putAll(
        store.<Map<String, Object>>read(
            reader -> StoreDump.of(reader, List.of(SCHOOL), ImmutableList.of())));
    all.keySet().removeIf(key -> key.endsWith(" audit") || key.endsWith("referrals"));
    assertThat(all.values()).noneMatch(each -> each.toString().contains(MING.value()));
    PrivacyAudit audit = desk().audit(SCHOOL, DateRange.ofDay(due), retention);
    assertThat(audit.erased()).containsExactly(MING);
  }

  private static Instant now(LocalDate day) {
    return SampleSchool.at(day);
  }

  @Test
  void audit_countsTheLogOfThePeriod_andNamesWhatIsToBePutRight() {
    LocalDate begin = NOVEMBER.plusDays(10);
    sample.setToday(begin);
    assertThat(desk().nextAudit(SCHOOL)).isEmpty();
    assertThat(desk().completeAudit(SCHOOL)).isEqualTo(begin);
    assertThat(desk().nextAudit(SCHOOL)).contains(begin.plusYears(1));
    LocalDate next = begin.plusDays(1);
    sample.setToday(next);
    sample.teacher().contacts().ofChild(SCHOOL, MING);
    sample.teacher().contacts().ofChild(SCHOOL, HONG);
    sample.teacher().contacts().ofChild(SCHOOL, HONG);
    assertThatThrownBy(() -> sample.teacher().privacy().erase(SCHOOL, HONG))
        .isInstanceOf(AccessDeniedException.class);

    PrivacyAudit audit = desk().audit(SCHOOL, DateRange.ofDay(next), Retention.ofYears(3));

    assertThat(audit.byOperation().get(Operation.SEE_CONTACTS))
        .isEqualTo(new PrivacyAudit.Tally(3, 0, 0));
    assertThat(audit.byOperation().get(Operation.ERASE_CHILD))
        .isEqualTo(new PrivacyAudit.Tally(0, 1, 0));
    assertThat(audit.byOperation()).hasSize(2);
    assertThat(audit.byActor())
        .containsEntry(ActorId.of(TEACHER.value()), new PrivacyAudit.Tally(3, 1, 0));
    assertThat(audit.children()).isEqualTo(2);
    assertThat(audit.refused()).isEqualTo(1);
    assertThat(audit.erased()).isEmpty();
    assertThat(audit.withoutConsent()).containsExactly(HONG, MING);
    assertThat(audit.lastAudit()).contains(begin);
    assertThat(audit.lines())
        .extracting(line -> line.in(Locale.ENGLISH))
        .containsExactly(
            "Audit of data protection, 2025-11-12 to 2025-11-12",
            "see contacts: 3 times, refused 0 times, 0 records",
            "erase a child's data: 0 times, refused 1 times, 0 records",
            "2 children, 1 actors, 0 children erased",
            "2 children under 14 without a guardian's consent, 0 to be erased",
            "The last audit was on 2025-11-11");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> desk().audit(SCHOOL, DateRange.startingOn(next), Retention.ofYears(3)));
  }

  @Test
  void dropouts_areRegisteredPersuadedReported_asKnownThen() {
    sample
        .administrator()
        .children()
        .addFacts(
            SCHOOL,
            MING,
            facts ->
                facts.withSchooling(
                    line ->
                        line.with(
                            DateRange.startingOn(NOVEMBER), Schooling.DROPPED_OUT, now(NOVEMBER))));
    ReferralsDesk referrals = sample.safeguarding().referrals();
    assertThat(steps(referrals, NOVEMBER)).containsExactly("c-ming 2025-11-01 register 0");
    assertThat(steps(referrals, NOVEMBER.minusDays(1))).isEmpty();
    LocalDate second = NOVEMBER.plusDays(1);
    sample.setToday(second);
    ReferralId id =
        referrals.raise(
            SCHOOL,
            MING,
            ReferralCause.droppedOut(),
            SampleSchool.at(second),
            TEACHER,
            Optional.empty());
    assertThat(steps(referrals, second)).containsExactly("c-ming 2025-11-01 persuade 0");
    LocalDate third = NOVEMBER.plusDays(2);
    sample.setToday(third);
    sample.teacher().contacts().record(SampleSchool.visit(MING, "k-1", third).notReached());
    assertThat(steps(referrals, third)).containsExactly("c-ming 2025-11-01 persuade 0");
    sample.teacher().contacts().record(SampleSchool.visit(MING, "k-2", third));
    assertThat(steps(referrals, third)).containsExactly("c-ming 2025-11-01 report 1");
    LocalDate fourth = NOVEMBER.plusDays(3);
    sample.setToday(fourth);
    referrals.report(
        SCHOOL, id, Authority.POLICE, SampleSchool.at(fourth), TEACHER, Optional.empty());
    assertThat(steps(referrals, fourth)).containsExactly("c-ming 2025-11-01 report 1");
    referrals.report(
        SCHOOL, id, Authority.EDUCATION, SampleSchool.at(fourth), TEACHER, Optional.empty());
    assertThat(steps(referrals, fourth)).containsExactly("c-ming 2025-11-01 nothing 1");
    assertThat(steps(referrals, third)).containsExactly("c-ming 2025-11-01 report 1");
    assertThat(steps(referrals, NOVEMBER)).containsExactly("c-ming 2025-11-01 register 0");
    Dropout line = referrals.dropouts(SCHOOL, Viewpoint.on(fourth)).get(0);
    assertThat(line.lastAttempt()).contains(third);
    assertThat(line.referral()).contains(id);
  }

  private static List<String> steps(ReferralsDesk referrals, LocalDate day) {
    return referrals.dropouts(SCHOOL, Viewpoint.on(day)).stream()
        .map(
            line ->
                line.child()
                    + " "
                    + line.since()
                    + " "
                    + line.next().code()
                    + " "
                    + line.attempts())
        .toList();
  }
}
