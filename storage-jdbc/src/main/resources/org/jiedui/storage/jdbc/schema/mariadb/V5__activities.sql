-- Jiedui, schema version 5, for MariaDB and MySQL: activities, what they are planned by, and attendance.
--
-- Run as it is by a host that runs its own scripts; otherwise the store runs it by itself, with
-- the host's prefix in place of jiedui_.

CREATE TABLE IF NOT EXISTS jiedui_activity_book (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  version BIGINT NOT NULL
    COMMENT '1 for a new record, one more with each update',
  PRIMARY KEY (school_id)
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'What a school plans its activities by: days, templates and quotas.';

CREATE TABLE IF NOT EXISTS jiedui_day_mark (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  place INTEGER NOT NULL
    COMMENT '0 for the first',
  of_county BOOLEAN NOT NULL
    COMMENT 'whether the county says it, or the school',
  first_day DATE NOT NULL
    COMMENT 'the first day',
  last_day DATE NOT NULL
    COMMENT 'the last day',
  kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'what the days are, such as exam or make-up',
  name MEDIUMTEXT NULL
    COMMENT 'what people call them',
  PRIMARY KEY (school_id, place),
  CONSTRAINT jiedui_day_mark_of_activity_book FOREIGN KEY (school_id)
    REFERENCES jiedui_activity_book (school_id) ON DELETE CASCADE
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'What the county or the school says of some days.';

CREATE TABLE IF NOT EXISTS jiedui_activity_template (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  template_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the template',
  place INTEGER NOT NULL
    COMMENT '0 for the first',
  title_zh MEDIUMTEXT NOT NULL
    COMMENT 'its title in Chinese',
  title_en MEDIUMTEXT NOT NULL
    COMMENT 'its title in English',
  kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'what it is, such as safety-lecture',
  audience MEDIUMTEXT NOT NULL
    COMMENT 'for which of the children in care, as a scope',
  each_class BOOLEAN NOT NULL
    COMMENT 'whether each class has its own',
  timing MEDIUMTEXT NOT NULL
    COMMENT 'when, such as week 2 friday',
  leader VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the post that leads it',
  venue MEDIUMTEXT NOT NULL
    COMMENT 'where it is',
  own_rooms BOOLEAN NOT NULL
    COMMENT 'whether each class is in its own room',
  partner_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'the partner that takes part',
  minutes INTEGER NOT NULL
    COMMENT 'how long it lasts',
  days_off BOOLEAN NOT NULL
    COMMENT 'whether it may be on days off as well',
  PRIMARY KEY (school_id, template_id),
  CONSTRAINT jiedui_activity_template_of_activity_book FOREIGN KEY (school_id)
    REFERENCES jiedui_activity_book (school_id) ON DELETE CASCADE
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'What a school holds again and again.';

CREATE TABLE IF NOT EXISTS jiedui_activity_quota (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  place INTEGER NOT NULL
    COMMENT '0 for the first',
  rule_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the quota; several rows of one are its versions',
  title_zh MEDIUMTEXT NOT NULL
    COMMENT 'its title in Chinese',
  title_en MEDIUMTEXT NOT NULL
    COMMENT 'its title in English',
  source MEDIUMTEXT NOT NULL
    COMMENT 'where it comes from',
  article MEDIUMTEXT NULL
    COMMENT 'the article',
  text_of DATE NULL
    COMMENT 'the day of the text',
  verified BOOLEAN NOT NULL
    COMMENT 'whether the source was verified',
  kinds VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the kinds of activities that count, between commas',
  amount MEDIUMTEXT NOT NULL
    COMMENT 'how many in which periods, such as 1-2 per-term',
  each_class BOOLEAN NOT NULL
    COMMENT 'whether each class must have so many',
  scope MEDIUMTEXT NOT NULL
    COMMENT 'for which children',
  each_child INTEGER NOT NULL
    COMMENT 'how many each child must attend in a period',
  attendee VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'child or guardian',
  valid_from DATE NOT NULL
    COMMENT 'the first day on which it is in force',
  valid_until DATE NULL
    COMMENT 'the last day',
  PRIMARY KEY (school_id, place),
  CONSTRAINT jiedui_activity_quota_of_activity_book FOREIGN KEY (school_id)
    REFERENCES jiedui_activity_book (school_id) ON DELETE CASCADE
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'How many activities there must be, and how many each child must attend.';

CREATE TABLE IF NOT EXISTS jiedui_activity (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  activity_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the activity',
  version BIGINT NOT NULL
    COMMENT '1 for a new record, one more with each update',
  template_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'the template that it comes from',
  kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'what it is, such as safety-lecture',
  title_zh MEDIUMTEXT NOT NULL
    COMMENT 'its title in Chinese',
  title_en MEDIUMTEXT NOT NULL
    COMMENT 'its title in English',
  audience MEDIUMTEXT NOT NULL
    COMMENT 'for which of the children in care, as a scope',
  classes MEDIUMTEXT NOT NULL
    COMMENT 'the classes that take part, with commas between them',
  arranged_day DATE NULL
    COMMENT 'the day for which it is arranged, or on which it was held',
  start_minute INTEGER NULL
    COMMENT 'when it begins, in minutes since midnight in the zone of the school',
  leader VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'the member of staff who leads it',
  venue MEDIUMTEXT NULL
    COMMENT 'where it is',
  own_rooms BOOLEAN NULL
    COMMENT 'whether each class is in its own room',
  partner_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'the partner that takes part',
  minutes INTEGER NULL
    COMMENT 'how long it lasts',
  recorded_at DATETIME(6) NOT NULL
    COMMENT 'when it was recorded, in UTC, to the microsecond',
  recorded_nanos INTEGER NOT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  recorded_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'who recorded it',
  PRIMARY KEY (school_id, activity_id),
  KEY jiedui_activity_by_day (school_id, arranged_day)
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'What a school plans, holds or cancels, as it was drafted.';

CREATE TABLE IF NOT EXISTS jiedui_activity_fact (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  activity_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the activity',
  place INTEGER NOT NULL
    COMMENT '1 for the first step after the draft',
  step VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'agree, move, hold, cancel or reopen',
  reason MEDIUMTEXT NULL
    COMMENT 'why',
  arranged_day DATE NULL
    COMMENT 'the day for which it is arranged, or on which it was held',
  start_minute INTEGER NULL
    COMMENT 'when it begins, in minutes since midnight in the zone of the school',
  leader VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'the member of staff who leads it',
  venue MEDIUMTEXT NULL
    COMMENT 'where it is',
  own_rooms BOOLEAN NULL
    COMMENT 'whether each class is in its own room',
  partner_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'the partner that takes part',
  minutes INTEGER NULL
    COMMENT 'how long it lasts',
  recorded_at DATETIME(6) NOT NULL
    COMMENT 'when it was recorded, in UTC, to the microsecond',
  recorded_nanos INTEGER NOT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  recorded_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'who recorded it',
  PRIMARY KEY (school_id, activity_id, place),
  KEY jiedui_activity_fact_by_day (school_id, arranged_day),
  CONSTRAINT jiedui_activity_fact_of_activity FOREIGN KEY (school_id, activity_id)
    REFERENCES jiedui_activity (school_id, activity_id) ON DELETE CASCADE
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'What became of an activity: the steps after its draft, in their order.';

CREATE TABLE IF NOT EXISTS jiedui_attendance (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  activity_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the activity',
  child_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the child',
  attendee VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'whether the child or a guardian of it: child or guardian',
  recorded_at DATETIME(6) NOT NULL
    COMMENT 'when it was recorded, in UTC, to the microsecond',
  recorded_nanos INTEGER NOT NULL
    COMMENT 'the nanoseconds below the microsecond, 0 to 999',
  presence VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'present, excused or absent',
  reason VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'why not, of one that was not there',
  recorded_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'who recorded it',
  PRIMARY KEY (school_id, activity_id, child_id, attendee, recorded_at, recorded_nanos),
  KEY jiedui_attendance_by_child (school_id, child_id, activity_id)
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'Who was at an activity. Rows are added: of two of one child, attendee and activity the one recorded last counts.';

UPDATE jiedui_schema_version SET version = 5;
