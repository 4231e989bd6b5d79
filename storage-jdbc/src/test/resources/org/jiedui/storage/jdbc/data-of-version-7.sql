-- What version 7 writes besides what the version before it does.
INSERT INTO jiedui_referral_report
  (school_id, referral_id, place, authority, partner_id, reported_at, reported_nanos, reported_by,
    recorded_at, recorded_nanos)
VALUES ('qingshi', 'f-1', 1, 'police', 'police', @2025-11-10T02:30:00.000000@, 0, 'T10',
  @2025-11-10T02:35:00.000000@, 0);
