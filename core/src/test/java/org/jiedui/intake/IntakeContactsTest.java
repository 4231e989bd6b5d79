package org.jiedui.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.intake.SampleSchool.startOf;
import static org.jiedui.intake.SampleSchool.texts;

import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Contact;
import org.jiedui.contact.ContactDetail;
import org.jiedui.contact.ContactNotes;
import org.jiedui.contact.MentorRecord;
import org.jiedui.contact.Party;
import org.jiedui.id.ActorId;
import org.jiedui.id.ContactId;
import org.jiedui.id.StaffId;
import org.jiedui.school.School;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeContactsTest {

  private static final ActorId CLERK = ActorId.of("office");
  private static final String PARENTS_CALL = "channel=电话 && madeBy=父亲 && staffNumber= && with=本人";

  private static IntakeResult<Contact> contacts(String... changes) {
    return SampleSchool.INTAKE.contacts(
        Drafts.goodRows(ContactDraft.class, changes), SampleSchool.withChildren(), CLERK);
  }

  private static ContactId id(String change) {
    return contacts(change).valuesOrThrow().get(0).id();
  }

  @Test
  void contacts_formsOfTheirChannels_becomeNotes() {
    Contact visit =
        contacts(
                "detail.conditions=平房 && detail.findings=整洁 && detail.needs=课外书 &&"
                    + " detail.feedback=已告知 && detail.followUpBy=2025/9/24 && detail.problem=作业"
                    + " && detail.measure=辅导 && detail.mentorEffect=有进步")
            .valuesOrThrow()
            .get(0);
    assertThat(visit.detail())
        .contains(
            new ContactDetail(
                Optional.of(
                    ContactNotes.HomeVisit.of("平房", "整洁", "课外书", "已告知")
                        .followUpBy(LocalDate.of(2025, 9, 24))),
                Optional.of(MentorRecord.of("作业", "辅导", "有进步")),
                Optional.empty()));
    Contact talk =
        contacts("channel=谈心 && detail.place=操场 && detail.content=同学 && detail.effect=开朗")
            .valuesOrThrow()
            .get(0);
    assertThat(talk.detail().orElseThrow().notes())
        .contains(ContactNotes.Talk.of("操场", "同学", "开朗"));
    Contact call =
        contacts("channel=电话 && detail.startedAt=8：05 && detail.minutes=12").valuesOrThrow().get(0);
    assertThat(call.detail().orElseThrow().notes())
        .contains(ContactNotes.Call.of(12).startedAt(LocalTime.of(8, 5)));
    assertThat(contacts("").valuesOrThrow().get(0).detail()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          channel=写信 && note=x && detail.problem=x && detail.followsUp=2025-09-01 | note letter-is-private, detail.problem letter-is-private, detail.followsUp letter-is-private
          channel=写信 && detail.minutes=3 && detail.conditions=x | detail.conditions letter-is-private, detail.minutes letter-is-private
          detail.minutes=3 && detail.place=x | detail.minutes not-of-channel, detail.place not-of-channel
          channel=电话 && detail.conditions=x && detail.followUpBy=2025-10-01 | detail.conditions not-of-channel, detail.followUpBy not-of-channel
          channel=电话 && reached=否 && detail.minutes=3 | detail.minutes not-connected
          channel=电话 && detail.minutes=1441 && detail.startedAt=24:00 | detail.minutes not-a-number, detail.startedAt not-a-time
          detail.followUpBy=soon && detail.findings=a×2001 | detail.findings too-long, detail.followUpBy not-a-date
          detail.followsUp=2025-09-01 | detail.followsUp no-such-visit
          """)
  void contacts_formOfAnotherChannel_isAFaultOfEachField(String change, String faults) {
    assertThat(
            contacts(change).faults().stream()
                .map(fault -> fault.field() + " " + fault.rule().code()))
        .containsExactlyInAnyOrder(faults.split(", ", -1));
  }

  @Test
  void contacts_fullRow_becomesAContact() {
    Contact contact = contacts("with=本人;委托照护人、father && note= 奶奶身体好 ").valuesOrThrow().get(0);
    assertThat(contact)
        .isEqualTo(
            new Contact(
                SampleSchool.SCHOOL.id(),
                SampleSchool.LUO_ID,
                contact.id(),
                LocalDate.of(2025, 9, 10),
                Channel.HOME_VISIT,
                Party.HOMEROOM_TEACHER,
                Optional.of(StaffId.of("T10")),
                ImmutableSet.of(Party.CHILD, Party.CARER, Party.FATHER),
                true,
                Optional.of("奶奶身体好"),
                Optional.empty(),
                startOf("2025-09-11"),
                CLERK,
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void contacts_attemptThatFailed_isKeptAsOne() {
    Contact contact = contacts(PARENTS_CALL + " && reached=否").valuesOrThrow().get(0);
    assertThat(contact.reached()).isFalse();
    assertThat(contact.madeBy()).isEqualTo(Party.FATHER);
    assertThat(contact.staff()).isEmpty();
    assertThat(contact.note()).isEmpty();
  }

  @Test
  void contacts_recorded_countsFromTheBeginningOfThatDayInTheSchoolsZone() {
    SchoolDirectory here = SampleSchool.withChildren();
    SchoolDirectory west =
        new SchoolDirectory(
            School.of(here.school().id(), here.school().name(), ZoneId.of("Asia/Urumqi")),
            here.firstDay(),
            here.classes(),
            here.staff(),
            here.children(),
            here.assignments());
    Contact contact =
        SampleSchool.INTAKE
            .contacts(Drafts.goodRows(ContactDraft.class, ""), west, CLERK)
            .valuesOrThrow()
            .get(0);
    assertThat(contact.recordedAt()).isEqualTo("2025-09-10T18:00:00Z");
    assertThat(west.school().dayOf(contact.recordedAt())).isEqualTo("2025-09-11");
  }

  @Test
  void contacts_identicalRows_areTwoContacts() {
    IntakeResult<Contact> result = contacts("", "", "with=本人");
    assertThat(result.violations()).isEmpty();
    assertThat(result.valuesOrThrow())
        .hasSize(3)
        .extracting(Contact::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.value().matches("k-[0-9a-f]{32}-[12]"));
  }

  @Test
  void contacts_sameRows_haveTheSameIdsWheneverTheyAreTakenIn() {
    IntakeResult<Contact> first = contacts("", PARENTS_CALL, "");
    IntakeResult<Contact> again = contacts(PARENTS_CALL, "", "");
    assertThat(again.values())
        .extracting(Contact::id)
        .containsExactlyInAnyOrderElementsOf(first.values().stream().map(Contact::id).toList());
    assertThat(contacts("", PARENTS_CALL, "")).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what is written instead        | keeps the id
          note=改过的备注                  | true
          recordedOn=2025-10-01            | true
          day=2025/9/10                    | true
          channel=home-visit               | true
          madeBy=homeroom-teacher          | true
          reached=yes                      | true
          with=委托照护人;本人             | true
          with=carer、child                | true
          with=本人;委托照护人;本人        | true
          studentNumber=g52242420181129483x | true
          day=2025-09-11                   | false
          studentNumber=G522424201906040891 | false
          channel=面谈                     | false
          madeBy=帮扶教师                  | false
          staffNumber=T11                  | false
          staffNumber=                     | false
          with=本人                        | false
          with=本人;委托照护人;父亲        | false
          reached=否                       | false
          """)
  void contacts_change_keepsTheIdIfItIsTheSameContact(String change, boolean keeps) {
    assertThat(id(change).equals(id(""))).isEqualTo(keeps);
  }

  @Test
  void contacts_id_isMadeOfCodesAndNeverChanges() {
    // SHA-256 of c-luo, 2025-09-10, home-visit, homeroom-teacher, T10, [carer, child] and yes.
    assertThat(id("").value()).isEqualTo("k-96074133ad647752a0938cddbad53d99-1");
  }

  @Test
  void contacts_sameRowWithThoseReachedInAnotherOrder_isASecondContact() {
    assertThat(contacts("", "with=委托照护人;本人").valuesOrThrow())
        .extracting(contact -> contact.id().value())
        .containsExactly(id("").value(), id("").value().replaceFirst("-1$", "-2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # who made it                        | whether it is warned of
          madeBy=班主任 && staffNumber=        | true
          madeBy=科任老师 && staffNumber=      | true
          madeBy=帮扶教师 && staffNumber=      | true
          madeBy=校领导 && staffNumber=        | true
          madeBy=其他教职工 && staffNumber=    | true
          madeBy=班主任                        | false
          madeBy=父亲 && staffNumber=          | false
          madeBy=本人 && staffNumber=          | false
          madeBy=志愿者 && staffNumber=        | false
          """)
  void contacts_byStaffWithoutANumber_areTakenWithAWarning(String change, boolean warned) {
    IntakeResult<Contact> result = contacts(change);
    assertThat(texts(result.violations()))
        .isEqualTo(warned ? List.of("row 2 staffNumber staff-number-missing") : List.of());
    assertThat(result.valuesOrThrow()).hasSize(1);
  }

  @Test
  void contacts_rowsWithoutANumber_repeatNothing() {
    assertThat(texts(contacts("studentNumber=", "studentNumber=").violations()))
        .containsExactly("row 2 studentNumber required", "row 3 studentNumber required");
  }

  @Test
  void contacts_id_isMadeOfNothingThatCanBeRead() {
    assertThat(id("").value()).doesNotContain("5224", "T10", "2025");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what is wrong                                      | what is told
          recordedOn=2025-09-09                                | row 2 recordedOn recorded-before-made
          recordedOn=2025-09-10                                |
          madeBy=父亲                                          | row 2 staffNumber staff-not-expected
          madeBy=志愿者                                        | row 2 staffNumber staff-not-expected
          madeBy=校领导                                        |
          staffNumber=T99                                      | row 2 staffNumber unknown-staff
          studentNumber=L522424201811290007                    | row 2 studentNumber unknown-student
          with=;                                               | row 2 with not-one-of
          with=本人;;                                          |
          """)
  void contacts_whatTheSchoolKnows_isChecked(String change, String expected) {
    IntakeResult<Contact> result = contacts(change);
    assertThat(String.join(", ", texts(result.violations())))
        .isEqualTo(expected == null ? "" : expected);
    assertThat(result.values()).hasSize(expected == null ? 1 : 0);
  }

  @Test
  void contacts_severalFaults_areToldAtOnceAndGoodRowsTaken() {
    IntakeResult<Contact> result =
        contacts(
            "studentNumber=L522424201811290007 && madeBy=母亲 && staffNumber=T99"
                + " && recordedOn=2025-09-01",
            "",
            "day=2025-9-31 && reached=");
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 2 recordedOn recorded-before-made",
            "row 2 staffNumber unknown-staff",
            "row 2 staffNumber staff-not-expected",
            "row 2 studentNumber unknown-student",
            "row 4 day not-a-date",
            "row 4 reached required");
    assertThat(result.accepted()).extracting(IntakeResult.Accepted::row).containsExactly(3);
  }

  @Test
  void contacts_secrets_areToldNowhere() {
    IntakeResult<Contact> result =
        contacts(
            "note=秘密 && recordedOn=2025-09-01",
            "note=秘密 && madeBy=父亲",
            "note=秘密 && studentNumber=L522424201811290007",
            "note=秘密");
    assertThat(result.violations()).hasSize(4);
    assertThat(result.toString()).doesNotContain("秘密", "522424");
    for (Violation violation : result.violations()) {
      assertThat(violation.message(Locale.CHINA) + violation.message(Locale.US))
          .doesNotContain("秘密", "522424", "T10");
    }
  }

  @Test
  void contacts_twoNamesOfOneChannel_areTwoContacts() {
    IntakeResult<Contact> result =
        SampleSchool.INTAKE.contacts(
            Drafts.goodRows(ContactDraft.class, "channel=短信", "channel=微信"),
            SampleSchool.withChildren(),
            ActorId.of("office"));
    assertThat(result.faults()).isEmpty();
    assertThat(result.values()).extracting(Contact::id).doesNotHaveDuplicates().hasSize(2);
  }
}
