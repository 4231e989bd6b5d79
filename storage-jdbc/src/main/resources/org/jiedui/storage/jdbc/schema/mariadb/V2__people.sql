-- Jiedui, schema version 2, for MariaDB and MySQL: households, the census, the care team, peers and referrals.
--
-- Run as it is by a host that runs its own scripts; otherwise the store runs it by itself, with
-- the host's prefix in place of jiedui_.

ALTER TABLE jiedui_child
  ADD COLUMN father_birth_date DATE NULL
    COMMENT 'the birth date of the father',
  ADD COLUMN father_employer MEDIUMTEXT NULL
    COMMENT 'for whom the father works',
  ADD COLUMN father_contact_wish MEDIUMTEXT NULL
    COMMENT 'how and when the father wishes to be reached',
  ADD COLUMN mother_birth_date DATE NULL
    COMMENT 'the birth date of the mother',
  ADD COLUMN mother_employer MEDIUMTEXT NULL
    COMMENT 'for whom the mother works',
  ADD COLUMN mother_contact_wish MEDIUMTEXT NULL
    COMMENT 'how and when the mother wishes to be reached',
  ADD COLUMN residence VARCHAR(200) NULL
    COMMENT 'where the child lives',
  ADD COLUMN residence_division VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'the six-digit division code of the residence',
  ADD COLUMN registration_place VARCHAR(200) NULL
    COMMENT 'where the household is registered',
  ADD COLUMN registration_division VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'the six-digit division code of that place',
  ADD COLUMN health VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'healthy, disability or illness',
  ADD COLUMN disability VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'the kind of disability',
  ADD COLUMN disability_grade INTEGER NULL
    COMMENT 'the grade of the disability, 1 to 4',
  ADD COLUMN health_note MEDIUMTEXT NULL
    COMMENT 'what the school noted of the health',
  ADD COLUMN special_care BOOLEAN NULL
    COMMENT 'whether the child needs special care; null: the health is not known',
  ADD COLUMN income_source MEDIUMTEXT NULL
    COMMENT 'what the family lives on',
  ADD COLUMN aid MEDIUMTEXT NULL
    COMMENT 'which aid the child receives';

ALTER TABLE jiedui_child_fact
  ADD COLUMN able_to_care BOOLEAN NULL
    COMMENT 'father, mother: whether able to care for the child; null: not known',
  ADD COLUMN village_notified_on DATE NULL
    COMMENT 'carer: when the village committee was told',
  ADD COLUMN heard_on DATE NULL
    COMMENT 'carer: when the view of the child was heard',
  ADD COLUMN occupation MEDIUMTEXT NULL
    COMMENT 'carer: the occupation',
  ADD COLUMN health MEDIUMTEXT NULL
    COMMENT 'carer: the health',
  ADD COLUMN ability VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'carer: how well able to care: good, fair or poor',
  ADD COLUMN rated_on DATE NULL
    COMMENT 'carer: when that was rated',
  ADD COLUMN full_capacity BOOLEAN NULL
    COMMENT 'carer: whether of full capacity for civil acts; null: not known',
  ADD COLUMN bars VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'carer: the bars of the law that were found: codes between commas',
  ADD COLUMN state VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'schooling: whether at school; living: with whom',
  MODIFY COLUMN reason MEDIUMTEXT NULL
    COMMENT 'care: why it was closed; key-support: why; concern: why it was closed',
  MODIFY COLUMN kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'care, placement, boarding, carer, father, mother, key-support, schooling, living, or concern- and the kind of concern';

-- Who cared for a child, and since when that is known.
CREATE OR REPLACE VIEW jiedui_child_carer AS
SELECT school_id, child_id, place, valid_from, valid_until, recorded_at, recorded_nanos, held,
  carer_id, carer_name, relation, birth_date, phone, address, division_code, notified_on,
  village_notified_on, heard_on, occupation, health, ability, rated_on, full_capacity, bars
FROM jiedui_child_fact
WHERE kind = 'carer';

CREATE TABLE IF NOT EXISTS jiedui_team_membership (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  membership_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the membership',
  version BIGINT NOT NULL
    COMMENT '1 for a new record, one more with each update',
  staff_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the member of staff',
  post VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'head, deputy or member',
  responsibilities VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the codes of what they answer for, each between commas',
  first_day DATE NOT NULL
    COMMENT 'the first day',
  recorded_at DATETIME(6) NOT NULL
    COMMENT 'when it was recorded, in UTC, to the microsecond',
  recorded_nanos SMALLINT NOT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  last_day DATE NULL
    COMMENT 'the last day, included; null: it goes on',
  closing_reason MEDIUMTEXT NULL
    COMMENT 'why it ended',
  closed_at DATETIME(6) NULL
    COMMENT 'when its end was recorded, in UTC, to the microsecond',
  closed_nanos SMALLINT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  PRIMARY KEY (school_id, membership_id)
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'Who is in the care team of a school, and answers for what there.';

CREATE TABLE IF NOT EXISTS jiedui_record_check (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  check_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the check',
  version BIGINT NOT NULL
    COMMENT '1 for a new record, one more with each update',
  staff_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'whose records',
  checked_on DATE NOT NULL
    COMMENT 'the day on which they were checked',
  recorded_at DATETIME(6) NOT NULL
    COMMENT 'when it was recorded, in UTC, to the microsecond',
  recorded_nanos SMALLINT NOT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  PRIMARY KEY (school_id, check_id)
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'Checks of the records of staff for offences that bar people from work with minors. What was found is not kept.';

CREATE TABLE IF NOT EXISTS jiedui_peer_pair (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  pair_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the pair',
  version BIGINT NOT NULL
    COMMENT '1 for a new record, one more with each update',
  helper VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the child who helps',
  helped VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the child who is helped',
  kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'with what: study or life',
  first_day DATE NOT NULL
    COMMENT 'the first day',
  recorded_at DATETIME(6) NOT NULL
    COMMENT 'when it was recorded, in UTC, to the microsecond',
  recorded_nanos SMALLINT NOT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  last_day DATE NULL
    COMMENT 'the last day, included; null: it goes on',
  closing_reason MEDIUMTEXT NULL
    COMMENT 'why it ended',
  closed_at DATETIME(6) NULL
    COMMENT 'when its end was recorded, in UTC, to the microsecond',
  closed_nanos SMALLINT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  PRIMARY KEY (school_id, pair_id),
  KEY jiedui_peer_pair_by_helper (school_id, helper, pair_id),
  KEY jiedui_peer_pair_by_helped (school_id, helped, pair_id)
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'That one child helps another.';

CREATE TABLE IF NOT EXISTS jiedui_guardian_consent (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  consent_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the consent',
  version BIGINT NOT NULL
    COMMENT '1 for a new record, one more with each update',
  child_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'for which child',
  given_by VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'who gave it: father, mother, other-guardian or carer',
  given_on DATE NOT NULL
    COMMENT 'the day on which it was given',
  valid_until DATE NULL
    COMMENT 'the last day on which it counts; null: it names none',
  recorded_at DATETIME(6) NOT NULL
    COMMENT 'when it was recorded, in UTC, to the microsecond',
  recorded_nanos SMALLINT NOT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  withdrawn_on DATE NULL
    COMMENT 'the first day on which it counts no more; null: it was not withdrawn',
  withdrawn_at DATETIME(6) NULL
    COMMENT 'when its withdrawal was recorded, in UTC, to the microsecond',
  withdrawn_nanos SMALLINT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  PRIMARY KEY (school_id, consent_id),
  KEY jiedui_guardian_consent_by_child (school_id, child_id, consent_id)
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'That somebody agreed that a child is a guest of another family, or that the family has a child as a guest.';

CREATE TABLE IF NOT EXISTS jiedui_home_stay (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  stay_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the stay',
  version BIGINT NOT NULL
    COMMENT '1 for a new record, one more with each update',
  guest VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the child who visits',
  host VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the child whose family is visited',
  kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'visit, weekend or holiday',
  first_day DATE NOT NULL
    COMMENT 'the first day',
  last_day DATE NOT NULL
    COMMENT 'the last day, included',
  recorded_at DATETIME(6) NOT NULL
    COMMENT 'when it was recorded, in UTC, to the microsecond',
  recorded_nanos SMALLINT NOT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  calling_off_reason MEDIUMTEXT NULL
    COMMENT 'why it does not take place; null: it is not called off',
  called_off_at DATETIME(6) NULL
    COMMENT 'when that was recorded, in UTC, to the microsecond',
  called_off_nanos SMALLINT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  PRIMARY KEY (school_id, stay_id),
  KEY jiedui_home_stay_by_guest (school_id, guest, stay_id),
  KEY jiedui_home_stay_by_host (school_id, host, stay_id)
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'Visits and stays of one child with the family of another.';

CREATE TABLE IF NOT EXISTS jiedui_referral (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  referral_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the referral',
  version BIGINT NOT NULL
    COMMENT '1 for a new record, one more with each update',
  child_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the child',
  harm_triggers VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'what a suspicion of harm rests on, each code between commas; null: support',
  support VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'the support that is needed; null: harm is suspected',
  noticed_at DATETIME(6) NOT NULL
    COMMENT 'when it was noticed, in UTC, to the microsecond',
  noticed_nanos SMALLINT NOT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  noticed_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the member of staff who noticed it',
  note MEDIUMTEXT NULL
    COMMENT 'what was noticed',
  raised_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'who entered it',
  recorded_at DATETIME(6) NOT NULL
    COMMENT 'when it was entered, in UTC, to the microsecond',
  recorded_nanos SMALLINT NOT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  ended_at DATETIME(6) NULL
    COMMENT 'when it ended; null: it has not, in UTC, to the microsecond',
  ended_nanos SMALLINT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  mistaken BOOLEAN NULL
    COMMENT 'whether it was entered by mistake',
  outcome MEDIUMTEXT NULL
    COMMENT 'what came of it',
  ending_recorded_at DATETIME(6) NULL
    COMMENT 'when its end was recorded, in UTC, to the microsecond',
  ending_recorded_nanos SMALLINT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  PRIMARY KEY (school_id, referral_id),
  KEY jiedui_referral_by_child (school_id, child_id, referral_id)
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'What the school hands on about a child: suspicions of harm, and needs of support. Few may see it.';

CREATE TABLE IF NOT EXISTS jiedui_referral_report (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  referral_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the referral',
  place INTEGER NOT NULL
    COMMENT '0 for the first report',
  authority VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'to whom: police, civil-affairs, education, procuratorate or other',
  reported_at DATETIME(6) NOT NULL
    COMMENT 'when it was reported, in UTC, to the microsecond',
  reported_nanos SMALLINT NOT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  reported_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the member of staff who reported it',
  reference MEDIUMTEXT NULL
    COMMENT 'what the other side calls it',
  recorded_at DATETIME(6) NOT NULL
    COMMENT 'when it was recorded, in UTC, to the microsecond',
  recorded_nanos SMALLINT NOT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  PRIMARY KEY (school_id, referral_id, place),
  CONSTRAINT jiedui_referral_report_of_referral FOREIGN KEY (school_id, referral_id)
    REFERENCES jiedui_referral (school_id, referral_id) ON DELETE CASCADE
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'To whom a referral was reported.';

ALTER TABLE jiedui_mentor_assignment
  ADD COLUMN mentor_role VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin DEFAULT 'primary' NOT NULL
    COMMENT 'what the teacher is to the child: primary, supporting or acting-parent';

CREATE TABLE IF NOT EXISTS jiedui_census_answer (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  answer_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the answer',
  version BIGINT NOT NULL
    COMMENT '1 for a new record, one more with each update',
  child_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the pupil',
  term VARCHAR(255) NOT NULL
    COMMENT 'the label of the term, such as 2025-1',
  survey_day DATE NOT NULL
    COMMENT 'the day of the survey',
  surveyed_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'who asked',
  recorded_at DATETIME(6) NOT NULL
    COMMENT 'when it was recorded, in UTC, to the microsecond',
  recorded_nanos SMALLINT NOT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  note MEDIUMTEXT NULL
    COMMENT 'what else was said',
  PRIMARY KEY (school_id, answer_id),
  KEY jiedui_census_answer_by_child (school_id, child_id, answer_id),
  KEY jiedui_census_answer_by_term (school_id, term, answer_id)
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'That a pupil was surveyed in a term; what was found stands in its facts. Rows are added: a correction is a further row, and the one recorded last counts.';

UPDATE jiedui_schema_version SET version = 2;
