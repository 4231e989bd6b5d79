-- What version 5 writes besides what the version before it does.
INSERT INTO jiedui_activity_book (school_id, version) VALUES ('qingshi', 1);
INSERT INTO jiedui_day_mark (school_id, place, of_county, first_day, last_day, kind, name)
VALUES ('qingshi', 0, TRUE, '2025-11-10', '2025-11-12', 'exam', '期中检测');
INSERT INTO jiedui_activity
  (school_id, activity_id, version, kind, title_zh, title_en, audience, classes, arranged_day,
    leader, venue, own_rooms, minutes, recorded_at, recorded_nanos, recorded_by)
VALUES ('qingshi', 'g-1', 1, 'parents-meeting', '家长会', 'Meeting', 'all', '3-1', '2025-09-12',
  'T10', '各班教室', TRUE, 90, @2025-09-01T00:00:00.000000@, 0, 'T10');
INSERT INTO jiedui_activity_fact
  (school_id, activity_id, place, step, recorded_at, recorded_nanos, recorded_by)
VALUES ('qingshi', 'g-1', 1, 'agree', @2025-09-02T00:00:00.000000@, 0, 'T10');
INSERT INTO jiedui_attendance
  (school_id, activity_id, child_id, attendee, recorded_at, recorded_nanos, presence, recorded_by)
VALUES ('qingshi', 'g-1', 'c-1', 'guardian', @2025-09-12T00:00:00.000000@, 0, 'present', 'T10');
