package org.jiedui.examples.schoolyear;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import org.jiedui.intake.ActivityDraft;
import org.jiedui.intake.AttendanceDraft;
import org.jiedui.intake.CensusDraft;
import org.jiedui.intake.ContactDraft;
import org.jiedui.intake.HouseholdDraft;
import org.jiedui.intake.MentorDraft;
import org.jiedui.intake.OpeningHoursDraft;
import org.jiedui.intake.PartnerDraft;
import org.jiedui.intake.PeerDraft;
import org.jiedui.intake.PupilDraft;
import org.jiedui.intake.QuotaDraft;
import org.jiedui.intake.RuleDraft;
import org.jiedui.intake.StaffDraft;
import org.jiedui.intake.TeamDraft;
import org.jiedui.intake.TemplateDraft;
import org.jiedui.intake.TermDraft;

/**
 * One of the files that a school has.
 *
 * @param <D> the draft that a row becomes
 * @param name what it is called in the school's folder
 * @param columns its columns
 * @param needed whether a school must have it
 */
record SchoolFile<D>(String name, Columns<D> columns, boolean needed) {

  static final SchoolFile<TermDraft> TERMS = needed("calendar.csv", Columns.TERMS);
  static final SchoolFile<StaffDraft> STAFF = needed("staff.csv", Columns.STAFF);
  static final SchoolFile<PupilDraft> PUPILS = needed("pupils.csv", Columns.PUPILS);
  static final SchoolFile<CensusDraft> CENSUS = optional("census.csv", Columns.CENSUS);
  static final SchoolFile<RuleDraft> RULES = needed("rules.csv", Columns.of(RuleDraft.TABLE));
  static final SchoolFile<MentorDraft> MENTORS = needed("mentors.csv", Columns.MENTORS);
  static final SchoolFile<ContactDraft> CONTACTS = needed("contacts.csv", Columns.CONTACTS);
  static final SchoolFile<HouseholdDraft> HOUSEHOLDS =
      optional("households.csv", Columns.HOUSEHOLDS);
  static final SchoolFile<TeamDraft> TEAM = optional("team.csv", Columns.TEAM);
  static final SchoolFile<PeerDraft> PEERS = optional("peers.csv", Columns.PEERS);

  static final SchoolFile<PartnerDraft> PARTNERS =
      optional("partners.csv", Columns.of(PartnerDraft.TABLE));
  static final SchoolFile<OpeningHoursDraft> HOME_HOURS =
      optional("home-hours.csv", Columns.of(OpeningHoursDraft.TABLE));
  static final SchoolFile<TemplateDraft> TEMPLATES =
      optional("templates.csv", Columns.of(TemplateDraft.TABLE));
  static final SchoolFile<QuotaDraft> QUOTAS = optional("quotas.csv", Columns.of(QuotaDraft.TABLE));
  static final SchoolFile<ActivityDraft> ACTIVITIES =
      optional("activities.csv", Columns.of(ActivityDraft.TABLE));
  static final SchoolFile<AttendanceDraft> ATTENDANCE =
      optional("attendance.csv", Columns.of(AttendanceDraft.TABLE));

  /** All of them, in the order in which they are read and taken in. */
  static final ImmutableList<SchoolFile<?>> ALL =
      ImmutableList.of(
          TERMS,
          STAFF,
          PUPILS,
          CENSUS,
          RULES,
          MENTORS,
          CONTACTS,
          HOUSEHOLDS,
          TEAM,
          PEERS,
          PARTNERS,
          HOME_HOURS,
          TEMPLATES,
          ACTIVITIES,
          ATTENDANCE,
          QUOTAS);

  private static <D> SchoolFile<D> needed(String name, Columns<D> columns) {
    return new SchoolFile<>(name, columns, true);
  }

  private static <D> SchoolFile<D> optional(String name, Columns<D> columns) {
    return new SchoolFile<>(name, columns, false);
  }

  /**
   * Reads it.
   *
   * @param path where it is
   * @throws InputException if it is missing though it is needed, cannot be read, or lacks a column
   */
  CsvTable read(Path path) {
    return needed ? CsvTable.read(path, columns) : CsvTable.readIfThere(path, columns);
  }
}
