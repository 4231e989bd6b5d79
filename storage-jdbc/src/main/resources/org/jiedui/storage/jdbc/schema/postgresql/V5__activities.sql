-- Jiedui, schema version 5, for PostgreSQL: activities, what they are planned by, and attendance.
--
-- Run as it is by a host that runs its own scripts; otherwise the store runs it by itself, with
-- the host's prefix in place of jiedui_.

CREATE TABLE jiedui_activity_book (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT jiedui_activity_book_key PRIMARY KEY (school_id)
);
COMMENT ON TABLE jiedui_activity_book IS
  'What a school plans its activities by: days, templates and quotas.';
COMMENT ON COLUMN jiedui_activity_book.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_activity_book.version IS
  '1 for a new record, one more with each update';

CREATE TABLE jiedui_day_mark (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  place INTEGER NOT NULL,
  of_county BOOLEAN NOT NULL,
  first_day DATE NOT NULL,
  last_day DATE NOT NULL,
  kind VARCHAR(32) COLLATE "C" NOT NULL,
  name TEXT,
  CONSTRAINT jiedui_day_mark_key PRIMARY KEY (school_id, place),
  CONSTRAINT jiedui_day_mark_of_activity_book FOREIGN KEY (school_id)
    REFERENCES jiedui_activity_book (school_id) ON DELETE CASCADE
);
COMMENT ON TABLE jiedui_day_mark IS
  'What the county or the school says of some days.';
COMMENT ON COLUMN jiedui_day_mark.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_day_mark.place IS
  '0 for the first';
COMMENT ON COLUMN jiedui_day_mark.of_county IS
  'whether the county says it, or the school';
COMMENT ON COLUMN jiedui_day_mark.first_day IS
  'the first day';
COMMENT ON COLUMN jiedui_day_mark.last_day IS
  'the last day';
COMMENT ON COLUMN jiedui_day_mark.kind IS
  'what the days are, such as exam or make-up';
COMMENT ON COLUMN jiedui_day_mark.name IS
  'what people call them';

CREATE TABLE jiedui_activity_template (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  template_id VARCHAR(64) COLLATE "C" NOT NULL,
  place INTEGER NOT NULL,
  title_zh TEXT NOT NULL,
  title_en TEXT NOT NULL,
  kind VARCHAR(32) COLLATE "C" NOT NULL,
  audience TEXT NOT NULL,
  each_class BOOLEAN NOT NULL,
  timing TEXT NOT NULL,
  leader VARCHAR(32) COLLATE "C" NOT NULL,
  venue TEXT NOT NULL,
  own_rooms BOOLEAN NOT NULL,
  partner_id VARCHAR(64) COLLATE "C",
  minutes INTEGER NOT NULL,
  days_off BOOLEAN NOT NULL,
  CONSTRAINT jiedui_activity_template_key PRIMARY KEY (school_id, template_id),
  CONSTRAINT jiedui_activity_template_of_activity_book FOREIGN KEY (school_id)
    REFERENCES jiedui_activity_book (school_id) ON DELETE CASCADE
);
COMMENT ON TABLE jiedui_activity_template IS
  'What a school holds again and again.';
COMMENT ON COLUMN jiedui_activity_template.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_activity_template.template_id IS
  'the template';
COMMENT ON COLUMN jiedui_activity_template.place IS
  '0 for the first';
COMMENT ON COLUMN jiedui_activity_template.title_zh IS
  'its title in Chinese';
COMMENT ON COLUMN jiedui_activity_template.title_en IS
  'its title in English';
COMMENT ON COLUMN jiedui_activity_template.kind IS
  'what it is, such as safety-lecture';
COMMENT ON COLUMN jiedui_activity_template.audience IS
  'for which of the children in care, as a scope';
COMMENT ON COLUMN jiedui_activity_template.each_class IS
  'whether each class has its own';
COMMENT ON COLUMN jiedui_activity_template.timing IS
  'when, such as week 2 friday';
COMMENT ON COLUMN jiedui_activity_template.leader IS
  'the post that leads it';
COMMENT ON COLUMN jiedui_activity_template.venue IS
  'where it is';
COMMENT ON COLUMN jiedui_activity_template.own_rooms IS
  'whether each class is in its own room';
COMMENT ON COLUMN jiedui_activity_template.partner_id IS
  'the partner that takes part';
COMMENT ON COLUMN jiedui_activity_template.minutes IS
  'how long it lasts';
COMMENT ON COLUMN jiedui_activity_template.days_off IS
  'whether it may be on days off as well';

CREATE TABLE jiedui_activity_quota (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  place INTEGER NOT NULL,
  rule_id VARCHAR(64) COLLATE "C" NOT NULL,
  title_zh TEXT NOT NULL,
  title_en TEXT NOT NULL,
  source TEXT NOT NULL,
  article TEXT,
  text_of DATE,
  verified BOOLEAN NOT NULL,
  kinds VARCHAR(255) COLLATE "C" NOT NULL,
  amount TEXT NOT NULL,
  each_class BOOLEAN NOT NULL,
  scope TEXT NOT NULL,
  each_child INTEGER NOT NULL,
  attendee VARCHAR(32) COLLATE "C" NOT NULL,
  valid_from DATE NOT NULL,
  valid_until DATE,
  CONSTRAINT jiedui_activity_quota_key PRIMARY KEY (school_id, place),
  CONSTRAINT jiedui_activity_quota_of_activity_book FOREIGN KEY (school_id)
    REFERENCES jiedui_activity_book (school_id) ON DELETE CASCADE
);
COMMENT ON TABLE jiedui_activity_quota IS
  'How many activities there must be, and how many each child must attend.';
COMMENT ON COLUMN jiedui_activity_quota.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_activity_quota.place IS
  '0 for the first';
COMMENT ON COLUMN jiedui_activity_quota.rule_id IS
  'the quota; several rows of one are its versions';
COMMENT ON COLUMN jiedui_activity_quota.title_zh IS
  'its title in Chinese';
COMMENT ON COLUMN jiedui_activity_quota.title_en IS
  'its title in English';
COMMENT ON COLUMN jiedui_activity_quota.source IS
  'where it comes from';
COMMENT ON COLUMN jiedui_activity_quota.article IS
  'the article';
COMMENT ON COLUMN jiedui_activity_quota.text_of IS
  'the day of the text';
COMMENT ON COLUMN jiedui_activity_quota.verified IS
  'whether the source was verified';
COMMENT ON COLUMN jiedui_activity_quota.kinds IS
  'the kinds of activities that count, between commas';
COMMENT ON COLUMN jiedui_activity_quota.amount IS
  'how many in which periods, such as 1-2 per-term';
COMMENT ON COLUMN jiedui_activity_quota.each_class IS
  'whether each class must have so many';
COMMENT ON COLUMN jiedui_activity_quota.scope IS
  'for which children';
COMMENT ON COLUMN jiedui_activity_quota.each_child IS
  'how many each child must attend in a period';
COMMENT ON COLUMN jiedui_activity_quota.attendee IS
  'child or guardian';
COMMENT ON COLUMN jiedui_activity_quota.valid_from IS
  'the first day on which it is in force';
COMMENT ON COLUMN jiedui_activity_quota.valid_until IS
  'the last day';

CREATE TABLE jiedui_activity (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  activity_id VARCHAR(64) COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  template_id VARCHAR(64) COLLATE "C",
  kind VARCHAR(32) COLLATE "C" NOT NULL,
  title_zh TEXT NOT NULL,
  title_en TEXT NOT NULL,
  audience TEXT NOT NULL,
  classes TEXT NOT NULL,
  arranged_day DATE,
  start_minute INTEGER,
  leader VARCHAR(64) COLLATE "C",
  venue TEXT,
  own_rooms BOOLEAN,
  partner_id VARCHAR(64) COLLATE "C",
  minutes INTEGER,
  recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  recorded_nanos INTEGER NOT NULL,
  recorded_by VARCHAR(64) COLLATE "C" NOT NULL,
  CONSTRAINT jiedui_activity_key PRIMARY KEY (school_id, activity_id)
);
CREATE INDEX jiedui_activity_by_day
  ON jiedui_activity (school_id, arranged_day);
COMMENT ON TABLE jiedui_activity IS
  'What a school plans, holds or cancels, as it was drafted.';
COMMENT ON COLUMN jiedui_activity.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_activity.activity_id IS
  'the activity';
COMMENT ON COLUMN jiedui_activity.version IS
  '1 for a new record, one more with each update';
COMMENT ON COLUMN jiedui_activity.template_id IS
  'the template that it comes from';
COMMENT ON COLUMN jiedui_activity.kind IS
  'what it is, such as safety-lecture';
COMMENT ON COLUMN jiedui_activity.title_zh IS
  'its title in Chinese';
COMMENT ON COLUMN jiedui_activity.title_en IS
  'its title in English';
COMMENT ON COLUMN jiedui_activity.audience IS
  'for which of the children in care, as a scope';
COMMENT ON COLUMN jiedui_activity.classes IS
  'the classes that take part, with commas between them';
COMMENT ON COLUMN jiedui_activity.arranged_day IS
  'the day for which it is arranged, or on which it was held';
COMMENT ON COLUMN jiedui_activity.start_minute IS
  'when it begins, in minutes since midnight in the zone of the school';
COMMENT ON COLUMN jiedui_activity.leader IS
  'the member of staff who leads it';
COMMENT ON COLUMN jiedui_activity.venue IS
  'where it is';
COMMENT ON COLUMN jiedui_activity.own_rooms IS
  'whether each class is in its own room';
COMMENT ON COLUMN jiedui_activity.partner_id IS
  'the partner that takes part';
COMMENT ON COLUMN jiedui_activity.minutes IS
  'how long it lasts';
COMMENT ON COLUMN jiedui_activity.recorded_at IS
  'when it was recorded, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_activity.recorded_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';
COMMENT ON COLUMN jiedui_activity.recorded_by IS
  'who recorded it';

CREATE TABLE jiedui_activity_fact (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  activity_id VARCHAR(64) COLLATE "C" NOT NULL,
  place INTEGER NOT NULL,
  step VARCHAR(32) COLLATE "C" NOT NULL,
  reason TEXT,
  arranged_day DATE,
  start_minute INTEGER,
  leader VARCHAR(64) COLLATE "C",
  venue TEXT,
  own_rooms BOOLEAN,
  partner_id VARCHAR(64) COLLATE "C",
  minutes INTEGER,
  recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  recorded_nanos INTEGER NOT NULL,
  recorded_by VARCHAR(64) COLLATE "C" NOT NULL,
  CONSTRAINT jiedui_activity_fact_key PRIMARY KEY (school_id, activity_id, place),
  CONSTRAINT jiedui_activity_fact_of_activity FOREIGN KEY (school_id, activity_id)
    REFERENCES jiedui_activity (school_id, activity_id) ON DELETE CASCADE
);
CREATE INDEX jiedui_activity_fact_by_day
  ON jiedui_activity_fact (school_id, arranged_day);
COMMENT ON TABLE jiedui_activity_fact IS
  'What became of an activity: the steps after its draft, in their order.';
COMMENT ON COLUMN jiedui_activity_fact.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_activity_fact.activity_id IS
  'the activity';
COMMENT ON COLUMN jiedui_activity_fact.place IS
  '1 for the first step after the draft';
COMMENT ON COLUMN jiedui_activity_fact.step IS
  'agree, move, hold, cancel or reopen';
COMMENT ON COLUMN jiedui_activity_fact.reason IS
  'why';
COMMENT ON COLUMN jiedui_activity_fact.arranged_day IS
  'the day for which it is arranged, or on which it was held';
COMMENT ON COLUMN jiedui_activity_fact.start_minute IS
  'when it begins, in minutes since midnight in the zone of the school';
COMMENT ON COLUMN jiedui_activity_fact.leader IS
  'the member of staff who leads it';
COMMENT ON COLUMN jiedui_activity_fact.venue IS
  'where it is';
COMMENT ON COLUMN jiedui_activity_fact.own_rooms IS
  'whether each class is in its own room';
COMMENT ON COLUMN jiedui_activity_fact.partner_id IS
  'the partner that takes part';
COMMENT ON COLUMN jiedui_activity_fact.minutes IS
  'how long it lasts';
COMMENT ON COLUMN jiedui_activity_fact.recorded_at IS
  'when it was recorded, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_activity_fact.recorded_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';
COMMENT ON COLUMN jiedui_activity_fact.recorded_by IS
  'who recorded it';

CREATE TABLE jiedui_attendance (
  school_id VARCHAR(64) COLLATE "C" NOT NULL,
  activity_id VARCHAR(64) COLLATE "C" NOT NULL,
  child_id VARCHAR(64) COLLATE "C" NOT NULL,
  attendee VARCHAR(32) COLLATE "C" NOT NULL,
  recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  recorded_nanos INTEGER NOT NULL,
  presence VARCHAR(32) COLLATE "C" NOT NULL,
  reason VARCHAR(32) COLLATE "C",
  recorded_by VARCHAR(64) COLLATE "C" NOT NULL,
  CONSTRAINT jiedui_attendance_key PRIMARY KEY (school_id, activity_id, child_id, attendee, recorded_at, recorded_nanos)
);
CREATE INDEX jiedui_attendance_by_child
  ON jiedui_attendance (school_id, child_id, activity_id);
COMMENT ON TABLE jiedui_attendance IS
  'Who was at an activity. Rows are added: of two of one child, attendee and activity the one recorded last counts.';
COMMENT ON COLUMN jiedui_attendance.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_attendance.activity_id IS
  'the activity';
COMMENT ON COLUMN jiedui_attendance.child_id IS
  'the child';
COMMENT ON COLUMN jiedui_attendance.attendee IS
  'whether the child or a guardian of it: child or guardian';
COMMENT ON COLUMN jiedui_attendance.recorded_at IS
  'when it was recorded, in UTC, to the microsecond';
COMMENT ON COLUMN jiedui_attendance.recorded_nanos IS
  'the nanoseconds below the microsecond, 0 to 999';
COMMENT ON COLUMN jiedui_attendance.presence IS
  'present, excused or absent';
COMMENT ON COLUMN jiedui_attendance.reason IS
  'why not, of one that was not there';
COMMENT ON COLUMN jiedui_attendance.recorded_by IS
  'who recorded it';

UPDATE jiedui_schema_version SET version = 5;
