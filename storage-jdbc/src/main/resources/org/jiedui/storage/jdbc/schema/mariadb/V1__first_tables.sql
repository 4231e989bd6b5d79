-- Jiedui, schema version 1, for MariaDB and MySQL.
--
-- Run as it is by a host that runs its own scripts; otherwise the store runs it by itself, with
-- the host's prefix in place of jiedui_. It may be run again after it was broken off.

CREATE TABLE IF NOT EXISTS jiedui_schema_version (
  version INTEGER NOT NULL
    COMMENT 'the number of the last script that was run'
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'The version of this schema; one row.';

CREATE TABLE IF NOT EXISTS jiedui_school (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  version BIGINT NOT NULL
    COMMENT '1 for a new record, one more with each update',
  name MEDIUMTEXT NOT NULL
    COMMENT 'what people call it',
  school_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'its ten-digit code in the national register',
  time_zone VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'its time zone, an IANA name',
  PRIMARY KEY (school_id)
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'Schools.';

CREATE TABLE IF NOT EXISTS jiedui_school_ledger (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  last_sequence BIGINT NOT NULL
    COMMENT 'the number of the last entry in its audit',
  set_up VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'names what the school has set up (itself, calendar, rules, classes): random, and new with every change; to be set to null when any of that is changed by hand; null: unknown',
  PRIMARY KEY (school_id)
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'One row for each school, which whoever writes at the school locks first: writes at one school go one after the other.';

CREATE TABLE IF NOT EXISTS jiedui_calendar (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  version BIGINT NOT NULL
    COMMENT '1 for a new record, one more with each update',
  last_day DATE NULL
    COMMENT 'the last day that the calendar names itself; null: the end of its last school year',
  PRIMARY KEY (school_id)
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'Calendars, one for each school.';

CREATE TABLE IF NOT EXISTS jiedui_term (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  place INTEGER NOT NULL
    COMMENT '0 for the first term',
  label MEDIUMTEXT NOT NULL
    COMMENT 'the school year and the term, such as 2025-1',
  name MEDIUMTEXT NULL
    COMMENT 'what people call it',
  school_year INTEGER NOT NULL
    COMMENT 'the year in which its school year begins',
  first_day DATE NOT NULL
    COMMENT 'its first day',
  last_day DATE NOT NULL
    COMMENT 'its last day, included',
  PRIMARY KEY (school_id, place),
  CONSTRAINT jiedui_term_of_calendar FOREIGN KEY (school_id)
    REFERENCES jiedui_calendar (school_id) ON DELETE CASCADE
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'The terms of a calendar.';

CREATE TABLE IF NOT EXISTS jiedui_term_milestone (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  place INTEGER NOT NULL
    COMMENT 'the place of the term',
  milestone VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'term-start, term-mid or term-end',
  first_day DATE NOT NULL
    COMMENT 'its first day',
  last_day DATE NOT NULL
    COMMENT 'its last day, included',
  PRIMARY KEY (school_id, place, milestone),
  CONSTRAINT jiedui_term_milestone_of_term FOREIGN KEY (school_id, place)
    REFERENCES jiedui_term (school_id, place) ON DELETE CASCADE
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'The milestone windows that a calendar gives for a term.';

CREATE TABLE IF NOT EXISTS jiedui_rule_book (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  version BIGINT NOT NULL
    COMMENT '1 for a new record, one more with each update',
  PRIMARY KEY (school_id)
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'Rule books, one for each school.';

CREATE TABLE IF NOT EXISTS jiedui_rule (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  rule_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the rule',
  place INTEGER NOT NULL
    COMMENT '0 for the rule that people list first',
  title_zh MEDIUMTEXT NOT NULL
    COMMENT 'what people call it, in Chinese',
  title_en MEDIUMTEXT NOT NULL
    COMMENT 'what people call it, in English',
  source MEDIUMTEXT NOT NULL
    COMMENT 'where it comes from',
  article MEDIUMTEXT NULL
    COMMENT 'which article',
  text_of DATE NULL
    COMMENT 'of which day the text is',
  verified BOOLEAN NOT NULL
    COMMENT 'whether somebody compared it with the source',
  PRIMARY KEY (school_id, rule_id),
  CONSTRAINT jiedui_rule_of_rule_book FOREIGN KEY (school_id)
    REFERENCES jiedui_rule_book (school_id) ON DELETE CASCADE
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'The contact rules of a rule book.';

CREATE TABLE IF NOT EXISTS jiedui_rule_version (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  rule_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the rule',
  place INTEGER NOT NULL
    COMMENT '0 for the first version',
  valid_from DATE NOT NULL
    COMMENT 'its first day',
  valid_until DATE NULL
    COMMENT 'its last day, if it has one of its own',
  scope MEDIUMTEXT NOT NULL
    COMMENT 'for which children, such as: grade 1-3 and boarding',
  made_by VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'who makes the contact: codes between commas',
  parties VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'with whom: codes between commas',
  channels VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'how: codes between commas',
  cadence MEDIUMTEXT NOT NULL
    COMMENT 'how often, such as P1M',
  times INTEGER NOT NULL
    COMMENT 'how many contacts a window needs',
  season VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'term or year',
  coverage VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'half, whole or any',
  grace_days INTEGER NOT NULL
    COMMENT 'how many days after the deadline a contact is late but made',
  PRIMARY KEY (school_id, rule_id, place),
  CONSTRAINT jiedui_rule_version_of_rule FOREIGN KEY (school_id, rule_id)
    REFERENCES jiedui_rule (school_id, rule_id) ON DELETE CASCADE
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'The versions of a rule.';

CREATE TABLE IF NOT EXISTS jiedui_class_group (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  class_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the class',
  version BIGINT NOT NULL
    COMMENT '1 for a new record, one more with each update',
  school_year INTEGER NOT NULL
    COMMENT '2025 for 2025-2026',
  name MEDIUMTEXT NOT NULL
    COMMENT 'what people call it',
  grade INTEGER NOT NULL
    COMMENT '1 to 12',
  PRIMARY KEY (school_id, class_id)
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'Classes.';

CREATE TABLE IF NOT EXISTS jiedui_class_teacher (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  class_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the class',
  role VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'homeroom-teacher or subject-teacher',
  place INTEGER NOT NULL
    COMMENT 'the number of the entry: of two recorded at one instant the higher overrides',
  staff_place INTEGER NOT NULL
    COMMENT '0 for the first teacher of the entry',
  valid_from DATE NOT NULL
    COMMENT 'the first day that the entry speaks of',
  valid_until DATE NULL
    COMMENT 'the last day, included; null: without end',
  recorded_at DATETIME(6) NOT NULL
    COMMENT 'when it was recorded, in UTC, to the microsecond',
  recorded_nanos SMALLINT NOT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  held BOOLEAN NOT NULL
    COMMENT 'false: nothing held on these days',
  staff_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'the teacher; null with held: the entry says that there is none',
  PRIMARY KEY (school_id, class_id, role, place, staff_place),
  KEY jiedui_class_teacher_by_staff (school_id, staff_id),
  CONSTRAINT jiedui_class_teacher_of_class_group FOREIGN KEY (school_id, class_id)
    REFERENCES jiedui_class_group (school_id, class_id) ON DELETE CASCADE
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'Who teaches a class, and since when that is known: entries are only added, and of two the one recorded later overrides on its days. An entry about several teachers is as many rows.';

CREATE TABLE IF NOT EXISTS jiedui_staff_member (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  staff_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the staff number',
  version BIGINT NOT NULL
    COMMENT '1 for a new record, one more with each update',
  name VARCHAR(64) NOT NULL
    COMMENT 'the name',
  sex VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'male or female',
  phone VARCHAR(40) NULL
    COMMENT 'the phone, as written',
  PRIMARY KEY (school_id, staff_id)
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'Members of staff.';

CREATE TABLE IF NOT EXISTS jiedui_staff_post (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  staff_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the member of staff',
  place INTEGER NOT NULL
    COMMENT 'the number of the entry: of two recorded at one instant the higher overrides',
  valid_from DATE NOT NULL
    COMMENT 'the first day that the entry speaks of',
  valid_until DATE NULL
    COMMENT 'the last day, included; null: without end',
  recorded_at DATETIME(6) NOT NULL
    COMMENT 'when it was recorded, in UTC, to the microsecond',
  recorded_nanos SMALLINT NOT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  held BOOLEAN NOT NULL
    COMMENT 'false: nothing held on these days',
  post VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'the post',
  PRIMARY KEY (school_id, staff_id, place),
  CONSTRAINT jiedui_staff_post_of_staff_member FOREIGN KEY (school_id, staff_id)
    REFERENCES jiedui_staff_member (school_id, staff_id) ON DELETE CASCADE
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'The posts of a member of staff, and since when they are known.';

CREATE TABLE IF NOT EXISTS jiedui_child (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  child_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the child',
  version BIGINT NOT NULL
    COMMENT '1 for a new record, one more with each update',
  student_number VARCHAR(19) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the student number, unique within the school',
  name VARCHAR(64) NOT NULL
    COMMENT 'the name',
  sex VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'male or female',
  ethnicity MEDIUMTEXT NULL
    COMMENT 'as the school writes it',
  birth_date DATE NOT NULL
    COMMENT 'the birth date',
  resident_id VARCHAR(18) NULL
    COMMENT 'the resident ID; never a key',
  registration VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'rural or urban',
  father_name VARCHAR(64) NULL
    COMMENT 'the name of the father',
  father_phone VARCHAR(40) NULL
    COMMENT 'the phone of the father',
  mother_name VARCHAR(64) NULL
    COMMENT 'the name of the mother',
  mother_phone VARCHAR(40) NULL
    COMMENT 'the phone of the mother',
  PRIMARY KEY (school_id, child_id),
  UNIQUE KEY jiedui_child_by_student_number (school_id, student_number)
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'Children: what does not change with time.';

CREATE TABLE IF NOT EXISTS jiedui_child_fact (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  child_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the child',
  kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'care, placement, boarding, carer, father, mother, key-support, or concern- and the kind of concern',
  place INTEGER NOT NULL
    COMMENT 'the number of the fact: of two recorded at one instant the higher overrides',
  valid_from DATE NOT NULL
    COMMENT 'the first day that the entry speaks of',
  valid_until DATE NULL
    COMMENT 'the last day, included; null: without end',
  recorded_at DATETIME(6) NOT NULL
    COMMENT 'when it was recorded, in UTC, to the microsecond',
  recorded_nanos SMALLINT NOT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  held BOOLEAN NOT NULL
    COMMENT 'false: nothing held on these days',
  in_care BOOLEAN NULL
    COMMENT 'care: whether the file is open',
  reason MEDIUMTEXT NULL
    COMMENT 'care: why it was closed; key-support: why',
  class_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'placement: the class',
  grade INTEGER NULL
    COMMENT 'placement: its grade',
  boards BOOLEAN NULL
    COMMENT 'boarding: whether the child boards',
  carer_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'carer: who',
  carer_name VARCHAR(64) NULL
    COMMENT 'carer: the name',
  relation VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'carer: how related to the child',
  birth_date DATE NULL
    COMMENT 'carer: the birth date',
  phone VARCHAR(40) NULL
    COMMENT 'carer: the phone',
  notified_on DATE NULL
    COMMENT 'carer: when the school was told',
  away BOOLEAN NULL
    COMMENT 'father, mother: whether away for work',
  address VARCHAR(200) NULL
    COMMENT 'carer: the home; father, mother: the workplace',
  division_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'the six-digit division code of the address',
  note MEDIUMTEXT NULL
    COMMENT 'concern: what was seen',
  PRIMARY KEY (school_id, child_id, kind, place),
  CONSTRAINT jiedui_child_fact_of_child FOREIGN KEY (school_id, child_id)
    REFERENCES jiedui_child (school_id, child_id) ON DELETE CASCADE
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'What changes with time about a child, and since when it is known. Facts are only added: of two about the same, the one recorded later overrides on its days.';

CREATE TABLE IF NOT EXISTS jiedui_contact (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  child_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the child that it is about',
  contact_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'chosen by who records it, unique for the child',
  made_on DATE NOT NULL
    COMMENT 'the day on which it was made',
  channel VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'how',
  made_by VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'who made it, in which role',
  staff_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'which member of staff made it',
  parties VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'whom it was to reach: codes between commas, such as ,child,carer,',
  reached BOOLEAN NOT NULL
    COMMENT 'false: an attempt that reached nobody',
  note MEDIUMTEXT NULL
    COMMENT 'what was noted',
  recorded_at DATETIME(6) NOT NULL
    COMMENT 'when it was recorded, in UTC, to the microsecond',
  recorded_nanos SMALLINT NOT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  recorded_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'who recorded it',
  supersedes VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'the voided contact that it replaces',
  kind INTEGER GENERATED ALWAYS AS (
      CASE made_by WHEN 'child' THEN 0
          WHEN 'father' THEN 1
          WHEN 'mother' THEN 2
          WHEN 'carer' THEN 3
          WHEN 'homeroom-teacher' THEN 4
          WHEN 'subject-teacher' THEN 5
          WHEN 'mentor' THEN 6
          WHEN 'school-leader' THEN 7
          WHEN 'other-staff' THEN 8
          WHEN 'volunteer' THEN 9 END
        + CASE channel WHEN 'home-visit' THEN 0
          WHEN 'talk' THEN 16
          WHEN 'meeting' THEN 32
          WHEN 'visit' THEN 48
          WHEN 'call' THEN 64
          WHEN 'video-call' THEN 80
          WHEN 'message' THEN 96
          WHEN 'letter' THEN 112 END
        + CASE WHEN reached AND parties LIKE '%,child,%' THEN 256 ELSE 0 END
        + CASE WHEN reached AND parties LIKE '%,father,%' THEN 512 ELSE 0 END
        + CASE WHEN reached AND parties LIKE '%,mother,%' THEN 1024 ELSE 0 END
        + CASE WHEN reached AND parties LIKE '%,carer,%' THEN 2048 ELSE 0 END
        + CASE WHEN reached AND parties LIKE '%,homeroom-teacher,%' THEN 4096 ELSE 0 END
        + CASE WHEN reached AND parties LIKE '%,subject-teacher,%' THEN 8192 ELSE 0 END
        + CASE WHEN reached AND parties LIKE '%,mentor,%' THEN 16384 ELSE 0 END
        + CASE WHEN reached AND parties LIKE '%,school-leader,%' THEN 32768 ELSE 0 END
        + CASE WHEN reached AND parties LIKE '%,other-staff,%' THEN 65536 ELSE 0 END
        + CASE WHEN reached AND parties LIKE '%,volunteer,%' THEN 131072 ELSE 0 END
    ) STORED
    COMMENT 'who made it, how and who was reached in one number, computed by the database: what reports read',
  PRIMARY KEY (school_id, child_id, contact_id),
  KEY jiedui_contact_by_series (school_id, child_id, made_on, recorded_at, recorded_nanos, contact_id, kind),
  CONSTRAINT jiedui_contact_of_child FOREIGN KEY (school_id, child_id)
    REFERENCES jiedui_child (school_id, child_id)
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'Contacts. Rows are added, never changed and never deleted; one entered by mistake has a row in contact_voiding.';

CREATE TABLE IF NOT EXISTS jiedui_contact_voiding (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  child_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the child',
  contact_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the contact',
  recorded_at DATETIME(6) NOT NULL
    COMMENT 'when that was recorded, in UTC, to the microsecond',
  recorded_nanos SMALLINT NOT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  voided_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'who says so',
  reason MEDIUMTEXT NOT NULL
    COMMENT 'why',
  PRIMARY KEY (school_id, child_id, contact_id),
  CONSTRAINT jiedui_contact_voiding_of_contact FOREIGN KEY (school_id, child_id, contact_id)
    REFERENCES jiedui_contact (school_id, child_id, contact_id)
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'That a contact was entered by mistake.';

CREATE TABLE IF NOT EXISTS jiedui_exemption (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  exemption_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the exemption',
  version BIGINT NOT NULL
    COMMENT '1 for a new record, one more with each update',
  child_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the child',
  first_day DATE NOT NULL
    COMMENT 'the first exempt day',
  last_day DATE NULL
    COMMENT 'the last, included; null: without end',
  rule_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'the rule; null: all rules',
  reason MEDIUMTEXT NOT NULL
    COMMENT 'why',
  approved_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'who approved it',
  recorded_at DATETIME(6) NOT NULL
    COMMENT 'when it was recorded, in UTC, to the microsecond',
  recorded_nanos SMALLINT NOT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  withdrawn_at DATETIME(6) NULL
    COMMENT 'when its withdrawal was recorded, in UTC, to the microsecond',
  withdrawn_nanos SMALLINT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  PRIMARY KEY (school_id, exemption_id),
  KEY jiedui_exemption_by_child (school_id, child_id, exemption_id)
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'Days on which a rule, or every rule, does not ask for contacts with a child.';

CREATE TABLE IF NOT EXISTS jiedui_mentor_assignment (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  assignment_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the assignment',
  version BIGINT NOT NULL
    COMMENT '1 for a new record, one more with each update',
  child_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the child',
  mentor VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the teacher',
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
  PRIMARY KEY (school_id, assignment_id),
  KEY jiedui_mentor_assignment_by_child (school_id, child_id, assignment_id),
  KEY jiedui_mentor_assignment_by_mentor (school_id, mentor)
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'That a teacher is paired with a child.';

CREATE TABLE IF NOT EXISTS jiedui_standing (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  child_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the child',
  place INTEGER NOT NULL
    COMMENT '0 for the first by rule and days shown',
  rule_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the rule',
  rule_version INTEGER NOT NULL
    COMMENT 'the place of the version that judges it',
  opens DATE NOT NULL
    COMMENT 'the first day of the window',
  deadline DATE NOT NULL
    COMMENT 'its deadline',
  shown_from DATE NULL
    COMMENT 'the first day on which it is shown; null: always was',
  shown_until DATE NULL
    COMMENT 'the last day on which it is shown; null: none yet',
  responsible VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'who answers for it on these days',
  class_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'the class of the child on these days',
  lapse_year SMALLINT GENERATED ALWAYS AS (
      CASE WHEN shown_until IS NULL THEN 9999
        ELSE YEAR(shown_until) - CASE WHEN MONTH(shown_until) < 9 THEN 1 ELSE 0 END END
    ) STORED
    COMMENT 'the school year in which it is last shown, 9999 for none yet, computed by the database: boards pass over the years that are over',
  PRIMARY KEY (school_id, child_id, place),
  KEY jiedui_standing_by_board (school_id, lapse_year, deadline, child_id, rule_id, place),
  KEY jiedui_standing_by_responsible (school_id, responsible, deadline, child_id, rule_id, place),
  KEY jiedui_standing_by_class (school_id, class_id, deadline, child_id, rule_id, place)
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'What is due next for each child and rule, with who answers for it. Computed from everything else, and rewritten in the transaction that changes it; it does not depend on the day.';

CREATE TABLE IF NOT EXISTS jiedui_audit (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  sequence_number BIGINT NOT NULL
    COMMENT '1 for the first entry of a school, without a gap',
  happened_at DATETIME(6) NOT NULL
    COMMENT 'when, in UTC, to the microsecond',
  happened_nanos SMALLINT NOT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  actor VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'who',
  operation VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'what',
  outcome VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'permitted or refused',
  child_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'about which child',
  record_count INTEGER NOT NULL
    COMMENT 'how many records were seen or written',
  PRIMARY KEY (school_id, sequence_number)
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'Who did what: rows are added, never changed and never deleted.';

-- Contacts with their voiding, for people.
CREATE OR REPLACE VIEW jiedui_contact_list AS
SELECT c.*, v.recorded_at AS voided_at, v.voided_by, v.reason AS void_reason
FROM jiedui_contact c
  LEFT JOIN jiedui_contact_voiding v
    ON v.school_id = c.school_id AND v.child_id = c.child_id AND v.contact_id = c.contact_id;

-- Who cared for a child, and since when that is known.
CREATE OR REPLACE VIEW jiedui_child_carer AS
SELECT school_id, child_id, place, valid_from, valid_until, recorded_at, recorded_nanos, held,
  carer_id, carer_name, relation, birth_date, phone, address, division_code, notified_on
FROM jiedui_child_fact
WHERE kind = 'carer';

-- In which class a child was, and since when that is known.
CREATE OR REPLACE VIEW jiedui_child_placement AS
SELECT school_id, child_id, place, valid_from, valid_until, recorded_at, recorded_nanos, held,
  class_id, grade
FROM jiedui_child_fact
WHERE kind = 'placement';

-- The difficulties of a child, and since when they are known.
CREATE OR REPLACE VIEW jiedui_child_concern AS
SELECT school_id, child_id, kind, place, valid_from, valid_until, recorded_at, recorded_nanos, held,
  note
FROM jiedui_child_fact
WHERE kind LIKE 'concern-%';

INSERT INTO jiedui_schema_version (version) VALUES (1);
