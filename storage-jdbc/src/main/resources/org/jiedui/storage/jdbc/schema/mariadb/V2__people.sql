-- Jiedui, schema version 2, for MariaDB and MySQL: households, the census, the care team, peers and referrals.
--
-- Run as it is by a host that runs its own scripts; otherwise the store runs it by itself, with
-- the host's prefix in place of jiedui_.

ALTER TABLE jiedui_child
  ADD COLUMN father_birth_date DATE NULL
    COMMENT 'the birth date of the father',
  ADD COLUMN father_employer MEDIUMTEXT NULL
    COMMENT 'for whom the father works',
  ADD COLUMN father_contact_wish MEDIUMTEXT NULL
    COMMENT 'how and when the father wishes to be reached',
  ADD COLUMN mother_birth_date DATE NULL
    COMMENT 'the birth date of the mother',
  ADD COLUMN mother_employer MEDIUMTEXT NULL
    COMMENT 'for whom the mother works',
  ADD COLUMN mother_contact_wish MEDIUMTEXT NULL
    COMMENT 'how and when the mother wishes to be reached',
  ADD COLUMN residence VARCHAR(200) NULL
    COMMENT 'where the child lives',
  ADD COLUMN residence_division VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'the six-digit division code of the residence',
  ADD COLUMN registration_place VARCHAR(200) NULL
    COMMENT 'where the household is registered',
  ADD COLUMN registration_division VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'the six-digit division code of that place',
  ADD COLUMN health VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'healthy, disability or illness',
  ADD COLUMN disability VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'the kind of disability',
  ADD COLUMN disability_grade INTEGER NULL
    COMMENT 'the grade of the disability, 1 to 4',
  ADD COLUMN health_note MEDIUMTEXT NULL
    COMMENT 'what the school noted of the health',
  ADD COLUMN special_care BOOLEAN NULL
    COMMENT 'whether the child needs special care; null: the health is not known',
  ADD COLUMN income_source MEDIUMTEXT NULL
    COMMENT 'what the family lives on',
  ADD COLUMN aid MEDIUMTEXT NULL
    COMMENT 'which aid the child receives';

ALTER TABLE jiedui_child_fact
  ADD COLUMN able_to_care BOOLEAN NULL
    COMMENT 'father, mother: whether able to care for the child; null: not known',
  ADD COLUMN village_notified_on DATE NULL
    COMMENT 'carer: when the village committee was told',
  ADD COLUMN heard_on DATE NULL
    COMMENT 'carer: when the view of the child was heard',
  ADD COLUMN occupation MEDIUMTEXT NULL
    COMMENT 'carer: the occupation',
  ADD COLUMN health MEDIUMTEXT NULL
    COMMENT 'carer: the health',
  ADD COLUMN ability VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'carer: how well able to care: good, fair or poor',
  ADD COLUMN rated_on DATE NULL
    COMMENT 'carer: when that was rated',
  ADD COLUMN full_capacity BOOLEAN NULL
    COMMENT 'carer: whether of full capacity for civil acts; null: not known',
  ADD COLUMN bars VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'carer: the bars of the law that were found: codes between commas',
  ADD COLUMN state VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'schooling: whether at school; living: with whom',
  MODIFY COLUMN reason MEDIUMTEXT NULL
    COMMENT 'care: why it was closed; key-support: why; concern: why it was closed',
  MODIFY COLUMN kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'care, placement, boarding, carer, father, mother, key-support, schooling, living, or concern- and the kind of concern';

-- Who cared for a child, and since when that is known.
CREATE OR REPLACE VIEW jiedui_child_carer AS
SELECT school_id, child_id, place, valid_from, valid_until, recorded_at, recorded_nanos, held,
  carer_id, carer_name, relation, birth_date, phone, address, division_code, notified_on,
  village_notified_on, heard_on, occupation, health, ability, rated_on, full_capacity, bars
FROM jiedui_child_fact
WHERE kind = 'carer';

-- New tables and columns go above this line.

UPDATE jiedui_schema_version SET version = 2;
