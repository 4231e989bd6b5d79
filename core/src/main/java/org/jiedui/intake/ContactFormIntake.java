package org.jiedui.intake;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Contact;
import org.jiedui.contact.ContactNotes;
import org.jiedui.contact.MentorRecord;
import org.jiedui.contact.VisitFollowUp;
import org.jiedui.id.ChildId;
import org.jiedui.id.ContactId;
import org.jiedui.intake.ContactDraft.DetailDraft;

/** Checks and fills in what is written down of contacts in the fields of their forms. */
final class ContactFormIntake {

  private static final String PREFIX = "detail.";

  private final Function<ChildId, ImmutableList<Contact>> stored;

  /**
   * The home visits that ask for a follow-up: the stored ones of a child, and those of the rows.
   */
  private final Map<ChildId, List<Contact>> visits = new HashMap<>();

  /** Creates one for some rows, which are given in their order. */
  ContactFormIntake(Function<ChildId, ImmutableList<Contact>> stored) {
    this.stored = stored;
  }

  private static ImmutableMap<String, String> visitFields(DetailDraft draft) {
    return ImmutableMap.of(
        "conditions", draft.conditions(),
        "findings", draft.findings(),
        "needs", draft.needs(),
        "feedback", draft.feedback(),
        "followUpBy", draft.followUpBy());
  }

  private static ImmutableMap<String, String> talkFields(DetailDraft draft) {
    return ImmutableMap.of(
        "place", draft.place(), "content", draft.content(), "effect", draft.effect());
  }

  private static ImmutableMap<String, String> callFields(DetailDraft draft) {
    return ImmutableMap.of("startedAt", draft.startedAt(), "minutes", draft.minutes());
  }

  private static ImmutableMap<String, String> otherFields(DetailDraft draft) {
    return ImmutableMap.of(
        "problem", draft.problem(),
        "measure", draft.measure(),
        "mentorEffect", draft.mentorEffect(),
        "followsUp", draft.followsUp());
  }

  private static ImmutableList<String> filledIn(ImmutableMap<String, String> fields) {
    return fields.entrySet().stream()
        .filter(field -> Texts.present(field.getValue()).isPresent())
        .map(Map.Entry::getKey)
        .collect(ImmutableList.toImmutableList());
  }

  /** Reports what is filled in though the form of the channel does not ask for it. */
  static void checkForm(
      ContactDraft draft, Channel channel, YesNo reached, RowCheck<ContactDraft, Contact>.Row row) {
    DetailDraft detail = draft.detail();
    if (channel == Channel.LETTER) {
      if (Texts.present(draft.note()).isPresent()) {
        row.report("note", DraftRule.LETTER_IS_PRIVATE);
      }
      Stream.of(visitFields(detail), talkFields(detail), callFields(detail), otherFields(detail))
          .flatMap(fields -> filledIn(fields).stream())
          .forEach(field -> row.report(PREFIX + field, DraftRule.LETTER_IS_PRIVATE));
      return;
    }
    check(visitFields(detail), ImmutableList.of(Channel.HOME_VISIT), channel, row);
    check(talkFields(detail), ImmutableList.of(Channel.TALK, Channel.MEETING), channel, row);
    check(callFields(detail), ImmutableList.of(Channel.CALL, Channel.VIDEO_CALL), channel, row);
    if (reached == YesNo.NO && Texts.number(detail.minutes()).orElse(0) > 0) {
      row.report(PREFIX + "minutes", DraftRule.NOT_CONNECTED);
    }
  }

  private static void check(
      ImmutableMap<String, String> fields,
      Collection<Channel> asking,
      Channel channel,
      RowCheck<ContactDraft, Contact>.Row row) {
    if (!asking.contains(channel)) {
      for (String field : filledIn(fields)) {
        row.report(
            PREFIX + field,
            DraftRule.NOT_OF_CHANNEL,
            String.join("、", asking.stream().map(each -> each.wording().chinese()).toList()));
      }
    }
  }

  /** Fills in what a good row writes down. */
  void fillIn(
      Contact.Builder contact,
      DetailDraft draft,
      Channel channel,
      ChildId child,
      RowCheck<ContactDraft, Contact>.Row row) {
    if (!filledIn(visitFields(draft)).isEmpty()) {
      contact.notes(
          new ContactNotes.HomeVisit(
              Texts.present(draft.conditions()),
              Texts.present(draft.findings()),
              Texts.present(draft.needs()),
              Texts.present(draft.feedback()),
              Texts.date(draft.followUpBy())));
    }
    if (!filledIn(talkFields(draft)).isEmpty()) {
      contact.notes(ContactNotes.Talk.of(draft.place(), draft.content(), draft.effect()));
    }
    if (!filledIn(callFields(draft)).isEmpty()) {
      contact.notes(
          new ContactNotes.Call(
              Texts.time(draft.startedAt()), Texts.number(draft.minutes()).orElse(0)));
    }
    if (Stream.of(draft.problem(), draft.measure(), draft.mentorEffect())
        .anyMatch(text -> Texts.present(text).isPresent())) {
      contact.mentoring(MentorRecord.of(draft.problem(), draft.measure(), draft.mentorEffect()));
    }
    Texts.date(draft.followsUp())
        .ifPresent(
            day ->
                findVisit(child, day)
                    .ifPresentOrElse(
                        contact::followsUp,
                        () -> row.report(PREFIX + "followsUp", DraftRule.NO_SUCH_VISIT)));
  }

  private Optional<ContactId> findVisit(ChildId child, LocalDate day) {
    return visitsOf(child).stream()
        .filter(visit -> visit.day().equals(day))
        .map(Contact::id)
        .findFirst();
  }

  private List<Contact> visitsOf(ChildId child) {
    return visits.computeIfAbsent(
        child,
        each ->
            new ArrayList<>(
                stored.apply(each).stream()
                    .filter(VisitFollowUp::isAskedBy)
                    .filter(visit -> visit.voiding().isEmpty())
                    .toList()));
  }

  /** Keeps a row's contact for the rows after it, which may follow it up; returns it. */
  Contact remember(Contact contact) {
    if (VisitFollowUp.isAskedBy(contact)) {
      visitsOf(contact.childId()).add(contact);
    }
    return contact;
  }
}
