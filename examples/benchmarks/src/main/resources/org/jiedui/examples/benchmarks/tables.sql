-- The rows of the county. Contacts are loaded in the order of child and day, so that a child's lie
-- together; a kind is a contact's maker, channel and parties reached, as one key.
CREATE TABLE contact (
  child int NOT NULL, day int NOT NULL, kind int NOT NULL,
  recorded int NOT NULL, voided int NOT NULL);
CREATE TABLE scope_days (
  child int NOT NULL, scope int NOT NULL, first int NOT NULL, last int NOT NULL,
  run_last int NOT NULL);
CREATE TABLE exemption (
  child int NOT NULL, rule int NOT NULL, first int NOT NULL, last int NOT NULL,
  recorded int NOT NULL, withdrawn int NOT NULL);
CREATE TABLE carer_change (child int NOT NULL, day int NOT NULL);
-- Which rules a kind of contact counts for.
CREATE TABLE kind_rule (kind int NOT NULL, rule int NOT NULL, scope int NOT NULL);
-- The windows, and for each of their days and days of grace the window's first day.
CREATE TABLE period (
  rule int NOT NULL, scope int NOT NULL, grace int NOT NULL, first int NOT NULL,
  last int NOT NULL);
CREATE TABLE period_day (rule int NOT NULL, day int NOT NULL, first int NOT NULL);
