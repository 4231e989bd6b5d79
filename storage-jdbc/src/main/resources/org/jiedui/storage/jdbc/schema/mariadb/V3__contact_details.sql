-- Jiedui, schema version 3, for MariaDB and MySQL: what is written down of contacts in the fields of their forms.
--
-- Run as it is by a host that runs its own scripts; otherwise the store runs it by itself, with
-- the host's prefix in place of jiedui_.

CREATE TABLE IF NOT EXISTS jiedui_contact_detail (
  school_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the school',
  child_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the child',
  contact_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'the contact',
  form VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'which form was filled in: home-visit, talk or call; none if it was none of them',
  conditions MEDIUMTEXT NULL
    COMMENT 'of a home visit: how the family lives',
  findings MEDIUMTEXT NULL
    COMMENT 'of a home visit: what was found',
  needs MEDIUMTEXT NULL
    COMMENT 'of a home visit: what the child or the carer needs',
  feedback MEDIUMTEXT NULL
    COMMENT 'of a home visit: what was told to whom',
  follow_up_by DATE NULL
    COMMENT 'of a home visit: the last day on which a follow-up is in time',
  place MEDIUMTEXT NULL
    COMMENT 'of a talk: where it was',
  content MEDIUMTEXT NULL
    COMMENT 'of a talk: what was talked about',
  effect MEDIUMTEXT NULL
    COMMENT 'of a talk: what came of it',
  started_minute SMALLINT NULL
    COMMENT 'of a call: when it began, in minutes since midnight in the zone of the school',
  minutes SMALLINT NULL
    COMMENT 'of a call: how long it was, in minutes',
  problem MEDIUMTEXT NULL
    COMMENT 'what the mentor wrote down of the difficulty',
  measure MEDIUMTEXT NULL
    COMMENT 'what the mentor did',
  mentor_effect MEDIUMTEXT NULL
    COMMENT 'what came of that',
  follows_up VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'the contact that this one follows up',
  PRIMARY KEY (school_id, child_id, contact_id),
  KEY jiedui_contact_detail_by_follow_up (school_id, follow_up_by),
  KEY jiedui_contact_detail_by_followed (school_id, follows_up),
  CONSTRAINT jiedui_contact_detail_of_contact FOREIGN KEY (school_id, child_id, contact_id)
    REFERENCES jiedui_contact (school_id, child_id, contact_id)
)
  ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4, COLLATE = utf8mb4_bin,
  COMMENT = 'What was written down of a contact in the fields of its form. A contact without any has no row.';

UPDATE jiedui_schema_version SET version = 3;
