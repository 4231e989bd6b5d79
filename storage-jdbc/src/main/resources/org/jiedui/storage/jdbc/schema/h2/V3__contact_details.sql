-- Jiedui, schema version 3, for H2: what is written down of contacts in the fields of their forms.
--
-- Run as it is by a host that runs its own scripts; otherwise the store runs it by itself, with
-- the host's prefix in place of jiedui_.

CREATE TABLE IF NOT EXISTS jiedui_contact_detail (
  school_id VARCHAR(64) NOT NULL,
  child_id VARCHAR(64) NOT NULL,
  contact_id VARCHAR(64) NOT NULL,
  form VARCHAR(32),
  conditions CHARACTER VARYING,
  findings CHARACTER VARYING,
  needs CHARACTER VARYING,
  feedback CHARACTER VARYING,
  follow_up_by DATE,
  place CHARACTER VARYING,
  content CHARACTER VARYING,
  effect CHARACTER VARYING,
  started_minute SMALLINT,
  minutes SMALLINT,
  problem CHARACTER VARYING,
  measure CHARACTER VARYING,
  mentor_effect CHARACTER VARYING,
  follows_up VARCHAR(64),
  CONSTRAINT jiedui_contact_detail_key PRIMARY KEY (school_id, child_id, contact_id),
  CONSTRAINT jiedui_contact_detail_of_contact FOREIGN KEY (school_id, child_id, contact_id)
    REFERENCES jiedui_contact (school_id, child_id, contact_id)
);
CREATE INDEX IF NOT EXISTS jiedui_contact_detail_by_follow_up
  ON jiedui_contact_detail (school_id, follow_up_by);
CREATE INDEX IF NOT EXISTS jiedui_contact_detail_by_followed
  ON jiedui_contact_detail (school_id, follows_up);
COMMENT ON TABLE jiedui_contact_detail IS
  'What was written down of a contact in the fields of its form. A contact without any has no row.';
COMMENT ON COLUMN jiedui_contact_detail.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_contact_detail.child_id IS
  'the child';
COMMENT ON COLUMN jiedui_contact_detail.contact_id IS
  'the contact';
COMMENT ON COLUMN jiedui_contact_detail.form IS
  'which form was filled in: home-visit, talk or call; none if it was none of them';
COMMENT ON COLUMN jiedui_contact_detail.conditions IS
  'of a home visit: how the family lives';
COMMENT ON COLUMN jiedui_contact_detail.findings IS
  'of a home visit: what was found';
COMMENT ON COLUMN jiedui_contact_detail.needs IS
  'of a home visit: what the child or the carer needs';
COMMENT ON COLUMN jiedui_contact_detail.feedback IS
  'of a home visit: what was told to whom';
COMMENT ON COLUMN jiedui_contact_detail.follow_up_by IS
  'of a home visit: the last day on which a follow-up is in time';
COMMENT ON COLUMN jiedui_contact_detail.place IS
  'of a talk: where it was';
COMMENT ON COLUMN jiedui_contact_detail.content IS
  'of a talk: what was talked about';
COMMENT ON COLUMN jiedui_contact_detail.effect IS
  'of a talk: what came of it';
COMMENT ON COLUMN jiedui_contact_detail.started_minute IS
  'of a call: when it began, in minutes since midnight in the zone of the school';
COMMENT ON COLUMN jiedui_contact_detail.minutes IS
  'of a call: how long it was, in minutes';
COMMENT ON COLUMN jiedui_contact_detail.problem IS
  'what the mentor wrote down of the difficulty';
COMMENT ON COLUMN jiedui_contact_detail.measure IS
  'what the mentor did';
COMMENT ON COLUMN jiedui_contact_detail.mentor_effect IS
  'what came of that';
COMMENT ON COLUMN jiedui_contact_detail.follows_up IS
  'the contact that this one follows up';

UPDATE jiedui_schema_version SET version = 3;
