package org.jiedui.storage.contract;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import org.jiedui.census.CensusAnswer;
import org.jiedui.child.Child;
import org.jiedui.child.GuardianConsent;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.CensusAnswerId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ConsentId;
import org.jiedui.id.ExemptionId;
import org.jiedui.id.HomeStayId;
import org.jiedui.id.PeerPairId;
import org.jiedui.id.ReferralId;
import org.jiedui.mentor.HomeStay;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.mentor.PeerPair;
import org.jiedui.referral.Referral;
import org.jiedui.rule.Exemption;
import org.junit.jupiter.api.Test;

/** Records about children, found by whom they are about. */
abstract class OwnedRecordCases extends ContractCases {

  private static final ChildId SIBLING = ChildId.of("c-2");

  @Test
  void exemptionsOfChild_areById_withdrawnOnesToo() {
    Child child = storeChild(SCHOOL, CHILD);
    Child sibling = storeChild(SCHOOL, SIBLING);
    Child namesake = storeChild(OTHER_SCHOOL, CHILD);
    Exemption b = fixtures.exemption(child, ExemptionId.of("b"));
    Exemption upper = fixtures.exemption(child, ExemptionId.of("Z"));
    Exemption a = fixtures.exemption(child, ExemptionId.of("a"));
    Exemption ofSibling = fixtures.exemption(sibling, ExemptionId.of("aa"));
    Exemption ofNamesake = fixtures.exemption(namesake, ExemptionId.of("a"));
    write(
        writer -> List.of(b, upper, a, ofSibling, ofNamesake).forEach(writer.exemptions()::insert));
    Exemption withdrawn = a.withdrawn(a.recordedAt().plusNanos(1));

    write(writer -> writer.exemptions().update(withdrawn, 1));

    assertListed(reader -> reader.exemptions().ofChild(SCHOOL, CHILD))
        .containsExactly(upper, withdrawn, b);
    assertListed(reader -> reader.exemptions().ofChild(SCHOOL, SIBLING)).containsExactly(ofSibling);
    assertListed(reader -> reader.exemptions().ofChild(OTHER_SCHOOL, CHILD))
        .containsExactly(ofNamesake);
    assertListed(reader -> reader.exemptions().ofChild(OTHER_SCHOOL, SIBLING)).isEmpty();
  }

  @Test
  void exemption_movedToAnotherChild_isFoundThereAlone() {
    storeChild(SCHOOL, CHILD);
    Child sibling = storeChild(SCHOOL, SIBLING);
    Child child = read(reader -> reader.children().get(SCHOOL, CHILD)).value();
    write(writer -> writer.exemptions().insert(fixtures.exemption(child, ExemptionId.of("a"))));
    Exemption moved = fixtures.exemption(sibling, ExemptionId.of("a"));

    write(writer -> writer.exemptions().update(moved, 1));

    assertListed(reader -> reader.exemptions().ofChild(SCHOOL, CHILD)).isEmpty();
    assertListed(reader -> reader.exemptions().ofChild(SCHOOL, SIBLING)).containsExactly(moved);
  }

  @Test
  void assignmentsOfChild_areById_closedOnesToo() {
    Child child = storeChild(SCHOOL, CHILD);
    Child sibling = storeChild(SCHOOL, SIBLING);
    Child namesake = storeChild(OTHER_SCHOOL, CHILD);
    MentorAssignment b = fixtures.assignment(child, AssignmentId.of("b"));
    MentorAssignment upper = fixtures.assignment(child, AssignmentId.of("Z"));
    MentorAssignment a = fixtures.assignment(child, AssignmentId.of("a"));
    MentorAssignment ofSibling = fixtures.assignment(sibling, AssignmentId.of("aa"));
    MentorAssignment ofNamesake = fixtures.assignment(namesake, AssignmentId.of("a"));
    write(
        writer ->
            List.of(b, upper, a, ofSibling, ofNamesake).forEach(writer.assignments()::insert));
    MentorAssignment closed = a.closed(fixtures.closing());

    write(writer -> writer.assignments().update(closed, 1));

    assertListed(reader -> reader.assignments().ofChild(SCHOOL, CHILD))
        .containsExactly(upper, closed, b);
    assertListed(reader -> reader.assignments().ofChild(SCHOOL, SIBLING))
        .containsExactly(ofSibling);
    assertListed(reader -> reader.assignments().ofChild(OTHER_SCHOOL, CHILD))
        .containsExactly(ofNamesake);
    assertListed(reader -> reader.assignments().ofChild(OTHER_SCHOOL, SIBLING)).isEmpty();
  }

  @Test
  void assignment_movedToAnotherChild_isFoundThereAlone() {
    Child child = storeChild(SCHOOL, CHILD);
    Child sibling = storeChild(SCHOOL, SIBLING);
    write(writer -> writer.assignments().insert(fixtures.assignment(child, AssignmentId.of("a"))));
    MentorAssignment moved = fixtures.assignment(sibling, AssignmentId.of("a"));

    write(writer -> writer.assignments().update(moved, 1));

    assertListed(reader -> reader.assignments().ofChild(SCHOOL, CHILD)).isEmpty();
    assertListed(reader -> reader.assignments().ofChild(SCHOOL, SIBLING)).containsExactly(moved);
  }

  @Test
  void peerPairsOfChild_areThoseInWhichItHelpsOrIsHelped() {
    Child child = storeChild(SCHOOL, CHILD);
    Child sibling = storeChild(SCHOOL, SIBLING);
    Child namesake = storeChild(OTHER_SCHOOL, CHILD);
    ChildId friend = ChildId.of("c-3");
    PeerPair helps = fixtures.peerPair(child, friend, PeerPairId.of("b"));
    PeerPair isHelped = fixtures.peerPair(sibling, CHILD, PeerPairId.of("Z"));
    PeerPair ofOthers = fixtures.peerPair(sibling, friend, PeerPairId.of("aa"));
    PeerPair ofNamesake = fixtures.peerPair(namesake, friend, PeerPairId.of("a"));
    write(
        writer ->
            List.of(helps, isHelped, ofOthers, ofNamesake).forEach(writer.peerPairs()::insert));

    assertListed(reader -> reader.peerPairs().ofChild(SCHOOL, CHILD))
        .containsExactly(isHelped, helps);
    assertListed(reader -> reader.peerPairs().ofChild(SCHOOL, SIBLING))
        .containsExactly(isHelped, ofOthers);
    assertListed(reader -> reader.peerPairs().ofChild(SCHOOL, friend))
        .containsExactly(ofOthers, helps);
    assertListed(reader -> reader.peerPairs().ofChild(OTHER_SCHOOL, CHILD))
        .containsExactly(ofNamesake);
    assertListed(reader -> reader.peerPairs().ofChild(OTHER_SCHOOL, SIBLING)).isEmpty();
  }

  @Test
  void peerPair_withOtherChildren_isFoundByThoseAlone() {
    Child child = storeChild(SCHOOL, CHILD);
    Child sibling = storeChild(SCHOOL, SIBLING);
    ChildId friend = ChildId.of("c-3");
    PeerPairId id = PeerPairId.of("a");
    write(writer -> writer.peerPairs().insert(fixtures.peerPair(child, friend, id)));
    PeerPair changed = fixtures.peerPair(sibling, CHILD, id);

    write(writer -> writer.peerPairs().update(changed, 1));

    assertListed(reader -> reader.peerPairs().ofChild(SCHOOL, friend)).isEmpty();
    assertListed(reader -> reader.peerPairs().ofChild(SCHOOL, CHILD)).containsExactly(changed);
    assertListed(reader -> reader.peerPairs().ofChild(SCHOOL, SIBLING)).containsExactly(changed);
  }

  @Test
  void homeStaysOfChild_areThoseAsGuestAndAsHost() {
    Child child = storeChild(SCHOOL, CHILD);
    Child sibling = storeChild(SCHOOL, SIBLING);
    HomeStay guest = fixtures.homeStay(child, SIBLING, HomeStayId.of("b"));
    HomeStay host = fixtures.homeStay(sibling, CHILD, HomeStayId.of("Z"));
    HomeStay ofOthers = fixtures.homeStay(sibling, ChildId.of("c-3"), HomeStayId.of("a"));
    write(writer -> List.of(guest, host, ofOthers).forEach(writer.homeStays()::insert));

    assertListed(reader -> reader.homeStays().ofChild(SCHOOL, CHILD)).containsExactly(host, guest);
    assertListed(reader -> reader.homeStays().ofChild(SCHOOL, SIBLING))
        .containsExactly(host, ofOthers, guest);
    assertListed(reader -> reader.homeStays().ofChild(OTHER_SCHOOL, CHILD)).isEmpty();
  }

  @Test
  void consentsOfChild_areById_withdrawnOnesToo() {
    Child child = storeChild(SCHOOL, CHILD);
    Child sibling = storeChild(SCHOOL, SIBLING);
    GuardianConsent b = fixtures.consent(child, ConsentId.of("b"));
    GuardianConsent upper = fixtures.consent(child, ConsentId.of("Z"));
    GuardianConsent ofSibling = fixtures.consent(sibling, ConsentId.of("a"));
    write(writer -> List.of(b, upper, ofSibling).forEach(writer.consents()::insert));

    assertListed(reader -> reader.consents().ofChild(SCHOOL, CHILD)).containsExactly(upper, b);
    assertListed(reader -> reader.consents().ofChild(OTHER_SCHOOL, CHILD)).isEmpty();
  }

  @Test
  void referralsOfChild_areById_withTheirReports() {
    Child child = storeChild(SCHOOL, CHILD);
    Child sibling = storeChild(SCHOOL, SIBLING);
    List<Referral> own = new ArrayList<>();
    for (String id : List.of("Z", "a", "b", "c", "d", "e")) {
      own.add(fixtures.referral(child, ReferralId.of(id)));
    }
    Referral ofSibling = fixtures.referral(sibling, ReferralId.of("aa"));
    write(
        writer -> {
          Lists.reverse(own).forEach(writer.referrals()::insert);
          writer.referrals().insert(ofSibling);
        });

    assertListed(reader -> reader.referrals().ofChild(SCHOOL, CHILD))
        .containsExactlyElementsOf(own);
    assertListed(reader -> reader.referrals().ofChild(SCHOOL, SIBLING)).containsExactly(ofSibling);
    assertListed(reader -> reader.referrals().ofChild(OTHER_SCHOOL, CHILD)).isEmpty();
  }

  @Test
  void censusAnswers_areFoundByChildAndByTerm_byId() {
    Child child = storeChild(SCHOOL, CHILD);
    Child sibling = storeChild(SCHOOL, SIBLING);
    Child namesake = storeChild(OTHER_SCHOOL, CHILD);
    CensusAnswer b = answer(child, "b", "2025-1");
    CensusAnswer upper = answer(child, "Z", "2025-2");
    CensusAnswer a = answer(child, "a", "2025-1");
    CensusAnswer ofSibling = answer(sibling, "aa", "2025-1");
    CensusAnswer ofNamesake = answer(namesake, "a", "2025-1");
    write(writer -> List.of(b, upper, a, ofSibling, ofNamesake).forEach(writer.census()::insert));

    assertListed(reader -> reader.census().ofChild(SCHOOL, CHILD)).containsExactly(upper, a, b);
    assertListed(reader -> reader.census().ofChild(SCHOOL, SIBLING)).containsExactly(ofSibling);
    assertListed(reader -> reader.census().ofTerm(SCHOOL, "2025-1"))
        .containsExactly(a, ofSibling, b);
    assertListed(reader -> reader.census().ofTerm(SCHOOL, "2025-2")).containsExactly(upper);
    assertListed(reader -> reader.census().ofTerm(OTHER_SCHOOL, "2025-1"))
        .containsExactly(ofNamesake);
    assertListed(reader -> reader.census().ofTerm(SCHOOL, "2025-3")).isEmpty();
  }

  private CensusAnswer answer(Child child, String id, String term) {
    CensusAnswer made = fixtures.censusAnswer(child, CensusAnswerId.of(id));
    return new CensusAnswer(
        made.schoolId(),
        made.id(),
        made.childId(),
        term,
        made.day(),
        made.surveyedBy(),
        made.recordedAt(),
        made.note());
  }
}
