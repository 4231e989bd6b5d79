-- Jiedui, schema version 7, for MariaDB and MySQL: partners in referrals, notes of activities, and two
-- indexes.
--
-- Run as it is by a host that runs its own scripts; otherwise the store runs it by itself, with
-- the host's prefix in place of jiedui_.

ALTER TABLE jiedui_referral_report
  ADD COLUMN IF NOT EXISTS partner_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'the partner of the school that received it, if it was one';

ALTER TABLE jiedui_activity_fact
  MODIFY COLUMN step VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'agree, move, hold, cancel, reopen or note',
  MODIFY COLUMN reason MEDIUMTEXT NULL
    COMMENT 'why, or what was noted';

CREATE INDEX IF NOT EXISTS jiedui_contact_by_day
  ON jiedui_contact (school_id, made_on, child_id, contact_id);
CREATE INDEX IF NOT EXISTS jiedui_audit_by_operation
  ON jiedui_audit (school_id, operation, sequence_number);

UPDATE jiedui_schema_version SET version = 7;
