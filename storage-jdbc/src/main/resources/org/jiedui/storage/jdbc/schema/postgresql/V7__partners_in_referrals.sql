-- Jiedui, schema version 7, for PostgreSQL: partners in referrals, notes of activities, and two
-- indexes.
--
-- Run as it is by a host that runs its own scripts; otherwise the store runs it by itself, with
-- the host's prefix in place of jiedui_.

ALTER TABLE jiedui_referral_report ADD COLUMN IF NOT EXISTS
  partner_id VARCHAR(64) COLLATE "C";
COMMENT ON COLUMN jiedui_referral_report.partner_id IS
  'the partner of the school that received it, if it was one';

COMMENT ON COLUMN jiedui_activity_fact.step IS
  'agree, move, hold, cancel, reopen or note';
COMMENT ON COLUMN jiedui_activity_fact.reason IS
  'why, or what was noted';

CREATE INDEX jiedui_contact_by_day
  ON jiedui_contact (school_id, made_on, child_id, contact_id);
CREATE INDEX jiedui_audit_by_operation
  ON jiedui_audit (school_id, operation, sequence_number);

UPDATE jiedui_schema_version SET version = 7;
