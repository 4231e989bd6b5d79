-- Jiedui, schema version 1, for PostgreSQL.
--
-- Run as it is by a host that runs its own scripts; otherwise the store runs it by itself, with
-- the host's prefix in place of jiedui_.

CREATE TABLE jiedui_schema_version (
  version INTEGER NOT NULL
);
COMMENT ON TABLE jiedui_schema_version IS
  'The version of this schema; one row.';
COMMENT ON COLUMN jiedui_schema_version.version IS
  'the number of the last script that was run';

CREATE TABLE jiedui_school (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  name TEXT NOT NULL,
  school_code VARCHAR(32) COLLATE "C",
  time_zone VARCHAR(64) COLLATE "C" NOT NULL,
  CONSTRAINT jiedui_school_key PRIMARY KEY (school_id)
);
COMMENT ON TABLE jiedui_school IS
  'Schools.';
COMMENT ON COLUMN jiedui_school.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_school.version IS
  '1 for a new record, one more with each update';
COMMENT ON COLUMN jiedui_school.name IS
  'what people call it';
COMMENT ON COLUMN jiedui_school.school_code IS
  'its ten-digit code in the national register';
COMMENT ON COLUMN jiedui_school.time_zone IS
  'its time zone, an IANA name';

CREATE TABLE jiedui_school_ledger (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  last_sequence BIGINT NOT NULL,
  set_up VARCHAR(36) COLLATE "C",
  CONSTRAINT jiedui_school_ledger_key PRIMARY KEY (school_id)
);
COMMENT ON TABLE jiedui_school_ledger IS
  'One row for each school, which whoever writes at the school locks first: writes at one school go one after the other.';
COMMENT ON COLUMN jiedui_school_ledger.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_school_ledger.last_sequence IS
  'the number of the last entry in its audit';
COMMENT ON COLUMN jiedui_school_ledger.set_up IS
  'names what the school has set up (itself, calendar, rules, classes): random, and new with every change; to be set to null when any of that is changed by hand; null: unknown';

CREATE TABLE jiedui_calendar (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  last_day DATE,
  CONSTRAINT jiedui_calendar_key PRIMARY KEY (school_id)
);
COMMENT ON TABLE jiedui_calendar IS
  'Calendars, one for each school.';
COMMENT ON COLUMN jiedui_calendar.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_calendar.version IS
  '1 for a new record, one more with each update';
COMMENT ON COLUMN jiedui_calendar.last_day IS
  'the last day that the calendar names itself; null: the end of its last school year';

CREATE TABLE jiedui_term (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  place INTEGER NOT NULL,
  label TEXT NOT NULL,
  name TEXT,
  school_year INTEGER NOT NULL,
  first_day DATE NOT NULL,
  last_day DATE NOT NULL,
  CONSTRAINT jiedui_term_key PRIMARY KEY (school_id, place),
  CONSTRAINT jiedui_term_of_calendar FOREIGN KEY (school_id)
    REFERENCES jiedui_calendar (school_id) ON DELETE CASCADE
);
COMMENT ON TABLE jiedui_term IS
  'The terms of a calendar.';
COMMENT ON COLUMN jiedui_term.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_term.place IS
  '0 for the first term';
COMMENT ON COLUMN jiedui_term.label IS
  'the school year and the term, such as 2025-1';
COMMENT ON COLUMN jiedui_term.name IS
  'what people call it';
COMMENT ON COLUMN jiedui_term.school_year IS
  'the year in which its school year begins';
COMMENT ON COLUMN jiedui_term.first_day IS
  'its first day';
COMMENT ON COLUMN jiedui_term.last_day IS
  'its last day, included';

CREATE TABLE jiedui_term_milestone (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  place INTEGER NOT NULL,
  milestone VARCHAR(32) COLLATE "C" NOT NULL,
  first_day DATE NOT NULL,
  last_day DATE NOT NULL,
  CONSTRAINT jiedui_term_milestone_key PRIMARY KEY (school_id, place, milestone),
  CONSTRAINT jiedui_term_milestone_of_term FOREIGN KEY (school_id, place)
    REFERENCES jiedui_term (school_id, place) ON DELETE CASCADE
);
COMMENT ON TABLE jiedui_term_milestone IS
  'The milestone windows that a calendar gives for a term.';
COMMENT ON COLUMN jiedui_term_milestone.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_term_milestone.place IS
  'the place of the term';
COMMENT ON COLUMN jiedui_term_milestone.milestone IS
  'term-start, term-mid or term-end';
COMMENT ON COLUMN jiedui_term_milestone.first_day IS
  'its first day';
COMMENT ON COLUMN jiedui_term_milestone.last_day IS
  'its last day, included';

CREATE TABLE jiedui_rule_book (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT jiedui_rule_book_key PRIMARY KEY (school_id)
);
COMMENT ON TABLE jiedui_rule_book IS
  'Rule books, one for each school.';
COMMENT ON COLUMN jiedui_rule_book.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_rule_book.version IS
  '1 for a new record, one more with each update';

CREATE TABLE jiedui_rule (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  rule_id VARCHAR(64) COLLATE "C" NOT NULL,
  place INTEGER NOT NULL,
  title_zh TEXT NOT NULL,
  title_en TEXT NOT NULL,
  source TEXT NOT NULL,
  article TEXT,
  text_of DATE,
  verified BOOLEAN NOT NULL,
  CONSTRAINT jiedui_rule_key PRIMARY KEY (school_id, rule_id),
  CONSTRAINT jiedui_rule_of_rule_book FOREIGN KEY (school_id)
    REFERENCES jiedui_rule_book (school_id) ON DELETE CASCADE
);
COMMENT ON TABLE jiedui_rule IS
  'The contact rules of a rule book.';
COMMENT ON COLUMN jiedui_rule.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_rule.rule_id IS
  'the rule';
COMMENT ON COLUMN jiedui_rule.place IS
  '0 for the rule that people list first';
COMMENT ON COLUMN jiedui_rule.title_zh IS
  'what people call it, in Chinese';
COMMENT ON COLUMN jiedui_rule.title_en IS
  'what people call it, in English';
COMMENT ON COLUMN jiedui_rule.source IS
  'where it comes from';
COMMENT ON COLUMN jiedui_rule.article IS
  'which article';
COMMENT ON COLUMN jiedui_rule.text_of IS
  'of which day the text is';
COMMENT ON COLUMN jiedui_rule.verified IS
  'whether somebody compared it with the source';

CREATE TABLE jiedui_rule_version (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  rule_id VARCHAR(64) COLLATE "C" NOT NULL,
  place INTEGER NOT NULL,
  valid_from DATE NOT NULL,
  valid_until DATE,
  scope TEXT NOT NULL,
  made_by VARCHAR(255) COLLATE "C" NOT NULL,
  parties VARCHAR(255) COLLATE "C" NOT NULL,
  channels VARCHAR(255) COLLATE "C" NOT NULL,
  cadence TEXT NOT NULL,
  times INTEGER NOT NULL,
  season VARCHAR(32) COLLATE "C" NOT NULL,
  coverage VARCHAR(32) COLLATE "C" NOT NULL,
  grace_days INTEGER NOT NULL,
  CONSTRAINT jiedui_rule_version_key PRIMARY KEY (school_id, rule_id, place),
  CONSTRAINT jiedui_rule_version_of_rule FOREIGN KEY (school_id, rule_id)
    REFERENCES jiedui_rule (school_id, rule_id) ON DELETE CASCADE
);
COMMENT ON TABLE jiedui_rule_version IS
  'The versions of a rule.';
COMMENT ON COLUMN jiedui_rule_version.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_rule_version.rule_id IS
  'the rule';
COMMENT ON COLUMN jiedui_rule_version.place IS
  '0 for the first version';
COMMENT ON COLUMN jiedui_rule_version.valid_from IS
  'its first day';
COMMENT ON COLUMN jiedui_rule_version.valid_until IS
  'its last day, if it has one of its own';
COMMENT ON COLUMN jiedui_rule_version.scope IS
  'for which children, such as: grade 1-3 and boarding';
COMMENT ON COLUMN jiedui_rule_version.made_by IS
  'who makes the contact: codes between commas';
COMMENT ON COLUMN jiedui_rule_version.parties IS
  'with whom: codes between commas';
COMMENT ON COLUMN jiedui_rule_version.channels IS
  'how: codes between commas';
COMMENT ON COLUMN jiedui_rule_version.cadence IS
  'how often, such as P1M';
COMMENT ON COLUMN jiedui_rule_version.times IS
  'how many contacts a window needs';
COMMENT ON COLUMN jiedui_rule_version.season IS
  'term or year';
COMMENT ON COLUMN jiedui_rule_version.coverage IS
  'half, whole or any';
COMMENT ON COLUMN jiedui_rule_version.grace_days IS
  'how many days after the deadline a contact is late but made';

CREATE TABLE jiedui_class_group (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  class_id VARCHAR(64) COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  school_year INTEGER NOT NULL,
  name TEXT NOT NULL,
  grade INTEGER NOT NULL,
  CONSTRAINT jiedui_class_group_key PRIMARY KEY (school_id, class_id)
);
COMMENT ON TABLE jiedui_class_group IS
  'Classes.';
COMMENT ON COLUMN jiedui_class_group.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_class_group.class_id IS
  'the class';
COMMENT ON COLUMN jiedui_class_group.version IS
  '1 for a new record, one more with each update';
COMMENT ON COLUMN jiedui_class_group.school_year IS
  '2025 for 2025-2026';
COMMENT ON COLUMN jiedui_class_group.name IS
  'what people call it';
COMMENT ON COLUMN jiedui_class_group.grade IS
  '1 to 12';

CREATE TABLE jiedui_class_teacher (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  class_id VARCHAR(64) COLLATE "C" NOT NULL,
  role VARCHAR(32) COLLATE "C" NOT NULL,
  place INTEGER NOT NULL,
  staff_place INTEGER NOT NULL,
  valid_from DATE NOT NULL,
  valid_until DATE,
  recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  recorded_nanos SMALLINT NOT NULL,
  held BOOLEAN NOT NULL,
  staff_id VARCHAR(64) COLLATE "C",
  CONSTRAINT jiedui_class_teacher_key PRIMARY KEY (school_id, class_id, role, place, staff_place),
  CONSTRAINT jiedui_class_teacher_of_class_group FOREIGN KEY (school_id, class_id)
    REFERENCES jiedui_class_group (school_id, class_id) ON DELETE CASCADE
);
CREATE INDEX jiedui_class_teacher_by_staff
  ON jiedui_class_teacher (school_id, staff_id);
COMMENT ON TABLE jiedui_class_teacher IS
  'Who teaches a class, and since when that is known: entries are only added, and of two the one recorded later overrides on its days. An entry about several teachers is as many rows.';
COMMENT ON COLUMN jiedui_class_teacher.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_class_teacher.class_id IS
  'the class';
COMMENT ON COLUMN jiedui_class_teacher.role IS
  'homeroom-teacher or subject-teacher';
COMMENT ON COLUMN jiedui_class_teacher.place IS
  'the number of the entry: of two recorded at one instant the higher overrides';
COMMENT ON COLUMN jiedui_class_teacher.staff_place IS
  '0 for the first teacher of the entry';
COMMENT ON COLUMN jiedui_class_teacher.valid_from IS
  'the first day that the entry speaks of';
COMMENT ON COLUMN jiedui_class_teacher.valid_until IS
  'the last day, included; null: without end';
COMMENT ON COLUMN jiedui_class_teacher.recorded_at IS
  'when it was recorded, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_class_teacher.recorded_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';
COMMENT ON COLUMN jiedui_class_teacher.held IS
  'false: nothing held on these days';
COMMENT ON COLUMN jiedui_class_teacher.staff_id IS
  'the teacher; null with held: the entry says that there is none';

CREATE TABLE jiedui_staff_member (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  staff_id VARCHAR(64) COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  name VARCHAR(64) NOT NULL,
  sex VARCHAR(32) COLLATE "C" NOT NULL,
  phone VARCHAR(40),
  CONSTRAINT jiedui_staff_member_key PRIMARY KEY (school_id, staff_id)
);
COMMENT ON TABLE jiedui_staff_member IS
  'Members of staff.';
COMMENT ON COLUMN jiedui_staff_member.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_staff_member.staff_id IS
  'the staff number';
COMMENT ON COLUMN jiedui_staff_member.version IS
  '1 for a new record, one more with each update';
COMMENT ON COLUMN jiedui_staff_member.name IS
  'the name';
COMMENT ON COLUMN jiedui_staff_member.sex IS
  'male or female';
COMMENT ON COLUMN jiedui_staff_member.phone IS
  'the phone, as written';

CREATE TABLE jiedui_staff_post (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  staff_id VARCHAR(64) COLLATE "C" NOT NULL,
  place INTEGER NOT NULL,
  valid_from DATE NOT NULL,
  valid_until DATE,
  recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  recorded_nanos SMALLINT NOT NULL,
  held BOOLEAN NOT NULL,
  post VARCHAR(32) COLLATE "C",
  CONSTRAINT jiedui_staff_post_key PRIMARY KEY (school_id, staff_id, place),
  CONSTRAINT jiedui_staff_post_of_staff_member FOREIGN KEY (school_id, staff_id)
    REFERENCES jiedui_staff_member (school_id, staff_id) ON DELETE CASCADE
);
COMMENT ON TABLE jiedui_staff_post IS
  'The posts of a member of staff, and since when they are known.';
COMMENT ON COLUMN jiedui_staff_post.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_staff_post.staff_id IS
  'the member of staff';
COMMENT ON COLUMN jiedui_staff_post.place IS
  'the number of the entry: of two recorded at one instant the higher overrides';
COMMENT ON COLUMN jiedui_staff_post.valid_from IS
  'the first day that the entry speaks of';
COMMENT ON COLUMN jiedui_staff_post.valid_until IS
  'the last day, included; null: without end';
COMMENT ON COLUMN jiedui_staff_post.recorded_at IS
  'when it was recorded, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_staff_post.recorded_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';
COMMENT ON COLUMN jiedui_staff_post.held IS
  'false: nothing held on these days';
COMMENT ON COLUMN jiedui_staff_post.post IS
  'the post';

CREATE TABLE jiedui_child (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  child_id VARCHAR(64) COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  student_number VARCHAR(19) COLLATE "C" NOT NULL,
  name VARCHAR(64) NOT NULL,
  sex VARCHAR(32) COLLATE "C" NOT NULL,
  ethnicity TEXT,
  birth_date DATE NOT NULL,
  resident_id VARCHAR(18),
  registration VARCHAR(32) COLLATE "C",
  father_name VARCHAR(64),
  father_phone VARCHAR(40),
  mother_name VARCHAR(64),
  mother_phone VARCHAR(40),
  CONSTRAINT jiedui_child_key PRIMARY KEY (school_id, child_id)
);
CREATE UNIQUE INDEX jiedui_child_by_student_number
  ON jiedui_child (school_id, student_number);
COMMENT ON TABLE jiedui_child IS
  'Children: what does not change with time.';
COMMENT ON COLUMN jiedui_child.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_child.child_id IS
  'the child';
COMMENT ON COLUMN jiedui_child.version IS
  '1 for a new record, one more with each update';
COMMENT ON COLUMN jiedui_child.student_number IS
  'the student number, unique within the school';
COMMENT ON COLUMN jiedui_child.name IS
  'the name';
COMMENT ON COLUMN jiedui_child.sex IS
  'male or female';
COMMENT ON COLUMN jiedui_child.ethnicity IS
  'as the school writes it';
COMMENT ON COLUMN jiedui_child.birth_date IS
  'the birth date';
COMMENT ON COLUMN jiedui_child.resident_id IS
  'the resident ID; never a key';
COMMENT ON COLUMN jiedui_child.registration IS
  'rural or urban';
COMMENT ON COLUMN jiedui_child.father_name IS
  'the name of the father';
COMMENT ON COLUMN jiedui_child.father_phone IS
  'the phone of the father';
COMMENT ON COLUMN jiedui_child.mother_name IS
  'the name of the mother';
COMMENT ON COLUMN jiedui_child.mother_phone IS
  'the phone of the mother';

CREATE TABLE jiedui_child_fact (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  child_id VARCHAR(64) COLLATE "C" NOT NULL,
  kind VARCHAR(32) COLLATE "C" NOT NULL,
  place INTEGER NOT NULL,
  valid_from DATE NOT NULL,
  valid_until DATE,
  recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  recorded_nanos SMALLINT NOT NULL,
  held BOOLEAN NOT NULL,
  in_care BOOLEAN,
  reason TEXT,
  class_id VARCHAR(64) COLLATE "C",
  grade INTEGER,
  boards BOOLEAN,
  carer_id VARCHAR(64) COLLATE "C",
  carer_name VARCHAR(64),
  relation VARCHAR(32) COLLATE "C",
  birth_date DATE,
  phone VARCHAR(40),
  notified_on DATE,
  away BOOLEAN,
  address VARCHAR(200),
  division_code VARCHAR(32) COLLATE "C",
  note TEXT,
  CONSTRAINT jiedui_child_fact_key PRIMARY KEY (school_id, child_id, kind, place),
  CONSTRAINT jiedui_child_fact_of_child FOREIGN KEY (school_id, child_id)
    REFERENCES jiedui_child (school_id, child_id) ON DELETE CASCADE
);
COMMENT ON TABLE jiedui_child_fact IS
  'What changes with time about a child, and since when it is known. Facts are only added: of two about the same, the one recorded later overrides on its days.';
COMMENT ON COLUMN jiedui_child_fact.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_child_fact.child_id IS
  'the child';
COMMENT ON COLUMN jiedui_child_fact.kind IS
  'care, placement, boarding, carer, father, mother, key-support, or concern- and the kind of concern';
COMMENT ON COLUMN jiedui_child_fact.place IS
  'the number of the fact: of two recorded at one instant the higher overrides';
COMMENT ON COLUMN jiedui_child_fact.valid_from IS
  'the first day that the entry speaks of';
COMMENT ON COLUMN jiedui_child_fact.valid_until IS
  'the last day, included; null: without end';
COMMENT ON COLUMN jiedui_child_fact.recorded_at IS
  'when it was recorded, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_child_fact.recorded_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';
COMMENT ON COLUMN jiedui_child_fact.held IS
  'false: nothing held on these days';
COMMENT ON COLUMN jiedui_child_fact.in_care IS
  'care: whether the file is open';
COMMENT ON COLUMN jiedui_child_fact.reason IS
  'care: why it was closed; key-support: why';
COMMENT ON COLUMN jiedui_child_fact.class_id IS
  'placement: the class';
COMMENT ON COLUMN jiedui_child_fact.grade IS
  'placement: its grade';
COMMENT ON COLUMN jiedui_child_fact.boards IS
  'boarding: whether the child boards';
COMMENT ON COLUMN jiedui_child_fact.carer_id IS
  'carer: who';
COMMENT ON COLUMN jiedui_child_fact.carer_name IS
  'carer: the name';
COMMENT ON COLUMN jiedui_child_fact.relation IS
  'carer: how related to the child';
COMMENT ON COLUMN jiedui_child_fact.birth_date IS
  'carer: the birth date';
COMMENT ON COLUMN jiedui_child_fact.phone IS
  'carer: the phone';
COMMENT ON COLUMN jiedui_child_fact.notified_on IS
  'carer: when the school was told';
COMMENT ON COLUMN jiedui_child_fact.away IS
  'father, mother: whether away for work';
COMMENT ON COLUMN jiedui_child_fact.address IS
  'carer: the home; father, mother: the workplace';
COMMENT ON COLUMN jiedui_child_fact.division_code IS
  'the six-digit division code of the address';
COMMENT ON COLUMN jiedui_child_fact.note IS
  'concern: what was seen';

CREATE TABLE jiedui_contact (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  child_id VARCHAR(64) COLLATE "C" NOT NULL,
  contact_id VARCHAR(64) COLLATE "C" NOT NULL,
  made_on DATE NOT NULL,
  channel VARCHAR(32) COLLATE "C" NOT NULL,
  made_by VARCHAR(32) COLLATE "C" NOT NULL,
  staff_id VARCHAR(64) COLLATE "C",
  parties VARCHAR(255) COLLATE "C" NOT NULL,
  reached BOOLEAN NOT NULL,
  note TEXT,
  recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  recorded_nanos SMALLINT NOT NULL,
  recorded_by VARCHAR(64) COLLATE "C" NOT NULL,
  supersedes VARCHAR(64) COLLATE "C",
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
    ) STORED,
  CONSTRAINT jiedui_contact_key PRIMARY KEY (school_id, child_id, contact_id),
  CONSTRAINT jiedui_contact_of_child FOREIGN KEY (school_id, child_id)
    REFERENCES jiedui_child (school_id, child_id)
);
CREATE INDEX jiedui_contact_by_series
  ON jiedui_contact (school_id, child_id, made_on, recorded_at, recorded_nanos, contact_id) INCLUDE (kind);
COMMENT ON TABLE jiedui_contact IS
  'Contacts. Rows are added, never changed and never deleted; one entered by mistake has a row in contact_voiding.';
COMMENT ON COLUMN jiedui_contact.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_contact.child_id IS
  'the child that it is about';
COMMENT ON COLUMN jiedui_contact.contact_id IS
  'chosen by who records it, unique for the child';
COMMENT ON COLUMN jiedui_contact.made_on IS
  'the day on which it was made';
COMMENT ON COLUMN jiedui_contact.channel IS
  'how';
COMMENT ON COLUMN jiedui_contact.made_by IS
  'who made it, in which role';
COMMENT ON COLUMN jiedui_contact.staff_id IS
  'which member of staff made it';
COMMENT ON COLUMN jiedui_contact.parties IS
  'whom it was to reach: codes between commas, such as ,child,carer,';
COMMENT ON COLUMN jiedui_contact.reached IS
  'false: an attempt that reached nobody';
COMMENT ON COLUMN jiedui_contact.note IS
  'what was noted';
COMMENT ON COLUMN jiedui_contact.recorded_at IS
  'when it was recorded, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_contact.recorded_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';
COMMENT ON COLUMN jiedui_contact.recorded_by IS
  'who recorded it';
COMMENT ON COLUMN jiedui_contact.supersedes IS
  'the voided contact that it replaces';
COMMENT ON COLUMN jiedui_contact.kind IS
  'who made it, how and who was reached in one number, computed by the database: what reports read';

CREATE TABLE jiedui_contact_voiding (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  child_id VARCHAR(64) COLLATE "C" NOT NULL,
  contact_id VARCHAR(64) COLLATE "C" NOT NULL,
  recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  recorded_nanos SMALLINT NOT NULL,
  voided_by VARCHAR(64) COLLATE "C" NOT NULL,
  reason TEXT NOT NULL,
  CONSTRAINT jiedui_contact_voiding_key PRIMARY KEY (school_id, child_id, contact_id),
  CONSTRAINT jiedui_contact_voiding_of_contact FOREIGN KEY (school_id, child_id, contact_id)
    REFERENCES jiedui_contact (school_id, child_id, contact_id)
);
COMMENT ON TABLE jiedui_contact_voiding IS
  'That a contact was entered by mistake.';
COMMENT ON COLUMN jiedui_contact_voiding.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_contact_voiding.child_id IS
  'the child';
COMMENT ON COLUMN jiedui_contact_voiding.contact_id IS
  'the contact';
COMMENT ON COLUMN jiedui_contact_voiding.recorded_at IS
  'when that was recorded, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_contact_voiding.recorded_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';
COMMENT ON COLUMN jiedui_contact_voiding.voided_by IS
  'who says so';
COMMENT ON COLUMN jiedui_contact_voiding.reason IS
  'why';

CREATE TABLE jiedui_exemption (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  exemption_id VARCHAR(64) COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  child_id VARCHAR(64) COLLATE "C" NOT NULL,
  first_day DATE NOT NULL,
  last_day DATE,
  rule_id VARCHAR(64) COLLATE "C",
  reason TEXT NOT NULL,
  approved_by VARCHAR(64) COLLATE "C" NOT NULL,
  recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  recorded_nanos SMALLINT NOT NULL,
  withdrawn_at TIMESTAMP(6) WITH TIME ZONE,
  withdrawn_nanos SMALLINT,
  CONSTRAINT jiedui_exemption_key PRIMARY KEY (school_id, exemption_id)
);
CREATE INDEX jiedui_exemption_by_child
  ON jiedui_exemption (school_id, child_id, exemption_id);
COMMENT ON TABLE jiedui_exemption IS
  'Days on which a rule, or every rule, does not ask for contacts with a child.';
COMMENT ON COLUMN jiedui_exemption.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_exemption.exemption_id IS
  'the exemption';
COMMENT ON COLUMN jiedui_exemption.version IS
  '1 for a new record, one more with each update';
COMMENT ON COLUMN jiedui_exemption.child_id IS
  'the child';
COMMENT ON COLUMN jiedui_exemption.first_day IS
  'the first exempt day';
COMMENT ON COLUMN jiedui_exemption.last_day IS
  'the last, included; null: without end';
COMMENT ON COLUMN jiedui_exemption.rule_id IS
  'the rule; null: all rules';
COMMENT ON COLUMN jiedui_exemption.reason IS
  'why';
COMMENT ON COLUMN jiedui_exemption.approved_by IS
  'who approved it';
COMMENT ON COLUMN jiedui_exemption.recorded_at IS
  'when it was recorded, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_exemption.recorded_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';
COMMENT ON COLUMN jiedui_exemption.withdrawn_at IS
  'when its withdrawal was recorded, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_exemption.withdrawn_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';

CREATE TABLE jiedui_mentor_assignment (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  assignment_id VARCHAR(64) COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  child_id VARCHAR(64) COLLATE "C" NOT NULL,
  mentor VARCHAR(64) COLLATE "C" NOT NULL,
  first_day DATE NOT NULL,
  recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  recorded_nanos SMALLINT NOT NULL,
  last_day DATE,
  closing_reason TEXT,
  closed_at TIMESTAMP(6) WITH TIME ZONE,
  closed_nanos SMALLINT,
  CONSTRAINT jiedui_mentor_assignment_key PRIMARY KEY (school_id, assignment_id)
);
CREATE INDEX jiedui_mentor_assignment_by_child
  ON jiedui_mentor_assignment (school_id, child_id, assignment_id);
CREATE INDEX jiedui_mentor_assignment_by_mentor
  ON jiedui_mentor_assignment (school_id, mentor);
COMMENT ON TABLE jiedui_mentor_assignment IS
  'That a teacher is paired with a child.';
COMMENT ON COLUMN jiedui_mentor_assignment.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_mentor_assignment.assignment_id IS
  'the assignment';
COMMENT ON COLUMN jiedui_mentor_assignment.version IS
  '1 for a new record, one more with each update';
COMMENT ON COLUMN jiedui_mentor_assignment.child_id IS
  'the child';
COMMENT ON COLUMN jiedui_mentor_assignment.mentor IS
  'the teacher';
COMMENT ON COLUMN jiedui_mentor_assignment.first_day IS
  'the first day';
COMMENT ON COLUMN jiedui_mentor_assignment.recorded_at IS
  'when it was recorded, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_mentor_assignment.recorded_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';
COMMENT ON COLUMN jiedui_mentor_assignment.last_day IS
  'the last day, included; null: it goes on';
COMMENT ON COLUMN jiedui_mentor_assignment.closing_reason IS
  'why it ended';
COMMENT ON COLUMN jiedui_mentor_assignment.closed_at IS
  'when its end was recorded, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_mentor_assignment.closed_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';

CREATE TABLE jiedui_standing (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  child_id VARCHAR(64) COLLATE "C" NOT NULL,
  place INTEGER NOT NULL,
  rule_id VARCHAR(64) COLLATE "C" NOT NULL,
  rule_version INTEGER NOT NULL,
  opens DATE NOT NULL,
  deadline DATE NOT NULL,
  shown_from DATE,
  shown_until DATE,
  responsible VARCHAR(64) COLLATE "C",
  class_id VARCHAR(64) COLLATE "C",
  lapse_year SMALLINT GENERATED ALWAYS AS (
      CAST(CASE WHEN shown_until IS NULL THEN 9999
        ELSE EXTRACT(YEAR FROM shown_until) - CASE WHEN EXTRACT(MONTH FROM shown_until) < 9 THEN 1 ELSE 0 END END AS SMALLINT)
    ) STORED,
  CONSTRAINT jiedui_standing_key PRIMARY KEY (school_id, child_id, place)
);
CREATE INDEX jiedui_standing_by_board
  ON jiedui_standing (school_id, lapse_year, deadline, child_id, rule_id, place);
CREATE INDEX jiedui_standing_by_responsible
  ON jiedui_standing (school_id, responsible, deadline, child_id, rule_id, place);
CREATE INDEX jiedui_standing_by_class
  ON jiedui_standing (school_id, class_id, deadline, child_id, rule_id, place);
COMMENT ON TABLE jiedui_standing IS
  'What is due next for each child and rule, with who answers for it. Computed from everything else, and rewritten in the transaction that changes it; it does not depend on the day.';
COMMENT ON COLUMN jiedui_standing.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_standing.child_id IS
  'the child';
COMMENT ON COLUMN jiedui_standing.place IS
  '0 for the first by rule and days shown';
COMMENT ON COLUMN jiedui_standing.rule_id IS
  'the rule';
COMMENT ON COLUMN jiedui_standing.rule_version IS
  'the place of the version that judges it';
COMMENT ON COLUMN jiedui_standing.opens IS
  'the first day of the window';
COMMENT ON COLUMN jiedui_standing.deadline IS
  'its deadline';
COMMENT ON COLUMN jiedui_standing.shown_from IS
  'the first day on which it is shown; null: always was';
COMMENT ON COLUMN jiedui_standing.shown_until IS
  'the last day on which it is shown; null: none yet';
COMMENT ON COLUMN jiedui_standing.responsible IS
  'who answers for it on these days';
COMMENT ON COLUMN jiedui_standing.class_id IS
  'the class of the child on these days';
COMMENT ON COLUMN jiedui_standing.lapse_year IS
  'the school year in which it is last shown, 9999 for none yet, computed by the database: boards pass over the years that are over';

CREATE TABLE jiedui_audit (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  sequence_number BIGINT NOT NULL,
  happened_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  happened_nanos SMALLINT NOT NULL,
  actor VARCHAR(64) COLLATE "C" NOT NULL,
  operation VARCHAR(32) COLLATE "C" NOT NULL,
  outcome VARCHAR(32) COLLATE "C" NOT NULL,
  child_id VARCHAR(64) COLLATE "C",
  record_count INTEGER NOT NULL,
  CONSTRAINT jiedui_audit_key PRIMARY KEY (school_id, sequence_number)
);
COMMENT ON TABLE jiedui_audit IS
  'Who did what: rows are added, never changed and never deleted.';
COMMENT ON COLUMN jiedui_audit.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_audit.sequence_number IS
  '1 for the first entry of a school, without a gap';
COMMENT ON COLUMN jiedui_audit.happened_at IS
  'when, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_audit.happened_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';
COMMENT ON COLUMN jiedui_audit.actor IS
  'who';
COMMENT ON COLUMN jiedui_audit.operation IS
  'what';
COMMENT ON COLUMN jiedui_audit.outcome IS
  'permitted or refused';
COMMENT ON COLUMN jiedui_audit.child_id IS
  'about which child';
COMMENT ON COLUMN jiedui_audit.record_count IS
  'how many records were seen or written';

-- Contacts with their voiding, for people.
CREATE VIEW jiedui_contact_list AS
SELECT c.*, v.recorded_at AS voided_at, v.voided_by, v.reason AS void_reason
FROM jiedui_contact c
  LEFT JOIN jiedui_contact_voiding v
    ON v.school_id = c.school_id AND v.child_id = c.child_id AND v.contact_id = c.contact_id;
COMMENT ON VIEW jiedui_contact_list IS
  'Contacts with their voiding, for people.';

-- Who cared for a child, and since when that is known.
CREATE VIEW jiedui_child_carer AS
SELECT school_id, child_id, place, valid_from, valid_until, recorded_at, recorded_nanos, held,
  carer_id, carer_name, relation, birth_date, phone, address, division_code, notified_on
FROM jiedui_child_fact
WHERE kind = 'carer';
COMMENT ON VIEW jiedui_child_carer IS
  'Who cared for a child, and since when that is known.';

-- In which class a child was, and since when that is known.
CREATE VIEW jiedui_child_placement AS
SELECT school_id, child_id, place, valid_from, valid_until, recorded_at, recorded_nanos, held,
  class_id, grade
FROM jiedui_child_fact
WHERE kind = 'placement';
COMMENT ON VIEW jiedui_child_placement IS
  'In which class a child was, and since when that is known.';

-- The difficulties of a child, and since when they are known.
CREATE VIEW jiedui_child_concern AS
SELECT school_id, child_id, kind, place, valid_from, valid_until, recorded_at, recorded_nanos, held,
  note
FROM jiedui_child_fact
WHERE kind LIKE 'concern-%';
COMMENT ON VIEW jiedui_child_concern IS
  'The difficulties of a child, and since when they are known.';

INSERT INTO jiedui_schema_version (version) VALUES (1);
