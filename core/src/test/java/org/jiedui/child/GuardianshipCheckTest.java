package org.jiedui.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.jiedui.child.Pupils.DAYS;
import static org.jiedui.child.Pupils.RECORDED;
import static org.jiedui.child.Pupils.ZONE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.jiedui.id.CarerId;
import org.jiedui.person.PersonName;
import org.jiedui.text.Coded;
import org.jiedui.time.DateRange;
import org.jiedui.time.Timeline;
import org.jiedui.time.Viewpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GuardianshipCheckTest {

  private static final Delegation ALL_DONE =
      new Delegation(
          Optional.of(LocalDate.of(2025, 8, 30)),
          Optional.of(LocalDate.of(2025, 8, 30)),
          Optional.of(LocalDate.of(2025, 8, 30)));
  private static final Carer GOOD = Pupils.carer("1960-05-05").withDelegation(ALL_DONE);

  private static ImmutableList<Finding> findings(Child child, String day) {
    return GuardianshipCheck.byLaw().findings(child, Viewpoint.on(LocalDate.parse(day)), ZONE);
  }

  private static String text(List<Finding> findings) {
    return findings.stream()
        .map(finding -> finding.kind().code() + " " + finding.since())
        .collect(Collectors.joining(", "));
  }

  private static Child living(Child child, Living living) {
    return Pupils.with(child, facts -> facts.withLiving(t -> t.with(DAYS, living, RECORDED)));
  }

  // Article 21.

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # born     | living       | on         | found
          2018-03-10 | unattended   | 2026-03-09 | unattended 2025-09-01
          2018-03-10 | unattended   | 2026-03-10 |
          2018-03-10 | alone        | 2026-03-09 | unattended 2025-09-01, living-alone 2025-09-01
          2018-03-10 | alone        | 2026-03-10 | living-alone 2025-09-01
          2018-03-10 | with-parents | 2025-09-10 |
          2018-03-10 | with-carer   | 2025-09-10 |
          2018-03-10 | boarding     | 2025-09-10 |
          2010-03-10 | alone        | 2026-03-09 | living-alone 2025-09-01
          2010-03-10 | alone        | 2026-03-10 |
          2010-03-10 | unattended   | 2025-09-10 |
          # the day before anybody knew
          2010-03-10 | alone        | 2025-08-31 |
          # born on 29 February: the age is reached on 28 February, or on the 29th if there is one
          2012-02-29 | alone        | 2028-02-28 | living-alone 2025-09-01
          2012-02-29 | alone        | 2028-02-29 |
          2010-02-28 | alone        | 2026-02-27 | living-alone 2025-09-01
          2010-02-28 | alone        | 2026-02-28 |
          2020-02-29 | unattended   | 2028-02-28 | unattended 2025-09-01
          2020-02-29 | unattended   | 2028-02-29 |
          """)
  void findings_ofWhereAChildLives_followItsAge(
      String born, String living, String day, String found) {
    Child child = living(Pupils.born(born), text(living));
    assertThat(text(findings(child, day))).isEqualTo(found == null ? "" : found);
  }

  private static Living text(String code) {
    return Coded.find(Living.class, code).orElseThrow();
  }

  @Test
  void findings_ofAChildWhoNeedsSpecialCare_haveNoAgeForBeingUnattended() {
    Child child =
        living(Pupils.born("2012-03-10"), Living.UNATTENDED)
            .withProfile(
                ChildProfile.none()
                    .withHealth(
                        Optional.of(
                            ChildHealth.disability(DisabilityKind.INTELLECTUAL, 2)
                                .withSpecialCare())));
    assertThat(text(findings(child, "2025-12-10"))).isEqualTo("unattended 2025-09-01");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # born     | carer | boards | living       | found
          2014-03-10 | no    | no     |              | no-adult-known 2025-09-01, carer-missing 2025-09-01
          2014-03-10 | no    | yes    |              | carer-missing 2025-09-01
          2014-03-10 | no    | no     | boarding     | carer-missing 2025-09-01
          2014-03-10 | no    | no     | with-parents | carer-missing 2025-09-01
          2014-03-10 | no    | no     | alone        | living-alone 2025-09-01, carer-missing 2025-09-01
          2014-03-10 | yes   | no     |              |
          2009-03-10 | no    | no     |              | carer-missing 2025-09-01
          2007-03-10 | no    | no     | alone        |
          """)
  void findings_ofAChildWhoseParentsAreBothAway_askForSomebody(
      String born, String carer, String boards, String living, String found) {
    Child child = Pupils.bothAway(Pupils.born(born));
    if (carer.equals("yes")) {
      child = Pupils.caredForBy(child, GOOD);
    }
    if (boards.equals("yes")) {
      child = Pupils.with(child, facts -> facts.withBoarding(t -> t.with(DAYS, true, RECORDED)));
    }
    if (living != null) {
      child = living(child, text(living));
    }
    assertThat(text(findings(child, "2025-12-10"))).isEqualTo(found == null ? "" : found);
  }

  @Test
  void findings_ofAChildOneOfWhoseParentsIsThere_askForNobody() {
    Child child =
        Pupils.with(
            Pupils.born("2014-03-10"),
            facts ->
                facts
                    .withFather(t -> t.with(DAYS, Whereabouts.away(Optional.empty()), RECORDED))
                    .withMother(t -> t.with(DAYS, Whereabouts.atHome(), RECORDED)));
    assertThat(findings(child, "2025-12-10")).isEmpty();
  }

  // Article 22.

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # carer's birth date | on         | found
          2007-12-10           | 2025-12-09 | carer-is-minor 2025-09-01
          2007-12-10           | 2025-12-10 |
          2008-02-29           | 2026-02-27 | carer-is-minor 2025-09-01
          2008-02-29           | 2026-02-28 |
          1960-05-05           | 2025-12-10 |
                               | 2025-12-10 | carer-age-unknown 2025-09-01
          """)
  void findings_ofACarersAge_endOnTheEighteenthBirthday(String born, String day, String found) {
    Child child =
        Pupils.caredForBy(
            Pupils.born("2014-03-10"),
            Pupils.carer(born == null ? "" : born).withDelegation(ALL_DONE));
    assertThat(text(findings(child, day))).isEqualTo(found == null ? "" : found);
  }

  @ParameterizedTest
  @EnumSource
  void findings_ofEachBar_areOfItsOwnKind(CarerBar bar) {
    Carer carer = GOOD.withSuitability(CarerSuitability.unknown().withBars(ImmutableSet.of(bar)));
    List<Finding> found =
        findings(Pupils.caredForBy(Pupils.born("2014-03-10"), carer), "2025-12-10");
    assertThat(found).extracting(Finding::kind).containsExactly(FindingKind.of(bar));
    assertThat(found.get(0).wording().chinese()).contains(bar.wording().chinese());
    assertThat(found.get(0).article()).isEqualTo(LawArticle.ofMinorsLaw("22"));
  }

  @ParameterizedTest
  @CsvSource({"true, ''", "false, carer-without-capacity 2025-09-01", "'', ''"})
  void findings_ofCapacity_areOfOneThatIsKnownToBeMissing(String capacity, String found) {
    Optional<Boolean> known =
        capacity.isEmpty() ? Optional.empty() : Optional.of(Boolean.valueOf(capacity));
    Carer carer = GOOD.withSuitability(CarerSuitability.unknown().withFullCapacity(known));
    assertThat(text(findings(Pupils.caredForBy(Pupils.born("2014-03-10"), carer), "2025-12-10")))
        .isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # heard on | asked from the age of | on         | found
                     | 0                     | 2025-09-01 | child-not-heard 2025-09-01
                     | 12                    | 2026-03-09 |
                     | 12                    | 2026-03-10 | child-not-heard 2026-03-10
          2025-10-01 | 0                     | 2025-09-30 | child-not-heard 2025-09-01
          2025-10-01 | 0                     | 2025-10-01 |
          2025-08-01 | 0                     | 2025-09-01 |
          """)
  void findings_ofTheChildsView_followTheDayAndTheAge(
      String heardOn, int from, String day, String found) {
    Carer carer =
        GOOD.withDelegation(
            ALL_DONE.withChildHeardOn(Optional.ofNullable(heardOn).map(LocalDate::parse)));
    ImmutableList<Finding> findings =
        GuardianshipCheck.of(GuardianshipSettings.byLaw().withHeardFrom(from))
            .findings(
                Pupils.caredForBy(Pupils.born("2014-03-10"), carer),
                Viewpoint.on(LocalDate.parse(day)),
                ZONE);
    assertThat(text(findings)).isEqualTo(found == null ? "" : found);
  }

  // Article 23.

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # school   | village    | days | on         | found
                     | 2025-08-30 | 7    | 2025-09-07 |
                     | 2025-08-30 | 7    | 2025-09-08 | school-not-notified 2025-09-08
                     | 2025-08-30 | 0    | 2025-09-01 | school-not-notified 2025-09-01
          2025-08-30 |            | 7    | 2025-12-10 | village-not-notified 2025-09-08
          2025-08-30 |            | 30   | 2025-12-10 | village-not-notified 2025-10-01
          2025-10-20 | 2025-10-21 | 7    | 2025-10-19 | school-not-notified 2025-09-08, village-not-notified 2025-09-08
          2025-10-20 | 2025-10-21 | 7    | 2025-10-20 | village-not-notified 2025-09-08
          2025-10-20 | 2025-10-21 | 7    | 2025-10-21 |
          """)
  void findings_ofNotices_beginAfterSomeDays(
      String school, String village, int days, String day, String found) {
    Carer carer =
        GOOD.withDelegation(
            new Delegation(
                Optional.ofNullable(school).map(LocalDate::parse),
                Optional.ofNullable(village).map(LocalDate::parse),
                ALL_DONE.childHeardOn()));
    ImmutableList<Finding> findings =
        GuardianshipCheck.of(GuardianshipSettings.byLaw().withNoticeDays(days))
            .findings(
                Pupils.caredForBy(Pupils.born("2014-03-10"), carer),
                Viewpoint.on(LocalDate.parse(day)),
                ZONE);
    assertThat(text(findings)).isEqualTo(found == null ? "" : found);
    for (Finding finding : findings) {
      assertThat(finding.article()).isEqualTo(LawArticle.ofMinorsLaw("23"));
      assertThat(finding.wording().chinese()).contains(" " + days + " 天");
      assertThat(finding.daysOn(finding.since())).isEqualTo(1);
    }
  }

  @Test
  void findings_ofAnotherCarer_beginWithThatOne() {
    Carer grandmother = Pupils.carer("").withDelegation(ALL_DONE);
    Carer aunt =
        Carer.of(CarerId.of("p-2"), PersonName.of("秘密姑"), Relation.FATHERS_SISTER)
            .withDelegation(ALL_DONE);
    Child child =
        Pupils.with(
            Pupils.caredForBy(Pupils.born("2014-03-10"), grandmother),
            facts ->
                facts.withCarer(t -> t.with(DateRange.parse("2025-10-15/.."), aunt, RECORDED)));
    assertThat(text(findings(child, "2025-10-14"))).isEqualTo("carer-age-unknown 2025-09-01");
    assertThat(text(findings(child, "2025-10-15"))).isEqualTo("carer-age-unknown 2025-10-15");
  }

  @Test
  void findings_ofACarerOfWhomMoreIsKnownLater_goOnFromTheBegin() {
    Carer before = Pupils.carer("1960-05-05");
    Carer later = before.withSuitability(CarerSuitability.unknown().withHealth(Optional.of("良好")));
    Child child =
        Pupils.with(
            Pupils.caredForBy(Pupils.born("2014-03-10"), before),
            facts ->
                facts.withCarer(t -> t.with(DateRange.parse("2025-11-01/.."), later, RECORDED)));
    assertThat(text(findings(child, "2025-12-10")))
        .isEqualTo(
            "child-not-heard 2025-09-01, school-not-notified 2025-09-08,"
                + " village-not-notified 2025-09-08");
  }

  // Dates of knowledge.

  @Test
  void findings_knownOn_hideWhatWasRecordedLater() {
    Instant november = Instant.parse("2025-11-10T04:00:00Z");
    Child child =
        Pupils.with(
            Pupils.born("2014-03-10"),
            facts -> facts.withLiving(t -> t.with(DAYS, Living.ALONE, november)));
    LocalDate day = LocalDate.of(2025, 12, 10);
    GuardianshipCheck check = GuardianshipCheck.byLaw();
    assertThat(check.findings(child, Viewpoint.of(day, LocalDate.of(2025, 11, 9)), ZONE)).isEmpty();
    assertThat(text(check.findings(child, Viewpoint.of(day, LocalDate.of(2025, 11, 10)), ZONE)))
        .isEqualTo("living-alone 2025-09-01");
  }

  /** What holds on each day, asked day by day, must be what the first days tell. */
  @Test
  void since_isTheFirstOfTheDaysWithoutABreak() {
    long seed = 20251123;
    Random random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      Child child = randomChild(random);
      LocalDate last = LocalDate.of(2025, 9, 1).plusDays(random.nextInt(120));
      for (Finding finding : findings(child, last.toString())) {
        for (LocalDate day = finding.since(); !day.isAfter(last); day = day.plusDays(1)) {
          assertThat(kindsOn(child, day, last))
              .as("seed %s round %s %s on %s", seed, round, finding.kind(), day)
              .contains(finding.kind());
        }
        LocalDate before = finding.since().minusDays(1);
        boolean sameCarer = carerOn(child, before).equals(carerOn(child, last));
        assertThat(kindsOn(child, before, last).contains(finding.kind()) && sameCarer)
            .as("seed %s round %s %s before %s", seed, round, finding.kind(), finding.since())
            .isFalse();
      }
    }
  }

  private static List<FindingKind> kindsOn(Child child, LocalDate day, LocalDate knownOn) {
    return GuardianshipCheck.byLaw().findings(child, Viewpoint.of(day, knownOn), ZONE).stream()
        .map(Finding::kind)
        .toList();
  }

  private static Optional<CarerId> carerOn(Child child, LocalDate day) {
    return child.facts().carer().on(day).map(Carer::id);
  }

  private static Child randomChild(Random random) {
    LocalDate born = LocalDate.of(2009, 9, 1).plusDays(random.nextInt(3650));
    Child child = Pupils.born(born.toString());
    CareFacts facts = CareFacts.none();
    for (int i = 0; i < 3; i++) {
      facts =
          facts
              .withFather(t -> t.with(someDays(random), someWhereabouts(random), RECORDED))
              .withMother(t -> t.with(someDays(random), someWhereabouts(random), RECORDED))
              .withCarer(t -> someCarers(t, random))
              .withBoarding(t -> t.with(someDays(random), random.nextBoolean(), RECORDED));
      if (random.nextBoolean()) {
        ImmutableList<Living> all = ImmutableList.copyOf(Living.values());
        Living living = all.get(random.nextInt(all.size()));
        facts = facts.withLiving(t -> t.with(someDays(random), living, RECORDED));
      }
    }
    return child.withFacts(facts);
  }

  private static Timeline<Carer> someCarers(Timeline<Carer> timeline, Random random) {
    Carer carer =
        Carer.of(CarerId.of("p-" + random.nextInt(2)), PersonName.of("某某"), Relation.OTHER_RELATIVE)
            .withBirthDate(
                random.nextInt(3) == 0
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(2007, 9, 1).plusDays(random.nextInt(200))))
            .withDelegation(new Delegation(someDay(random), someDay(random), someDay(random)))
            .withSuitability(
                CarerSuitability.unknown().withFullCapacity(Optional.of(random.nextBoolean())));
    return random.nextInt(4) == 0
        ? timeline.without(someDays(random), RECORDED)
        : timeline.with(someDays(random), carer, RECORDED);
  }

  private static Optional<LocalDate> someDay(Random random) {
    return random.nextInt(3) == 0
        ? Optional.empty()
        : Optional.of(LocalDate.of(2025, 9, 1).plusDays(random.nextInt(120)));
  }

  private static Whereabouts someWhereabouts(Random random) {
    return random.nextInt(4) == 0 ? Whereabouts.atHome() : Whereabouts.away(Optional.empty());
  }

  private static DateRange someDays(Random random) {
    LocalDate from = LocalDate.of(2025, 8, 20).plusDays(random.nextInt(100));
    return random.nextBoolean()
        ? DateRange.startingOn(from)
        : DateRange.ofClosed(from, from.plusDays(random.nextInt(40)));
  }

  // What it tells, and its numbers.

  @Test
  void findings_nameNobody() {
    Child child = Pupils.caredForBy(Pupils.bothAway(Pupils.born("2019-03-10")), Pupils.carer(""));
    assertThat(findings(child, "2025-12-10")).isNotEmpty();
    assertThat(findings(child, "2025-12-10").toString()).doesNotContain("秘密", "2019", "p-1");
  }

  @ParameterizedTest
  @EnumSource
  void article_ofEveryKind_isOfTheMinorsLaw(FindingKind kind) {
    assertThat(kind.article().source()).isEqualTo("未成年人保护法");
    assertThat(kind.article().article()).isIn("21", "22", "23");
    assertThat(kind.article().textOf()).isEqualTo("2024-04-26");
  }

  @Test
  void settings_outOfBounds_areRejected() {
    assertThat(GuardianshipSettings.byLaw()).isEqualTo(new GuardianshipSettings(8, 16, 18, 0, 7));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GuardianshipSettings(19, 16, 18, 0, 7))
        .withMessage("attendedUnder (19) must be 0 to 18");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GuardianshipSettings.byLaw().withNoticeDays(-1))
        .withMessage("noticeDays (-1) must be 0 to 366");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LawArticle.ofMinorsLaw(" "))
        .withMessage("article must not be blank");
  }
}
