-- Jiedui, schema version 2, for PostgreSQL: households, the census, the care team, peers and referrals.
--
-- Run as it is by a host that runs its own scripts; otherwise the store runs it by itself, with
-- the host's prefix in place of jiedui_.

ALTER TABLE jiedui_child
  ADD COLUMN father_birth_date DATE,
  ADD COLUMN father_employer TEXT,
  ADD COLUMN father_contact_wish TEXT,
  ADD COLUMN mother_birth_date DATE,
  ADD COLUMN mother_employer TEXT,
  ADD COLUMN mother_contact_wish TEXT,
  ADD COLUMN residence VARCHAR(200),
  ADD COLUMN residence_division VARCHAR(32) COLLATE "C",
  ADD COLUMN registration_place VARCHAR(200),
  ADD COLUMN registration_division VARCHAR(32) COLLATE "C",
  ADD COLUMN health VARCHAR(32) COLLATE "C",
  ADD COLUMN disability VARCHAR(32) COLLATE "C",
  ADD COLUMN disability_grade INTEGER,
  ADD COLUMN health_note TEXT,
  ADD COLUMN special_care BOOLEAN,
  ADD COLUMN income_source TEXT,
  ADD COLUMN aid TEXT;
COMMENT ON COLUMN jiedui_child.father_birth_date IS
  'the birth date of the father';
COMMENT ON COLUMN jiedui_child.father_employer IS
  'for whom the father works';
COMMENT ON COLUMN jiedui_child.father_contact_wish IS
  'how and when the father wishes to be reached';
COMMENT ON COLUMN jiedui_child.mother_birth_date IS
  'the birth date of the mother';
COMMENT ON COLUMN jiedui_child.mother_employer IS
  'for whom the mother works';
COMMENT ON COLUMN jiedui_child.mother_contact_wish IS
  'how and when the mother wishes to be reached';
COMMENT ON COLUMN jiedui_child.residence IS
  'where the child lives';
COMMENT ON COLUMN jiedui_child.residence_division IS
  'the six-digit division code of the residence';
COMMENT ON COLUMN jiedui_child.registration_place IS
  'where the household is registered';
COMMENT ON COLUMN jiedui_child.registration_division IS
  'the six-digit division code of that place';
COMMENT ON COLUMN jiedui_child.health IS
  'healthy, disability or illness';
COMMENT ON COLUMN jiedui_child.disability IS
  'the kind of disability';
COMMENT ON COLUMN jiedui_child.disability_grade IS
  'the grade of the disability, 1 to 4';
COMMENT ON COLUMN jiedui_child.health_note IS
  'what the school noted of the health';
COMMENT ON COLUMN jiedui_child.special_care IS
  'whether the child needs special care; null: the health is not known';
COMMENT ON COLUMN jiedui_child.income_source IS
  'what the family lives on';
COMMENT ON COLUMN jiedui_child.aid IS
  'which aid the child receives';

ALTER TABLE jiedui_child_fact
  ADD COLUMN able_to_care BOOLEAN,
  ADD COLUMN village_notified_on DATE,
  ADD COLUMN heard_on DATE,
  ADD COLUMN occupation TEXT,
  ADD COLUMN health TEXT,
  ADD COLUMN ability VARCHAR(32) COLLATE "C",
  ADD COLUMN rated_on DATE,
  ADD COLUMN full_capacity BOOLEAN,
  ADD COLUMN bars VARCHAR(255) COLLATE "C",
  ADD COLUMN state VARCHAR(32) COLLATE "C";
COMMENT ON COLUMN jiedui_child_fact.able_to_care IS
  'father, mother: whether able to care for the child; null: not known';
COMMENT ON COLUMN jiedui_child_fact.village_notified_on IS
  'carer: when the village committee was told';
COMMENT ON COLUMN jiedui_child_fact.heard_on IS
  'carer: when the view of the child was heard';
COMMENT ON COLUMN jiedui_child_fact.occupation IS
  'carer: the occupation';
COMMENT ON COLUMN jiedui_child_fact.health IS
  'carer: the health';
COMMENT ON COLUMN jiedui_child_fact.ability IS
  'carer: how well able to care: good, fair or poor';
COMMENT ON COLUMN jiedui_child_fact.rated_on IS
  'carer: when that was rated';
COMMENT ON COLUMN jiedui_child_fact.full_capacity IS
  'carer: whether of full capacity for civil acts; null: not known';
COMMENT ON COLUMN jiedui_child_fact.bars IS
  'carer: the bars of the law that were found: codes between commas';
COMMENT ON COLUMN jiedui_child_fact.state IS
  'schooling: whether at school; living: with whom';
COMMENT ON COLUMN jiedui_child_fact.reason IS
  'care: why it was closed; key-support: why; concern: why it was closed';
COMMENT ON COLUMN jiedui_child_fact.kind IS
  'care, placement, boarding, carer, father, mother, key-support, schooling, living, or concern- and the kind of concern';

-- Who cared for a child, and since when that is known.
CREATE OR REPLACE VIEW jiedui_child_carer AS
SELECT school_id, child_id, place, valid_from, valid_until, recorded_at, recorded_nanos, held,
  carer_id, carer_name, relation, birth_date, phone, address, division_code, notified_on,
  village_notified_on, heard_on, occupation, health, ability, rated_on, full_capacity, bars
FROM jiedui_child_fact
WHERE kind = 'carer';
COMMENT ON VIEW jiedui_child_carer IS
  'Who cared for a child, and since when that is known.';

CREATE TABLE jiedui_team_membership (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  membership_id VARCHAR(64) COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  staff_id VARCHAR(64) COLLATE "C" NOT NULL,
  post VARCHAR(32) COLLATE "C" NOT NULL,
  responsibilities VARCHAR(255) COLLATE "C" NOT NULL,
  first_day DATE NOT NULL,
  recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  recorded_nanos SMALLINT NOT NULL,
  last_day DATE,
  closing_reason TEXT,
  closed_at TIMESTAMP(6) WITH TIME ZONE,
  closed_nanos SMALLINT,
  CONSTRAINT jiedui_team_membership_key PRIMARY KEY (school_id, membership_id)
);
COMMENT ON TABLE jiedui_team_membership IS
  'Who is in the care team of a school, and answers for what there.';
COMMENT ON COLUMN jiedui_team_membership.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_team_membership.membership_id IS
  'the membership';
COMMENT ON COLUMN jiedui_team_membership.version IS
  '1 for a new record, one more with each update';
COMMENT ON COLUMN jiedui_team_membership.staff_id IS
  'the member of staff';
COMMENT ON COLUMN jiedui_team_membership.post IS
  'head, deputy or member';
COMMENT ON COLUMN jiedui_team_membership.responsibilities IS
  'the codes of what they answer for, each between commas';
COMMENT ON COLUMN jiedui_team_membership.first_day IS
  'the first day';
COMMENT ON COLUMN jiedui_team_membership.recorded_at IS
  'when it was recorded, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_team_membership.recorded_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';
COMMENT ON COLUMN jiedui_team_membership.last_day IS
  'the last day, included; null: it goes on';
COMMENT ON COLUMN jiedui_team_membership.closing_reason IS
  'why it ended';
COMMENT ON COLUMN jiedui_team_membership.closed_at IS
  'when its end was recorded, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_team_membership.closed_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';

CREATE TABLE jiedui_record_check (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  check_id VARCHAR(64) COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  staff_id VARCHAR(64) COLLATE "C" NOT NULL,
  checked_on DATE NOT NULL,
  recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  recorded_nanos SMALLINT NOT NULL,
  CONSTRAINT jiedui_record_check_key PRIMARY KEY (school_id, check_id)
);
COMMENT ON TABLE jiedui_record_check IS
  'Checks of the records of staff for offences that bar people from work with minors. What was found is not kept.';
COMMENT ON COLUMN jiedui_record_check.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_record_check.check_id IS
  'the check';
COMMENT ON COLUMN jiedui_record_check.version IS
  '1 for a new record, one more with each update';
COMMENT ON COLUMN jiedui_record_check.staff_id IS
  'whose records';
COMMENT ON COLUMN jiedui_record_check.checked_on IS
  'the day on which they were checked';
COMMENT ON COLUMN jiedui_record_check.recorded_at IS
  'when it was recorded, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_record_check.recorded_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';

CREATE TABLE jiedui_peer_pair (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  pair_id VARCHAR(64) COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  helper VARCHAR(64) COLLATE "C" NOT NULL,
  helped VARCHAR(64) COLLATE "C" NOT NULL,
  kind VARCHAR(32) COLLATE "C" NOT NULL,
  first_day DATE NOT NULL,
  recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  recorded_nanos SMALLINT NOT NULL,
  last_day DATE,
  closing_reason TEXT,
  closed_at TIMESTAMP(6) WITH TIME ZONE,
  closed_nanos SMALLINT,
  CONSTRAINT jiedui_peer_pair_key PRIMARY KEY (school_id, pair_id)
);
CREATE INDEX jiedui_peer_pair_by_helper
  ON jiedui_peer_pair (school_id, helper, pair_id);
CREATE INDEX jiedui_peer_pair_by_helped
  ON jiedui_peer_pair (school_id, helped, pair_id);
COMMENT ON TABLE jiedui_peer_pair IS
  'That one child helps another.';
COMMENT ON COLUMN jiedui_peer_pair.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_peer_pair.pair_id IS
  'the pair';
COMMENT ON COLUMN jiedui_peer_pair.version IS
  '1 for a new record, one more with each update';
COMMENT ON COLUMN jiedui_peer_pair.helper IS
  'the child who helps';
COMMENT ON COLUMN jiedui_peer_pair.helped IS
  'the child who is helped';
COMMENT ON COLUMN jiedui_peer_pair.kind IS
  'with what: study or life';
COMMENT ON COLUMN jiedui_peer_pair.first_day IS
  'the first day';
COMMENT ON COLUMN jiedui_peer_pair.recorded_at IS
  'when it was recorded, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_peer_pair.recorded_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';
COMMENT ON COLUMN jiedui_peer_pair.last_day IS
  'the last day, included; null: it goes on';
COMMENT ON COLUMN jiedui_peer_pair.closing_reason IS
  'why it ended';
COMMENT ON COLUMN jiedui_peer_pair.closed_at IS
  'when its end was recorded, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_peer_pair.closed_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';

CREATE TABLE jiedui_guardian_consent (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  consent_id VARCHAR(64) COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  child_id VARCHAR(64) COLLATE "C" NOT NULL,
  given_by VARCHAR(32) COLLATE "C" NOT NULL,
  given_on DATE NOT NULL,
  valid_until DATE,
  recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  recorded_nanos SMALLINT NOT NULL,
  withdrawn_on DATE,
  withdrawn_at TIMESTAMP(6) WITH TIME ZONE,
  withdrawn_nanos SMALLINT,
  CONSTRAINT jiedui_guardian_consent_key PRIMARY KEY (school_id, consent_id)
);
CREATE INDEX jiedui_guardian_consent_by_child
  ON jiedui_guardian_consent (school_id, child_id, consent_id);
COMMENT ON TABLE jiedui_guardian_consent IS
  'That somebody agreed that a child is a guest of another family, or that the family has a child as a guest.';
COMMENT ON COLUMN jiedui_guardian_consent.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_guardian_consent.consent_id IS
  'the consent';
COMMENT ON COLUMN jiedui_guardian_consent.version IS
  '1 for a new record, one more with each update';
COMMENT ON COLUMN jiedui_guardian_consent.child_id IS
  'for which child';
COMMENT ON COLUMN jiedui_guardian_consent.given_by IS
  'who gave it: father, mother, other-guardian or carer';
COMMENT ON COLUMN jiedui_guardian_consent.given_on IS
  'the day on which it was given';
COMMENT ON COLUMN jiedui_guardian_consent.valid_until IS
  'the last day on which it counts; null: it names none';
COMMENT ON COLUMN jiedui_guardian_consent.recorded_at IS
  'when it was recorded, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_guardian_consent.recorded_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';
COMMENT ON COLUMN jiedui_guardian_consent.withdrawn_on IS
  'the first day on which it counts no more; null: it was not withdrawn';
COMMENT ON COLUMN jiedui_guardian_consent.withdrawn_at IS
  'when its withdrawal was recorded, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_guardian_consent.withdrawn_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';

CREATE TABLE jiedui_home_stay (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  stay_id VARCHAR(64) COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  guest VARCHAR(64) COLLATE "C" NOT NULL,
  host VARCHAR(64) COLLATE "C" NOT NULL,
  kind VARCHAR(32) COLLATE "C" NOT NULL,
  first_day DATE NOT NULL,
  last_day DATE NOT NULL,
  recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  recorded_nanos SMALLINT NOT NULL,
  calling_off_reason TEXT,
  called_off_at TIMESTAMP(6) WITH TIME ZONE,
  called_off_nanos SMALLINT,
  CONSTRAINT jiedui_home_stay_key PRIMARY KEY (school_id, stay_id)
);
CREATE INDEX jiedui_home_stay_by_guest
  ON jiedui_home_stay (school_id, guest, stay_id);
CREATE INDEX jiedui_home_stay_by_host
  ON jiedui_home_stay (school_id, host, stay_id);
COMMENT ON TABLE jiedui_home_stay IS
  'Visits and stays of one child with the family of another.';
COMMENT ON COLUMN jiedui_home_stay.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_home_stay.stay_id IS
  'the stay';
COMMENT ON COLUMN jiedui_home_stay.version IS
  '1 for a new record, one more with each update';
COMMENT ON COLUMN jiedui_home_stay.guest IS
  'the child who visits';
COMMENT ON COLUMN jiedui_home_stay.host IS
  'the child whose family is visited';
COMMENT ON COLUMN jiedui_home_stay.kind IS
  'visit, weekend or holiday';
COMMENT ON COLUMN jiedui_home_stay.first_day IS
  'the first day';
COMMENT ON COLUMN jiedui_home_stay.last_day IS
  'the last day, included';
COMMENT ON COLUMN jiedui_home_stay.recorded_at IS
  'when it was recorded, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_home_stay.recorded_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';
COMMENT ON COLUMN jiedui_home_stay.calling_off_reason IS
  'why it does not take place; null: it is not called off';
COMMENT ON COLUMN jiedui_home_stay.called_off_at IS
  'when that was recorded, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_home_stay.called_off_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';

CREATE TABLE jiedui_referral (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  referral_id VARCHAR(64) COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  child_id VARCHAR(64) COLLATE "C" NOT NULL,
  harm_triggers VARCHAR(255) COLLATE "C",
  support VARCHAR(32) COLLATE "C",
  noticed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  noticed_nanos SMALLINT NOT NULL,
  noticed_by VARCHAR(64) COLLATE "C" NOT NULL,
  note TEXT,
  raised_by VARCHAR(64) COLLATE "C" NOT NULL,
  recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  recorded_nanos SMALLINT NOT NULL,
  ended_at TIMESTAMP(6) WITH TIME ZONE,
  ended_nanos SMALLINT,
  mistaken BOOLEAN,
  outcome TEXT,
  ending_recorded_at TIMESTAMP(6) WITH TIME ZONE,
  ending_recorded_nanos SMALLINT,
  CONSTRAINT jiedui_referral_key PRIMARY KEY (school_id, referral_id)
);
CREATE INDEX jiedui_referral_by_child
  ON jiedui_referral (school_id, child_id, referral_id);
COMMENT ON TABLE jiedui_referral IS
  'What the school hands on about a child: suspicions of harm, and needs of support. Few may see it.';
COMMENT ON COLUMN jiedui_referral.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_referral.referral_id IS
  'the referral';
COMMENT ON COLUMN jiedui_referral.version IS
  '1 for a new record, one more with each update';
COMMENT ON COLUMN jiedui_referral.child_id IS
  'the child';
COMMENT ON COLUMN jiedui_referral.harm_triggers IS
  'what a suspicion of harm rests on, each code between commas; null: support';
COMMENT ON COLUMN jiedui_referral.support IS
  'the support that is needed; null: harm is suspected';
COMMENT ON COLUMN jiedui_referral.noticed_at IS
  'when it was noticed, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_referral.noticed_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';
COMMENT ON COLUMN jiedui_referral.noticed_by IS
  'the member of staff who noticed it';
COMMENT ON COLUMN jiedui_referral.note IS
  'what was noticed';
COMMENT ON COLUMN jiedui_referral.raised_by IS
  'who entered it';
COMMENT ON COLUMN jiedui_referral.recorded_at IS
  'when it was entered, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_referral.recorded_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';
COMMENT ON COLUMN jiedui_referral.ended_at IS
  'when it ended; null: it has not, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_referral.ended_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';
COMMENT ON COLUMN jiedui_referral.mistaken IS
  'whether it was entered by mistake';
COMMENT ON COLUMN jiedui_referral.outcome IS
  'what came of it';
COMMENT ON COLUMN jiedui_referral.ending_recorded_at IS
  'when its end was recorded, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_referral.ending_recorded_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';

CREATE TABLE jiedui_referral_report (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  referral_id VARCHAR(64) COLLATE "C" NOT NULL,
  place INTEGER NOT NULL,
  authority VARCHAR(32) COLLATE "C" NOT NULL,
  reported_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  reported_nanos SMALLINT NOT NULL,
  reported_by VARCHAR(64) COLLATE "C" NOT NULL,
  reference TEXT,
  recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  recorded_nanos SMALLINT NOT NULL,
  CONSTRAINT jiedui_referral_report_key PRIMARY KEY (school_id, referral_id, place),
  CONSTRAINT jiedui_referral_report_of_referral FOREIGN KEY (school_id, referral_id)
    REFERENCES jiedui_referral (school_id, referral_id) ON DELETE CASCADE
);
COMMENT ON TABLE jiedui_referral_report IS
  'To whom a referral was reported.';
COMMENT ON COLUMN jiedui_referral_report.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_referral_report.referral_id IS
  'the referral';
COMMENT ON COLUMN jiedui_referral_report.place IS
  '0 for the first report';
COMMENT ON COLUMN jiedui_referral_report.authority IS
  'to whom: police, civil-affairs, education, procuratorate or other';
COMMENT ON COLUMN jiedui_referral_report.reported_at IS
  'when it was reported, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_referral_report.reported_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';
COMMENT ON COLUMN jiedui_referral_report.reported_by IS
  'the member of staff who reported it';
COMMENT ON COLUMN jiedui_referral_report.reference IS
  'what the other side calls it';
COMMENT ON COLUMN jiedui_referral_report.recorded_at IS
  'when it was recorded, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_referral_report.recorded_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';

ALTER TABLE jiedui_mentor_assignment
  ADD COLUMN mentor_role VARCHAR(32) COLLATE "C" DEFAULT 'primary' NOT NULL;
COMMENT ON COLUMN jiedui_mentor_assignment.mentor_role IS
  'what the teacher is to the child: primary, supporting or acting-parent';

CREATE TABLE jiedui_census_answer (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  answer_id VARCHAR(64) COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  child_id VARCHAR(64) COLLATE "C" NOT NULL,
  term VARCHAR(255) NOT NULL,
  survey_day DATE NOT NULL,
  surveyed_by VARCHAR(64) COLLATE "C" NOT NULL,
  recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  recorded_nanos SMALLINT NOT NULL,
  note TEXT,
  CONSTRAINT jiedui_census_answer_key PRIMARY KEY (school_id, answer_id)
);
CREATE INDEX jiedui_census_answer_by_child
  ON jiedui_census_answer (school_id, child_id, answer_id);
CREATE INDEX jiedui_census_answer_by_term
  ON jiedui_census_answer (school_id, term, answer_id);
COMMENT ON TABLE jiedui_census_answer IS
  'That a pupil was surveyed in a term; what was found stands in its facts. Rows are added: a correction is a further row, and the one recorded last counts.';
COMMENT ON COLUMN jiedui_census_answer.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_census_answer.answer_id IS
  'the answer';
COMMENT ON COLUMN jiedui_census_answer.version IS
  '1 for a new record, one more with each update';
COMMENT ON COLUMN jiedui_census_answer.child_id IS
  'the pupil';
COMMENT ON COLUMN jiedui_census_answer.term IS
  'the label of the term, such as 2025-1';
COMMENT ON COLUMN jiedui_census_answer.survey_day IS
  'the day of the survey';
COMMENT ON COLUMN jiedui_census_answer.surveyed_by IS
  'who asked';
COMMENT ON COLUMN jiedui_census_answer.recorded_at IS
  'when it was recorded, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_census_answer.recorded_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';
COMMENT ON COLUMN jiedui_census_answer.note IS
  'what else was said';

UPDATE jiedui_schema_version SET version = 2;
