-- What version 3 writes besides what the version before it does.
INSERT INTO jiedui_child
  (school_id, child_id, version, student_number, name, sex, birth_date, registration)
VALUES ('qingshi', 'c-2', 1, 'L522424201403150002', '张小山', 'male', '2014-03-15', 'rural');
INSERT INTO jiedui_contact
  (school_id, child_id, contact_id, made_on, channel, made_by, staff_id, parties, reached,
    recorded_at, recorded_nanos, recorded_by)
VALUES ('qingshi', 'c-2', 'k-1', '2025-10-10', 'home-visit', 'homeroom-teacher', 'T10', ',child,',
  TRUE, @2025-10-10T01:00:00.000000@, 0, 'T10');
INSERT INTO jiedui_contact_detail
  (school_id, child_id, contact_id, form, findings, follow_up_by)
VALUES ('qingshi', 'c-2', 'k-1', 'home-visit', '家中安好', '2025-10-24');
