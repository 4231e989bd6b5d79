-- What schema version 2 held. Never changed: stores of that version are migrated from it in a test.

INSERT INTO jiedui_school (school_id, version, name, school_code, time_zone)
VALUES ('qingshi', 3, '青石岭小学', '2151001234', 'Asia/Shanghai');
INSERT INTO jiedui_school_ledger (school_id, last_sequence) VALUES ('qingshi', 2);
INSERT INTO jiedui_calendar (school_id, version, last_day) VALUES ('qingshi', 1, '2026-08-15');
INSERT INTO jiedui_term (school_id, place, label, name, school_year, first_day, last_day)
VALUES ('qingshi', 0, '2025-1', '2025学年秋季学期', 2025, '2025-09-01', '2026-01-17');
INSERT INTO jiedui_term_milestone (school_id, place, milestone, first_day, last_day)
VALUES ('qingshi', 0, 'term-mid', '2025-11-03', '2025-11-14');
INSERT INTO jiedui_rule_book (school_id, version) VALUES ('qingshi', 1);
INSERT INTO jiedui_rule
  (school_id, rule_id, place, title_zh, title_en, source, article, text_of, verified)
VALUES ('qingshi', 'home-visit', 0, '家访', 'home visits', '学校制度', NULL, NULL, FALSE);
INSERT INTO jiedui_rule_version
  (school_id, rule_id, place, valid_from, valid_until, scope, made_by, parties, channels, cadence,
    times, season, coverage, grace_days)
VALUES ('qingshi', 'home-visit', 0, '2025-09-01', NULL, 'all', ',homeroom-teacher,',
  ',child,carer,', ',home-visit,', 'term-start,term-mid,term-end', 1, 'term', 'half', 0);
INSERT INTO jiedui_class_group (school_id, class_id, version, school_year, name, grade)
VALUES ('qingshi', '3-1', 1, 2025, '三年级1班', 3);
INSERT INTO jiedui_class_teacher
  (school_id, class_id, role, place, staff_place, valid_from, valid_until, recorded_at,
    recorded_nanos, held, staff_id)
VALUES ('qingshi', '3-1', 'homeroom-teacher', 0, 0, '2025-09-01', NULL,
  @2025-09-01T00:00:00.000000@, 0, TRUE, 'T10');
INSERT INTO jiedui_staff_member (school_id, staff_id, version, name, sex, phone)
VALUES ('qingshi', 'T10', 1, '王老师', 'female', NULL);
INSERT INTO jiedui_staff_post
  (school_id, staff_id, place, valid_from, valid_until, recorded_at, recorded_nanos, held, post)
VALUES ('qingshi', 'T10', 0, '2025-09-01', NULL, @2025-09-01T00:00:00.000000@, 0, TRUE,
  'homeroom-teacher');
INSERT INTO jiedui_child
  (school_id, child_id, version, student_number, name, sex, ethnicity, birth_date, resident_id,
    registration, father_name, father_phone, mother_name, mother_phone, father_birth_date,
    father_employer, father_contact_wish, residence, health, special_care, income_source, aid)
VALUES ('qingshi', 'c-1', 1, 'L522424201403150001', '张小𠮷', 'male', NULL, '2014-03-15', NULL,
  'rural', '张三', '13800130001', NULL, NULL, '1985-02-28', '电子厂', '周日晚上', '青石村 3 组',
  'healthy', FALSE, '务工', '无');
INSERT INTO jiedui_child_fact
  (school_id, child_id, kind, place, valid_from, valid_until, recorded_at, recorded_nanos, held,
    class_id, grade)
VALUES ('qingshi', 'c-1', 'placement', 0, '2025-09-01', NULL, @2025-09-01T17:30:00.123456@, 789,
  TRUE, '3-1', 3);
INSERT INTO jiedui_child_fact
  (school_id, child_id, kind, place, valid_from, valid_until, recorded_at, recorded_nanos, held,
    carer_id, carer_name, relation, phone, address, notified_on, village_notified_on, heard_on,
    occupation, health, ability, rated_on, full_capacity, bars)
VALUES ('qingshi', 'c-1', 'carer', 0, '2025-09-01', NULL, @2025-09-01T17:30:00.123456@, 789,
  TRUE, 'p-1', '李奶奶', 'paternal-grandmother', '13800130002', '青石村 3 组',
  '2025-09-01', '2025-09-02', '2025-09-03', '务农', '良好', 'good', '2025-09-10', TRUE, ',');
INSERT INTO jiedui_child_fact
  (school_id, child_id, kind, place, valid_from, valid_until, recorded_at, recorded_nanos, held,
    away, address, able_to_care)
VALUES ('qingshi', 'c-1', 'father', 0, '2025-09-01', NULL, @2025-09-01T17:30:00.123456@, 789,
  TRUE, TRUE, '广东省东莞市', TRUE);
INSERT INTO jiedui_child_fact
  (school_id, child_id, kind, place, valid_from, valid_until, recorded_at, recorded_nanos, held,
    state)
VALUES ('qingshi', 'c-1', 'living', 0, '2025-09-01', NULL, @2025-09-01T17:30:00.123456@, 789,
  TRUE, 'with-carer');
INSERT INTO jiedui_contact
  (school_id, child_id, contact_id, made_on, channel, made_by, staff_id, parties, reached, note,
    recorded_at, recorded_nanos, recorded_by, supersedes)
VALUES ('qingshi', 'c-1', 'k-1', '2025-09-10', 'home-visit', 'homeroom-teacher', 'T10',
  ',child,carer,', TRUE, '家中安好', @2025-09-10T01:02:03.123456@, 789, 'T10', NULL);
INSERT INTO jiedui_contact_voiding
  (school_id, child_id, contact_id, recorded_at, recorded_nanos, voided_by, reason)
VALUES ('qingshi', 'c-1', 'k-1', @2025-09-11T00:00:00.000001@, 0, 'T10', '重复');
INSERT INTO jiedui_exemption
  (school_id, exemption_id, version, child_id, first_day, last_day, rule_id, reason, approved_by,
    recorded_at, recorded_nanos, withdrawn_at, withdrawn_nanos)
VALUES ('qingshi', 'e-1', 1, 'c-1', '2025-10-01', '2025-10-08', NULL, '住院', 'T01',
  @2025-09-30T00:00:00.000000@, 0, NULL, NULL);
INSERT INTO jiedui_mentor_assignment
  (school_id, assignment_id, version, child_id, mentor, mentor_role, first_day, recorded_at,
    recorded_nanos, last_day, closing_reason, closed_at, closed_nanos)
VALUES ('qingshi', 'a-1', 1, 'c-1', 'T10', 'primary', '2025-09-01',
  @2025-09-01T00:00:00.000000@, 0, NULL, NULL, NULL, NULL);
INSERT INTO jiedui_census_answer
  (school_id, answer_id, version, child_id, term, survey_day, surveyed_by, recorded_at,
    recorded_nanos, note)
VALUES ('qingshi', 's-1', 1, 'c-1', '2025-1', '2025-09-08', 'T10', @2025-09-08T00:00:00.000000@, 0,
  '母亲患病');
INSERT INTO jiedui_standing
  (school_id, child_id, place, rule_id, rule_version, opens, deadline, shown_from, shown_until,
    responsible, class_id)
VALUES ('qingshi', 'c-1', 0, 'home-visit', 0, '2025-11-03', '2025-11-14', NULL, NULL, 'T10',
  '3-1');
INSERT INTO jiedui_audit
  (school_id, sequence_number, happened_at, happened_nanos, actor, operation, outcome, child_id,
    record_count)
VALUES ('qingshi', 1, @2025-09-10T01:02:03.000000@, 0, 'T10', 'record-contacts', 'permitted',
  'c-1', 1);
INSERT INTO jiedui_audit
  (school_id, sequence_number, happened_at, happened_nanos, actor, operation, outcome, child_id,
    record_count)
VALUES ('qingshi', 2, @2025-09-11T01:02:03.000000@, 0, 'T99', 'see-children', 'refused', NULL, 0);

INSERT INTO jiedui_team_membership
  (school_id, membership_id, version, staff_id, post, responsibilities, first_day, recorded_at,
    recorded_nanos)
VALUES ('qingshi', 't-1', 1, 'T10', 'head', ',leads,', '2025-09-01',
  @2025-09-01T00:00:00.000000@, 0);
INSERT INTO jiedui_record_check
  (school_id, check_id, version, staff_id, checked_on, recorded_at, recorded_nanos)
VALUES ('qingshi', 'r-1', 1, 'T10', '2025-08-25', @2025-08-25T00:00:00.000000@, 0);
INSERT INTO jiedui_peer_pair
  (school_id, pair_id, version, helper, helped, kind, first_day, recorded_at, recorded_nanos)
VALUES ('qingshi', 'p-1', 1, 'c-2', 'c-1', 'study', '2025-09-15',
  @2025-09-15T00:00:00.000000@, 0);
INSERT INTO jiedui_guardian_consent
  (school_id, consent_id, version, child_id, given_by, given_on, recorded_at, recorded_nanos)
VALUES ('qingshi', 'y-1', 1, 'c-1', 'mother', '2025-10-01', @2025-10-01T00:00:00.000000@, 0);
INSERT INTO jiedui_home_stay
  (school_id, stay_id, version, guest, host, kind, first_day, last_day, recorded_at,
    recorded_nanos)
VALUES ('qingshi', 'h-1', 1, 'c-1', 'c-2', 'weekend', '2025-10-11', '2025-10-12',
  @2025-10-08T00:00:00.000000@, 0);
INSERT INTO jiedui_referral
  (school_id, referral_id, version, child_id, harm_triggers, noticed_at, noticed_nanos, noticed_by,
    raised_by, recorded_at, recorded_nanos)
VALUES ('qingshi', 'f-1', 1, 'c-1', ',other-serious-harm,', @2025-11-10T01:00:00.000000@, 0, 'T10',
  'T10', @2025-11-10T01:05:00.000000@, 0);
INSERT INTO jiedui_referral_report
  (school_id, referral_id, place, authority, reported_at, reported_nanos, reported_by, recorded_at,
    recorded_nanos)
VALUES ('qingshi', 'f-1', 0, 'police', @2025-11-10T01:30:00.000000@, 0, 'T10',
  @2025-11-10T01:35:00.000000@, 0);
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
INSERT INTO jiedui_guardian_consent
  (school_id, consent_id, version, child_id, purpose, given_by, given_on, recorded_at,
    recorded_nanos)
VALUES ('qingshi', 'y-2', 1, 'c-2', 'keeping-data', 'mother', '2025-10-01',
  @2025-10-01T00:00:00.000000@, 0);
