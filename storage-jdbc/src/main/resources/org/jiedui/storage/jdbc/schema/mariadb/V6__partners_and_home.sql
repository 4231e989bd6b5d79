-- Jiedui, schema version 6, for MariaDB and MySQL: partners, and the hours of the home.
--
-- Run as it is by a host that runs its own scripts; otherwise the store runs it by itself, with
-- the host's prefix in place of jiedui_.

CREATE TABLE IF NOT EXISTS jiedui_partner (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  place INTEGER NOT NULL
    COMMENT '0 for the first',
  partner_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the partner',
  name MEDIUMTEXT NOT NULL
    COMMENT 'what people call it',
  kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'what it is, such as police-post',
  contact MEDIUMTEXT NULL
    COMMENT 'whom to ask for there',
  phone MEDIUMTEXT NULL
    COMMENT 'under which number',
  first_day DATE NOT NULL
    COMMENT 'since when it works with the school',
  last_day DATE NULL
    COMMENT 'until when',
  offers MEDIUMTEXT NOT NULL
    COMMENT 'the kinds of activities that it offers',
  PRIMARY KEY (school_id, partner_id),
  CONSTRAINT jiedui_partner_of_activity_book FOREIGN KEY (school_id)
    REFERENCES jiedui_activity_book (school_id) ON DELETE CASCADE
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'Who outside the school takes part in its activities.';

CREATE TABLE IF NOT EXISTS jiedui_home_hours (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  place INTEGER NOT NULL
    COMMENT '0 for the first',
  weekday INTEGER NOT NULL
    COMMENT '1 for Monday to 7 for Sunday',
  opens_minute INTEGER NOT NULL
    COMMENT 'when it opens, in minutes after midnight',
  closes_minute INTEGER NOT NULL
    COMMENT 'when it closes, in minutes after midnight',
  first_day DATE NOT NULL
    COMMENT 'from which day on',
  last_day DATE NULL
    COMMENT 'until which day',
  days_off BOOLEAN NOT NULL
    COMMENT 'whether also on days without lessons',
  PRIMARY KEY (school_id, place),
  CONSTRAINT jiedui_home_hours_of_activity_book FOREIGN KEY (school_id)
    REFERENCES jiedui_activity_book (school_id) ON DELETE CASCADE
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'When the home for left-behind children is open in each week.';

UPDATE jiedui_schema_version SET version = 6;
