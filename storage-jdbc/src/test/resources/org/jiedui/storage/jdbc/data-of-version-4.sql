-- What version 4 writes besides what the version before it does.
INSERT INTO jiedui_guardian_consent
  (school_id, consent_id, version, child_id, purpose, given_by, given_on, recorded_at,
    recorded_nanos)
VALUES ('qingshi', 'y-2', 1, 'c-2', 'keeping-data', 'mother', '2025-10-01',
  @2025-10-01T00:00:00.000000@, 0);
