-- Jiedui, schema version 2, for H2: households, the census, the care team, peers and referrals.
--
-- Run as it is by a host that runs its own scripts; otherwise the store runs it by itself, with
-- the host's prefix in place of jiedui_.

ALTER TABLE jiedui_child ADD COLUMN (
  father_birth_date DATE,
  father_employer CHARACTER VARYING,
  father_contact_wish CHARACTER VARYING,
  mother_birth_date DATE,
  mother_employer CHARACTER VARYING,
  mother_contact_wish CHARACTER VARYING,
  residence VARCHAR(400),
  residence_division VARCHAR(32),
  registration_place VARCHAR(400),
  registration_division VARCHAR(32),
  health VARCHAR(32),
  disability VARCHAR(32),
  disability_grade INTEGER,
  health_note CHARACTER VARYING,
  special_care BOOLEAN,
  income_source CHARACTER VARYING,
  aid CHARACTER VARYING
);
COMMENT ON COLUMN jiedui_child.father_birth_date IS
  'the birth date of the father';
COMMENT ON COLUMN jiedui_child.father_employer IS
  'for whom the father works';
COMMENT ON COLUMN jiedui_child.father_contact_wish IS
  'how and when the father wishes to be reached';
COMMENT ON COLUMN jiedui_child.mother_birth_date IS
  'the birth date of the mother';
COMMENT ON COLUMN jiedui_child.mother_employer IS
  'for whom the mother works';
COMMENT ON COLUMN jiedui_child.mother_contact_wish IS
  'how and when the mother wishes to be reached';
COMMENT ON COLUMN jiedui_child.residence IS
  'where the child lives';
COMMENT ON COLUMN jiedui_child.residence_division IS
  'the six-digit division code of the residence';
COMMENT ON COLUMN jiedui_child.registration_place IS
  'where the household is registered';
COMMENT ON COLUMN jiedui_child.registration_division IS
  'the six-digit division code of that place';
COMMENT ON COLUMN jiedui_child.health IS
  'healthy, disability or illness';
COMMENT ON COLUMN jiedui_child.disability IS
  'the kind of disability';
COMMENT ON COLUMN jiedui_child.disability_grade IS
  'the grade of the disability, 1 to 4';
COMMENT ON COLUMN jiedui_child.health_note IS
  'what the school noted of the health';
COMMENT ON COLUMN jiedui_child.special_care IS
  'whether the child needs special care; null: the health is not known';
COMMENT ON COLUMN jiedui_child.income_source IS
  'what the family lives on';
COMMENT ON COLUMN jiedui_child.aid IS
  'which aid the child receives';

ALTER TABLE jiedui_child_fact ADD COLUMN (
  able_to_care BOOLEAN,
  village_notified_on DATE,
  heard_on DATE,
  occupation CHARACTER VARYING,
  health CHARACTER VARYING,
  ability VARCHAR(32),
  rated_on DATE,
  full_capacity BOOLEAN,
  bars VARCHAR(255),
  state VARCHAR(32)
);
COMMENT ON COLUMN jiedui_child_fact.able_to_care IS
  'father, mother: whether able to care for the child; null: not known';
COMMENT ON COLUMN jiedui_child_fact.village_notified_on IS
  'carer: when the village committee was told';
COMMENT ON COLUMN jiedui_child_fact.heard_on IS
  'carer: when the view of the child was heard';
COMMENT ON COLUMN jiedui_child_fact.occupation IS
  'carer: the occupation';
COMMENT ON COLUMN jiedui_child_fact.health IS
  'carer: the health';
COMMENT ON COLUMN jiedui_child_fact.ability IS
  'carer: how well able to care: good, fair or poor';
COMMENT ON COLUMN jiedui_child_fact.rated_on IS
  'carer: when that was rated';
COMMENT ON COLUMN jiedui_child_fact.full_capacity IS
  'carer: whether of full capacity for civil acts; null: not known';
COMMENT ON COLUMN jiedui_child_fact.bars IS
  'carer: the bars of the law that were found: codes between commas';
COMMENT ON COLUMN jiedui_child_fact.state IS
  'schooling: whether at school; living: with whom';
COMMENT ON COLUMN jiedui_child_fact.reason IS
  'care: why it was closed; key-support: why; concern: why it was closed';
COMMENT ON COLUMN jiedui_child_fact.kind IS
  'care, placement, boarding, carer, father, mother, key-support, schooling, living, or concern- and the kind of concern';

-- Who cared for a child, and since when that is known.
CREATE OR REPLACE VIEW jiedui_child_carer AS
SELECT school_id, child_id, place, valid_from, valid_until, recorded_at, recorded_nanos, held,
  carer_id, carer_name, relation, birth_date, phone, address, division_code, notified_on,
  village_notified_on, heard_on, occupation, health, ability, rated_on, full_capacity, bars
FROM jiedui_child_fact
WHERE kind = 'carer';
COMMENT ON VIEW jiedui_child_carer IS
  'Who cared for a child, and since when that is known.';

-- New tables and columns go above this line.

UPDATE jiedui_schema_version SET version = 2;
