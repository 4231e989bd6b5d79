package org.jiedui.child;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.jiedui.child.Pupils.DAYS;
import static org.jiedui.child.Pupils.FIRST_DAY;
import static org.jiedui.child.Pupils.RECORDED;
import static org.jiedui.child.Pupils.ZONE;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.person.Address;
import org.jiedui.person.PersonName;
import org.jiedui.person.PhoneNumber;
import org.jiedui.text.Coded;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileCheckTest {

  private static final LocalDate DAY = LocalDate.of(2025, 12, 10);
  private static final Optional<LocalDate> EARLY = Optional.of(LocalDate.of(2025, 9, 2));
  private static final Optional<Address> ADDRESS = Optional.of(Address.of("青石村"));
  private static final Optional<PhoneNumber> PHONE = Optional.of(PhoneNumber.of("15065720625"));

  private static final Parent PARENT =
      Parent.of(PersonName.of("李某"), PHONE)
          .withBirthDate(Optional.of(LocalDate.of(1985, 1, 1)))
          .withEmployer(Optional.of("某厂"))
          .withContactWish(Optional.of("周日"));

  private static final Carer CARER =
      Pupils.carer("1960-05-05")
          .withPhone(PHONE)
          .withAddress(ADDRESS)
          .withDelegation(new Delegation(EARLY, EARLY, EARLY))
          .withSuitability(
              new CarerSuitability(
                  Optional.of("务农"),
                  Optional.of("良好"),
                  Optional.of(new CarerRating(CarerAbility.GOOD, LocalDate.of(2025, 9, 2))),
                  Optional.of(true),
                  ImmutableSet.of()));

  /** A child whose file lacks nothing but the resident ID, with both parents away. */
  private static Child complete() {
    Child bare = Pupils.born("2014-03-10");
    Whereabouts away = Whereabouts.away(ADDRESS).withAbleToCare(Optional.of(true));
    return new Child(
        bare.schoolId(),
        bare.id(),
        bare.studentNumber(),
        bare.name(),
        bare.sex(),
        Optional.of("汉族"),
        bare.birthDate(),
        Optional.empty(),
        Optional.of(Registration.RURAL),
        Optional.of(PARENT),
        Optional.of(PARENT),
        new ChildProfile(
            ADDRESS,
            ADDRESS,
            Optional.of(ChildHealth.healthy()),
            Optional.of("务农"),
            Optional.of("无")),
        CareFacts.none()
            .withPlacement(t -> t.with(DAYS, new Placement(ClassId.of("4-1"), 4), RECORDED))
            .withBoarding(t -> t.with(DAYS, false, RECORDED))
            .withFather(t -> t.with(DAYS, away, RECORDED))
            .withMother(t -> t.with(DAYS, away, RECORDED))
            .withCarer(t -> t.with(DAYS, CARER, RECORDED))
            .withSchooling(t -> t.with(DAYS, Schooling.ENROLLED, RECORDED))
            .withLiving(t -> t.with(DAYS, Living.WITH_CARER, RECORDED)));
  }

  private static FileGaps gaps(Child child) {
    return FileCheck.usual().gaps(child, Viewpoint.on(DAY), ZONE);
  }

  private static List<String> missing(Child child) {
    return gaps(child).missing().stream().map(FileField::code).toList();
  }

  @Test
  void gaps_ofACompleteFile_areNone() {
    assertThat(missing(complete())).isEmpty();
    assertThat(gaps(complete()).isComplete()).isTrue();
  }

  @Test
  void gaps_withTheResidentIdAskedFor_areThat() {
    assertThat(
            FileCheck.of(ImmutableList.copyOf(FileField.values()))
                .gaps(complete(), Viewpoint.on(DAY), ZONE)
                .missing())
        .containsExactly(FileField.RESIDENT_ID);
  }

  @Test
  void gaps_ofABareFile_nameParentsAsAWhole() {
    Child bare = Pupils.born("2014-03-10").withParents(Optional.empty(), Optional.empty());
    assertThat(missing(bare))
        .containsExactly(
            "ethnicity",
            "registration",
            "registration-place",
            "residence",
            "class",
            "boarding",
            "health",
            "schooling",
            "living",
            "income-source",
            "aid",
            "father-name",
            "father-whereabouts",
            "mother-name",
            "mother-whereabouts");
  }

  /** What is taken from a complete file, and what it then lacks. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          residence               | residence
          registration-place      | registration-place
          health                  | health
          disability-without-more | disability
          income                  | income-source
          boarding                |
          living                  | living
          boarding-and-living     | boarding;living
          aid                     | aid
          father                  | father-name
          father-phone            | father-phone
          father-birth-date       | father-birth-date
          father-employer         | father-employer
          father-wish             | father-contact-wish
          father-ability          | father-ability
          father-workplace        | father-workplace
          father-at-home          |
          mother-unknown          | mother-whereabouts
          carer                   | carer
          carer-phone             | carer-phone
          carer-address           | carer-address
          carer-birth-date        | carer-birth-date
          carer-suitability       | carer-occupation;carer-health;carer-capacity;carer-rating
          carer-delegation        | school-notice;village-notice;child-view
          carer-notices-later     | school-notice;village-notice;child-view
          carer-rated-later       | carer-rating
          """)
  void gaps_ofAFileThatLacksSomething_areThat(String taken, String missing) {
    assertThat(missing(without(complete(), taken)))
        .containsExactlyElementsOf(
            missing == null ? List.of() : Splitter.on(';').splitToList(missing));
  }

  private static Child without(Child child, String taken) {
    ChildProfile profile = child.profile();
    Optional<LocalDate> later = Optional.of(DAY.plusDays(1));
    return switch (taken) {
      case "residence" -> child.withProfile(profile.withResidence(Optional.empty()));
      case "registration-place" ->
          child.withProfile(profile.withRegistrationPlace(Optional.empty()));
      case "health" -> child.withProfile(profile.withHealth(Optional.empty()));
      case "disability-without-more" ->
          child.withProfile(profile.withHealth(Optional.of(ChildHealth.of(HealthKind.DISABILITY))));
      case "income" -> child.withProfile(profile.withIncomeSource(Optional.empty()));
      case "boarding" ->
          Pupils.with(child, facts -> facts.withBoarding(t -> t.without(DAYS, RECORDED)));
      case "living" ->
          Pupils.with(child, facts -> facts.withLiving(t -> t.without(DAYS, RECORDED)));
      case "boarding-and-living" -> without(without(child, "boarding"), "living");
      case "aid" -> child.withProfile(profile.withAid(Optional.empty()));
      case "father" ->
          // A name nobody knows takes its fields with it: they are not missing one by one.
          child.withParents(Optional.empty(), child.mother());
      case "father-phone" -> father(child, PARENT.withPhone(Optional.empty()));
      case "father-birth-date" -> father(child, PARENT.withBirthDate(Optional.empty()));
      case "father-employer" -> father(child, PARENT.withEmployer(Optional.empty()));
      case "father-wish" -> father(child, PARENT.withContactWish(Optional.empty()));
      case "father-ability" -> fatherIs(child, Whereabouts.away(ADDRESS));
      case "father-workplace" ->
          fatherIs(child, Whereabouts.away(Optional.empty()).withAbleToCare(Optional.of(true)));
      case "father-at-home" ->
          fatherIs(
              father(child, PARENT.withEmployer(Optional.empty())),
              Whereabouts.atHome().withAbleToCare(Optional.of(false)));
      case "mother-unknown" ->
          Pupils.with(child, facts -> facts.withMother(t -> t.without(DAYS, RECORDED)));
      case "carer" -> Pupils.with(child, facts -> facts.withCarer(t -> t.without(DAYS, RECORDED)));
      case "carer-phone" -> carerIs(child, CARER.withPhone(Optional.empty()));
      case "carer-address" -> carerIs(child, CARER.withAddress(Optional.empty()));
      case "carer-birth-date" -> carerIs(child, CARER.withBirthDate(Optional.empty()));
      case "carer-suitability" -> carerIs(child, CARER.withSuitability(CarerSuitability.unknown()));
      case "carer-delegation" -> carerIs(child, CARER.withDelegation(Delegation.none()));
      case "carer-notices-later" ->
          carerIs(child, CARER.withDelegation(new Delegation(later, later, later)));
      case "carer-rated-later" ->
          carerIs(
              child,
              CARER.withSuitability(
                  CARER
                      .suitability()
                      .withRating(later.map(day -> new CarerRating(CarerAbility.POOR, day)))));
      default -> throw new IllegalArgumentException(taken);
    };
  }

  private static Child father(Child child, Parent father) {
    return child.withParents(Optional.of(father), child.mother());
  }

  private static Child fatherIs(Child child, Whereabouts whereabouts) {
    return Pupils.with(child, facts -> facts.withFather(t -> t.with(DAYS, whereabouts, RECORDED)));
  }

  private static Child carerIs(Child child, Carer carer) {
    return Pupils.caredForBy(child, carer);
  }

  @Test
  void gaps_asOfAndKnownOn_followTheFacts() {
    LocalDate november = LocalDate.of(2025, 11, 10);
    Child child =
        Pupils.with(
            complete(),
            facts ->
                facts.withCarer(
                    t ->
                        t.with(
                            DateRange.startingOn(LocalDate.of(2025, 10, 1)),
                            CARER.withPhone(Optional.empty()),
                            november.atTime(9, 0).atZone(ZONE).toInstant())));
    FileCheck check = FileCheck.usual();
    assertThat(check.gaps(child, Viewpoint.of(DAY, november.minusDays(1)), ZONE).isComplete())
        .isTrue();
    assertThat(check.gaps(child, Viewpoint.of(DAY, november), ZONE).missing())
        .containsExactly(FileField.CARER_PHONE);
    assertThat(check.gaps(child, Viewpoint.of(LocalDate.of(2025, 9, 30), DAY), ZONE).isComplete())
        .isTrue();
    assertThat(check.gaps(child, Viewpoint.of(FIRST_DAY.minusDays(1), DAY), ZONE).missing())
        .contains(FileField.CLASS, FileField.FATHER_WHEREABOUTS)
        .doesNotContain(FileField.CARER);
  }

  @Test
  void summary_countsPerFieldAndListsTheChildren() {
    FileSummary summary =
        FileSummary.of(
            ImmutableList.of(
                gaps("c-3", "aid", "health"), gaps("c-1", "aid"), gaps("c-2"), gaps("c-4")));
    assertThat(summary.files())
        .extracting(each -> each.childId().value())
        .containsExactly("c-1", "c-2", "c-3", "c-4");
    assertThat(summary.complete()).isEqualTo(2);
    assertThat(summary.counts().toString()).isEqualTo("{HEALTH=1, AID=2}");
    assertThat(summary.childrenByField().get(FileField.AID))
        .containsExactly(ChildId.of("c-1"), ChildId.of("c-3"));
    assertThat(FileCheck.usual().summary(List.of(complete()), Viewpoint.on(DAY), ZONE).complete())
        .isEqualTo(1);
  }

  private static FileGaps gaps(String child, String... fields) {
    return new FileGaps(
        ChildId.of(child),
        ImmutableSet.copyOf(
            Stream.of(fields)
                .map(code -> Coded.find(FileField.class, code).orElseThrow())
                .collect(toImmutableList())));
  }

  // The values that a file holds.

  @Test
  void values_thatContradictThemselves_areRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChildHealth.disability(DisabilityKind.VISUAL, 5))
        .withMessage("grade must be 1 to 4");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ChildHealth(
                    HealthKind.ILLNESS,
                    Optional.of(DisabilityKind.VISUAL),
                    Optional.empty(),
                    Optional.empty(),
                    false))
        .withMessage("health of kind ILLNESS must have neither kind nor grade of disability");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChildHealth.illness(" "))
        .withMessage("note must not be blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChildProfile.none().withAid(Optional.of(" ")))
        .withMessage("aid must not be blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PARENT.withEmployer(Optional.of("")))
        .withMessage("employer must not be blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CarerSuitability.unknown().withHealth(Optional.of("")))
        .withMessage("health must not be blank");
  }
}
