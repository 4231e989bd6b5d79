package org.jiedui.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ContactId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContactTest {

  private static final Instant AT = Instant.parse("2025-09-10T08:00:00Z");
  private static final ActorId TEACHER = ActorId.of("T10");

  private static Contact.Builder empty() {
    return Contact.builder(SchoolId.of("qingshi"), ChildId.of("c-17"), ContactId.of("k-1"));
  }

  private static Contact.Builder visit() {
    return empty()
        .day(LocalDate.of(2025, 9, 10))
        .channel(Channel.HOME_VISIT)
        .madeBy(Party.HOMEROOM_TEACHER, StaffId.of("T10"))
        .with(Party.CHILD, Party.CARER)
        .recorded(AT, TEACHER);
  }

  @Test
  void build_visitOfTwo_keepsBoth() {
    Contact contact = visit().note("all well").build();
    assertThat(contact.with()).containsExactly(Party.CHILD, Party.CARER);
    assertThat(contact.reached()).isTrue();
    assertThat(contact.staff()).contains(StaffId.of("T10"));
    assertThat(contact.note()).contains("all well");
    assertThat(contact.voiding()).isEmpty();
    assertThat(contact.supersedes()).isEmpty();
    assertThat(visit().with(List.of(Party.CHILD, Party.CARER)).note("all well").build())
        .isEqualTo(contact);
  }

  static Stream<UnaryOperator<Contact.Builder>> wrongDetails() {
    return Stream.of(
        builder -> builder.channel(Channel.LETTER).note("what it says"),
        builder -> builder.channel(Channel.LETTER).mentoring(MentorRecord.of("a", "", "")),
        builder -> builder.channel(Channel.LETTER).followsUp(ContactId.of("k-0")),
        builder -> builder.channel(Channel.CALL).notes(ContactNotes.Talk.of("a", "", "")),
        builder -> builder.notes(ContactNotes.Call.of(3)),
        builder -> builder.channel(Channel.TALK).notes(ContactNotes.HomeVisit.of("a", "", "", "")),
        builder -> builder.channel(Channel.CALL).notReached().notes(ContactNotes.Call.of(1)),
        builder -> builder.followsUp(ContactId.of("k-1")));
  }

  @ParameterizedTest
  @MethodSource("wrongDetails")
  void build_detailThatDoesNotFit_isRejected(UnaryOperator<Contact.Builder> change) {
    assertThatIllegalArgumentException().isThrownBy(() -> change.apply(visit()).build());
  }

  @Test
  void build_detailThatFits_isKeptAndNotPrinted() {
    Contact contact =
        visit()
            .notes(
                ContactNotes.HomeVisit.of(" with the grandmother ", "", "", "")
                    .followUpBy(LocalDate.of(2025, 9, 24)))
            .mentoring(MentorRecord.of("", "read together", ""))
            .followsUp(ContactId.of("k-0"))
            .build();
    ContactDetail detail = contact.detail().orElseThrow();
    assertThat(detail.notes())
        .contains(
            new ContactNotes.HomeVisit(
                Optional.of("with the grandmother"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.of(2025, 9, 24))));
    assertThat(Stream.of(detail, detail.notes(), detail.mentoring(), contact))
        .allMatch(each -> !each.toString().contains("grandmother"))
        .allMatch(each -> !each.toString().contains("together"));
    assertThat(contact.saysTheSameAs(visit().build())).isFalse();
    assertThat(VisitFollowUp.isAskedBy(contact)).isTrue();
    assertThat(VisitFollowUp.isAskedBy(visit().build())).isFalse();
  }

  @Test
  void notes_thatSayNothing_orTooMuch_areRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContactNotes.HomeVisit.of("", " ", "", ""))
        .withMessage("the record of a home visit must say something");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContactNotes.Talk.of("", "", " "))
        .withMessage("the record of a talk must say something");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MentorRecord.of("", "", ""))
        .withMessage("a mentor's record must say something");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContactNotes.Talk.of("", "a".repeat(2001), ""))
        .withMessage("a text must have at most 2000 characters");
    assertThat(ContactNotes.Talk.of("", "a".repeat(2000), "").content()).isPresent();
    assertThatIllegalArgumentException().isThrownBy(() -> ContactNotes.Call.of(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> ContactNotes.Call.of(1441));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContactNotes.Call.of(1).startedAt(LocalTime.of(8, 0, 1)));
  }

  @Test
  void build_missingPart_isRejected() {
    assertThatIllegalStateException()
        .isThrownBy(() -> empty().build())
        .withMessage("contact k-1 needs a day");
    assertThatIllegalStateException()
        .isThrownBy(() -> empty().day(LocalDate.of(2025, 9, 10)).build())
        .withMessage("contact k-1 needs a channel");
    Contact.Builder withoutMaker =
        empty().day(LocalDate.of(2025, 9, 10)).channel(Channel.CALL).with(Party.CHILD);
    assertThatIllegalStateException()
        .isThrownBy(withoutMaker::build)
        .withMessage("contact k-1 needs who made it");
    assertThatIllegalStateException()
        .isThrownBy(() -> withoutMaker.madeBy(Party.FATHER).build())
        .withMessage("contact k-1 needs who recorded it");
  }

  @Test
  void build_withNobody_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> visit().with().build())
        .withMessage("contact k-1 must be with somebody");
  }

  @Test
  void build_staffInARoleThatIsNone_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> visit().madeBy(Party.FATHER, StaffId.of("T10")).build())
        .withMessage("contact k-1 names a member of staff, but father is no role of staff");
    assertThat(visit().madeBy(Party.HOMEROOM_TEACHER).build().staff()).isPresent();
  }

  @Test
  void build_supersedingItself_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> visit().supersedes(ContactId.of("k-1")).build())
        .withMessage("contact k-1 must not supersede itself");
    assertThat(visit().supersedes(ContactId.of("k-0")).build().supersedes())
        .contains(ContactId.of("k-0"));
  }

  @Test
  void voided_keepsAllElse() {
    Voiding mistake = new Voiding(AT.plusSeconds(60), TEACHER, "wrong child");
    Contact voided = visit().notReached().build().voided(mistake);
    assertThat(voided.voiding()).contains(mistake);
    assertThat(voided.saysTheSameAs(visit().notReached().build())).isTrue();
    assertThat(voided.recordedAt()).isEqualTo(AT);
    assertThat(voided.recordedBy()).isEqualTo(TEACHER);
  }

  @Test
  void voided_twice_isRejected() {
    Voiding mistake = new Voiding(AT, TEACHER, "wrong child");
    Contact voided = visit().build().voided(mistake);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> voided.voided(mistake))
        .withMessage("contact k-1 is voided already");
  }

  @Test
  void voiding_blankReason_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Voiding(AT, TEACHER, " "))
        .withMessage("reason must not be blank");
  }

  static Stream<UnaryOperator<Contact.Builder>> otherStatements() {
    return Stream.of(
        builder -> builder.day(LocalDate.of(2025, 9, 11)),
        builder -> builder.channel(Channel.CALL),
        builder -> builder.madeBy(Party.MENTOR),
        builder -> builder.madeBy(Party.HOMEROOM_TEACHER, StaffId.of("T11")),
        builder -> builder.with(Party.CHILD),
        builder -> builder.notReached(),
        builder -> builder.note("a note"),
        builder -> builder.supersedes(ContactId.of("k-0")));
  }

  @ParameterizedTest
  @MethodSource("otherStatements")
  void saysTheSameAs_anotherStatement_isFalse(UnaryOperator<Contact.Builder> change) {
    assertThat(visit().build().saysTheSameAs(change.apply(visit()).build())).isFalse();
  }

  @Test
  void saysTheSameAs_recordedAgainBySomebodyElse_isTrue() {
    Contact again = visit().recorded(AT.plusSeconds(5), ActorId.of("T11")).build();
    assertThat(visit().build().saysTheSameAs(again)).isTrue();
    assertThat(visit().build()).isNotEqualTo(again);
  }

  @Test
  void toString_showsIdsAlone() {
    assertThat(visit().note("秘密").build()).hasToString("Contact[qingshi/c-17/k-1]");
    Voiding mistake = new Voiding(AT, TEACHER, "秘密");
    assertThat(mistake).hasToString("Voiding[T10@2025-09-10T08:00:00Z]");
    assertThat(visit().note("秘密").build().voided(mistake).toString()).doesNotContain("秘密");
    assertThat(Optional.of(visit().note("秘密").build()).toString()).doesNotContain("秘密");
  }

  @Test
  void number_ofEveryPartyAndChannel_fitsFourBits() {
    assertThat(Arrays.stream(Party.values()).map(Party::number))
        .doesNotHaveDuplicates()
        .allMatch(number -> number >= 0 && number < 16);
    assertThat(Arrays.stream(Channel.values()).map(Channel::number))
        .doesNotHaveDuplicates()
        .allMatch(number -> number >= 0 && number < 16);
  }
}
