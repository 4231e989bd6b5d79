-- Jiedui, schema version 6, for H2: partners, and the hours of the home.
--
-- Run as it is by a host that runs its own scripts; otherwise the store runs it by itself, with
-- the host's prefix in place of jiedui_.

CREATE TABLE IF NOT EXISTS jiedui_partner (
  school_id VARCHAR(64) NOT NULL,
  place INTEGER NOT NULL,
  partner_id VARCHAR(64) NOT NULL,
  name CHARACTER VARYING NOT NULL,
  kind VARCHAR(32) NOT NULL,
  contact CHARACTER VARYING,
  phone CHARACTER VARYING,
  first_day DATE NOT NULL,
  last_day DATE,
  offers CHARACTER VARYING NOT NULL,
  CONSTRAINT jiedui_partner_key PRIMARY KEY (school_id, partner_id),
  CONSTRAINT jiedui_partner_of_activity_book FOREIGN KEY (school_id)
    REFERENCES jiedui_activity_book (school_id) ON DELETE CASCADE
);
COMMENT ON TABLE jiedui_partner IS
  'Who outside the school takes part in its activities.';
COMMENT ON COLUMN jiedui_partner.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_partner.place IS
  '0 for the first';
COMMENT ON COLUMN jiedui_partner.partner_id IS
  'the partner';
COMMENT ON COLUMN jiedui_partner.name IS
  'what people call it';
COMMENT ON COLUMN jiedui_partner.kind IS
  'what it is, such as police-post';
COMMENT ON COLUMN jiedui_partner.contact IS
  'whom to ask for there';
COMMENT ON COLUMN jiedui_partner.phone IS
  'under which number';
COMMENT ON COLUMN jiedui_partner.first_day IS
  'since when it works with the school';
COMMENT ON COLUMN jiedui_partner.last_day IS
  'until when';
COMMENT ON COLUMN jiedui_partner.offers IS
  'the kinds of activities that it offers';

CREATE TABLE IF NOT EXISTS jiedui_home_hours (
  school_id VARCHAR(64) NOT NULL,
  place INTEGER NOT NULL,
  weekday INTEGER NOT NULL,
  opens_minute INTEGER NOT NULL,
  closes_minute INTEGER NOT NULL,
  first_day DATE NOT NULL,
  last_day DATE,
  days_off BOOLEAN NOT NULL,
  CONSTRAINT jiedui_home_hours_key PRIMARY KEY (school_id, place),
  CONSTRAINT jiedui_home_hours_of_activity_book FOREIGN KEY (school_id)
    REFERENCES jiedui_activity_book (school_id) ON DELETE CASCADE
);
COMMENT ON TABLE jiedui_home_hours IS
  'When the home for left-behind children is open in each week.';
COMMENT ON COLUMN jiedui_home_hours.school_id IS
  'the school';
COMMENT ON COLUMN jiedui_home_hours.place IS
  '0 for the first';
COMMENT ON COLUMN jiedui_home_hours.weekday IS
  '1 for Monday to 7 for Sunday';
COMMENT ON COLUMN jiedui_home_hours.opens_minute IS
  'when it opens, in minutes after midnight';
COMMENT ON COLUMN jiedui_home_hours.closes_minute IS
  'when it closes, in minutes after midnight';
COMMENT ON COLUMN jiedui_home_hours.first_day IS
  'from which day on';
COMMENT ON COLUMN jiedui_home_hours.last_day IS
  'until which day';
COMMENT ON COLUMN jiedui_home_hours.days_off IS
  'whether also on days without lessons';

UPDATE jiedui_schema_version SET version = 6;
