-- What version 6 writes besides what the version before it does.
INSERT INTO jiedui_partner
  (school_id, place, partner_id, name, kind, phone, first_day, offers)
VALUES ('qingshi', 0, 'police', '青石乡派出所', 'police-post', '13800138000', '2025-09-01',
  'safety-lecture');
INSERT INTO jiedui_home_hours
  (school_id, place, weekday, opens_minute, closes_minute, first_day, days_off)
VALUES ('qingshi', 0, 5, 960, 1050, '2025-09-01', FALSE);
