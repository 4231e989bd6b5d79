-- A county of :children children in schools of :in_a_school, and as many in one school. Deadlines
-- lie up to sixty days before and after today, and two of six standings lapsed in earlier years.
INSERT INTO :schema.jiedui_school (school_id, version, name, time_zone)
SELECT 's-' || n, 1, '学校', 'Asia/Shanghai'
FROM generate_series(0, (:children - 1) / :in_a_school) n
UNION ALL SELECT 'large', 1, '学校', 'Asia/Shanghai';
CREATE TABLE :schema.pupil AS
SELECT 's-' || n / :in_a_school AS school_id, 'c-' || n AS child_id,
  n % :in_a_school / :in_a_class AS class, n
FROM generate_series(0, :children - 1) n
UNION ALL
SELECT 'large', 'c-' || n, n / :in_a_class, n
FROM generate_series(0, :children - 1) n;
INSERT INTO :schema.jiedui_child (school_id, child_id, version, student_number, name, sex, birth_date)
SELECT school_id, child_id, 1, 'J' || lpad(n::text, 18, '0'), '学生', 'female', '2015-01-01'
FROM :schema.pupil;
INSERT INTO :schema.jiedui_standing (school_id, child_id, place, rule_id, rule_version, opens,
  deadline, shown_from, shown_until, responsible, class_id)
SELECT p.school_id, p.child_id, r.place, r.rule_id, 0, d.day - 30, d.day, NULL,
  CASE WHEN r.place < 2 THEN d.day + 100 WHEN r.place < 5 THEN DATE '2026-08-31' END,
  'T' || p.class, 'g-' || p.class
FROM :schema.pupil p
CROSS JOIN (VALUES (0, 'home-visit'), (1, 'weekly-carer'), (2, 'child-to-parents'),
  (3, 'home-visit'), (4, 'mentor-visit'), (5, 'weekly-carer')) r (place, rule_id)
CROSS JOIN LATERAL (
  SELECT :today + (p.n * 37 + r.place * 53) % 121 - 60
    - CASE WHEN r.place < 2 THEN 700 ELSE 0 END AS day) d;
DROP TABLE :schema.pupil;
