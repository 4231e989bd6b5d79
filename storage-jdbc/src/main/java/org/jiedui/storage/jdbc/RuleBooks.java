package org.jiedui.storage.jdbc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Party;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.rule.Cadence;
import org.jiedui.rule.ContactPattern;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.Coverage;
import org.jiedui.rule.Provenance;
import org.jiedui.rule.RuleBook;
import org.jiedui.rule.RuleVersion;
import org.jiedui.rule.Scope;
import org.jiedui.rule.Season;
import org.jiedui.text.Wording;

/** Rule books with their rules and versions. */
final class RuleBooks extends SchoolRecords<RuleBook, RuleBook> {

  private static final Columns RULE =
      Columns.of(
          "school_id",
          "rule_id",
          "place",
          "title_zh",
          "title_en",
          "source",
          "article",
          "text_of",
          "verified");
  private static final Columns VERSION =
      Columns.of(
          "school_id",
          "rule_id",
          "place",
          "valid_from",
          "valid_until",
          "scope",
          "made_by",
          "parties",
          "channels",
          "cadence",
          "times",
          "season",
          "coverage",
          "grace_days");

  RuleBooks(Session session) {
    super(session, "rule book", "{rule_book}");
  }

  /** A version and its rule. */
  private record Given(RuleId rule, RuleVersion version) {}

  @Override
  void bind(RuleBook book, Params params) {}

  @Override
  RuleBook read(Row row) {
    return RuleBook.empty();
  }

  @Override
  RuleBook complete(SchoolId school, RuleBook empty) {
    ImmutableListMultimap<RuleId, Given> versions =
        Multimaps.index(
            session()
                .list(
                    "SELECT * FROM {rule_version} WHERE school_id = ?"
                        + " ORDER BY school_id, rule_id, place",
                    Params.of(school),
                    row -> new Given(row.id("rule_id", RuleId::of), version(row))),
            Given::rule);
    return RuleBook.of(
        session()
            .list(
                "SELECT * FROM {rule} WHERE school_id = ? ORDER BY place",
                Params.of(school),
                row -> {
                  RuleId id = row.id("rule_id", RuleId::of);
                  return ContactRule.of(
                      id,
                      Wording.of(row.text("title_zh"), row.text("title_en")),
                      new Provenance(
                          row.text("source"),
                          row.findText("article"),
                          row.findDay("text_of"),
                          row.flag("verified")),
                      versions.get(id).stream().map(Given::version).toList());
                }));
  }

  private static RuleVersion version(Row row) throws SQLException {
    return new RuleVersion(
        row.day("valid_from"),
        row.findDay("valid_until"),
        Scope.parse(row.text("scope")),
        ContactPattern.of(
            row.codes("made_by", Party.class),
            row.codes("parties", Party.class),
            row.codes("channels", Channel.class)),
        Cadence.parse(row.text("cadence")),
        row.number("times"),
        row.code("season", Season.class),
        row.code("coverage", Coverage.class),
        row.number("grace_days"));
  }

  @Override
  void insertParts(SchoolId school, RuleBook book) {
    List<Params> rules = new ArrayList<>();
    List<Params> versions = new ArrayList<>();
    for (ContactRule rule : book.rules()) {
      rules.add(
          Params.of(school)
              .id(rule.id())
              .number(rules.size())
              .text(rule.title().chinese())
              .text(rule.title().english())
              .text(rule.provenance().source())
              .text(rule.provenance().article())
              .day(rule.provenance().textOf())
              .flag(rule.provenance().verified()));
      ImmutableList<RuleVersion> ofRule = rule.versions();
      for (int place = 0; place < ofRule.size(); place++) {
        versions.add(params(school, rule.id(), place, ofRule.get(place)));
      }
    }
    session().updateAll(RULE.insertInto("{rule}"), rules);
    session().updateAll(VERSION.insertInto("{rule_version}"), versions);
  }

  private static Params params(SchoolId school, RuleId rule, int place, RuleVersion version) {
    return Params.of(school)
        .id(rule)
        .number(place)
        .day(version.validFrom())
        .day(version.validUntil())
        .text(version.scope().text())
        .codes(version.pattern().madeBy())
        .codes(version.pattern().with())
        .codes(version.pattern().channels())
        .text(version.cadence().text())
        .number(version.times())
        .code(version.season())
        .code(version.coverage())
        .number(version.graceDays());
  }

  @Override
  void deleteParts(SchoolId school) {
    session().update("DELETE FROM {rule} WHERE school_id = ?", Params.of(school));
  }
}
