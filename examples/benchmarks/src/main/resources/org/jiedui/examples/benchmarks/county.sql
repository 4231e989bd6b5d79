-- How often each rule came to each verdict, of all children. The columns of VerdictCounts: 0 met,
-- 1 late, 2 missed, 3 pending, 4 excused, 5 not applicable.
WITH judged AS (
  SELECT s.child, w.rule, w.first, w.last, w.grace, w.last - w.first + 1 AS length,
    sum(least(s.last, w.last) - greatest(s.first, w.first) + 1) AS in_scope,
    max(least(s.last, w.last)) AS deadline,
    max(s.run_last) AS run_last
  FROM period w
  JOIN scope_days s ON s.scope = w.scope AND s.first <= w.last AND s.last >= w.first
  WHERE w.first <= :as_of
  GROUP BY s.child, w.rule, w.first, w.last, w.grace
),
-- The first matching contact of each child in each window or its days of grace.
hit AS (
  SELECT c.child, k.rule, d.first, min(c.day) AS first_on
  FROM contact c
  JOIN kind_rule k ON k.kind = c.kind
  JOIN period_day d ON d.rule = k.rule AND d.day = c.day
  JOIN scope_days s
    ON s.child = c.child AND s.scope = k.scope AND c.day BETWEEN s.first AND s.last
  WHERE c.day <= :as_of AND c.recorded <= :known_on AND c.voided > :known_on
  GROUP BY c.child, k.rule, d.first
),
exempt AS (
  SELECT e.child, w.rule, w.first,
    sum(greatest(0, least(s.last, w.last, e.last) - greatest(s.first, w.first, e.first) + 1))
      AS days
  FROM exemption e
  JOIN period w ON w.rule = e.rule AND w.first <= e.last AND w.last >= e.first
  JOIN scope_days s ON s.child = e.child AND s.scope = w.scope
  WHERE e.recorded <= :known_on AND e.withdrawn > :known_on
  GROUP BY e.child, w.rule, w.first
),
-- Carer changes, with the stretch of scope days that holds the first day to act on.
change AS (
  SELECT c.child, c.day, s.last, s.run_last, s.day_0,
    s.last >= s.day_0 + 7 AND NOT EXISTS (
      SELECT FROM exemption e
      WHERE e.child = c.child AND e.rule = 5 AND e.first <= s.day_0 + 7 AND e.last >= s.day_0)
      AS is_plain
  FROM carer_change c
  LEFT JOIN LATERAL (
    SELECT n.last, n.run_last, greatest(n.first, c.day) AS day_0
    FROM (
      SELECT * FROM scope_days o
      WHERE o.child = c.child AND o.scope = 0 AND o.last >= c.day
      ORDER BY o.last LIMIT 1) n
    WHERE n.first <= c.day + 30) s ON true
  WHERE c.day BETWEEN :valid_from AND :as_of
),
-- Day 0 and the seven days after it that count, one by one only where something lies between.
change_days AS (
  SELECT c.*, CASE
    WHEN c.run_last IS NULL THEN NULL
    WHEN c.is_plain THEN 8
    ELSE (SELECT count(*) FROM counted_days(c.child, c.day, c.run_last, :known_on)) END AS counted,
    CASE
    WHEN c.is_plain THEN c.day_0 + 7
    ELSE (SELECT max(d) FROM counted_days(c.child, c.day, c.run_last, :known_on) d) END AS eighth
  FROM change c
),
change_due AS (
  SELECT child, day, coalesce(counted, 0) AS counted,
    CASE WHEN counted = 8 THEN eighth ELSE run_last END AS due
  FROM change_days
)
SELECT rule, verdict, count(*)
FROM (
  SELECT j.rule, CASE
    WHEN 2 * j.in_scope < j.length THEN 5
    WHEN h.first_on <= j.last THEN 0
    WHEN 2 * (j.in_scope - coalesce(e.days, 0)) < j.length THEN 4
    WHEN :as_of <= j.deadline THEN 3
    WHEN h.first_on <= j.deadline + j.grace THEN 1
    WHEN j.deadline < j.last AND j.deadline = j.run_last THEN 4
    ELSE 2 END AS verdict
  FROM judged j
  LEFT JOIN hit h USING (child, rule, first)
  LEFT JOIN exempt e USING (child, rule, first)
  UNION ALL
  SELECT 5, CASE
    WHEN c.counted = 0 THEN 5
    WHEN EXISTS (
      SELECT FROM contact m
      JOIN kind_rule k ON k.kind = m.kind AND k.rule = 5
      JOIN scope_days s
        ON s.child = m.child AND s.scope = 0 AND m.day BETWEEN s.first AND s.last
      WHERE m.child = c.child AND m.day BETWEEN c.day AND least(c.due, :as_of)
        AND m.recorded <= :known_on AND m.voided > :known_on) THEN 0
    WHEN :as_of <= c.due THEN 3
    WHEN c.counted < 8 THEN 4
    ELSE 2 END
  FROM change_due c
) v
GROUP BY rule, verdict
