-- The first eight days of a run, from a day on, that are in scope and not exempt from rule 5.
CREATE FUNCTION counted_days(of_child int, from_day int, to_day int, known_on int)
RETURNS SETOF int LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT d
  FROM generate_series(from_day, least(to_day, from_day + 150)) d
  WHERE EXISTS (
      SELECT FROM scope_days s
      WHERE s.child = of_child AND s.scope = 0 AND d BETWEEN s.first AND s.last)
    AND NOT EXISTS (
      SELECT FROM exemption e
      WHERE e.child = of_child AND e.rule = 5 AND d BETWEEN e.first AND e.last
        AND e.recorded <= known_on AND e.withdrawn > known_on)
  ORDER BY d
  LIMIT 8
$$;
