-- Jiedui, schema version 4, for MariaDB and MySQL: consents to the keeping of data.
--
-- Run as it is by a host that runs its own scripts; otherwise the store runs it by itself, with
-- the host's prefix in place of jiedui_.

ALTER TABLE jiedui_guardian_consent
  ADD COLUMN IF NOT EXISTS purpose VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin DEFAULT 'visits-and-stays' NOT NULL
    COMMENT 'to what was consented: visits-and-stays or keeping-data';

UPDATE jiedui_schema_version SET version = 4;
