package org.jiedui.intake;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.validation.Constraint;
import jakarta.validation.Valid;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jiedui.intake.PupilDraft.CareDraft;
import org.jiedui.intake.PupilDraft.CarerDraft;
import org.jiedui.intake.PupilDraft.ParentDraft;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftValidatorTest {

  /** What is changed in a good pupil, and every violation that follows. */
  private static final String PUPILS =
      """
      # nothing is wrong
                                                                 |
      studentNumber=G52242420181129483X && residentId=           |
      studentNumber=g52242420181129483x                          |
      studentNumber=L522424201811290007 && residentId=           |
      residentId=52242420181129483x                              |
      sex=male && registration=rural && carer.relation=other     |
      sex=男 && registration=农业 && carer.relation=爷爷         |
      ethnicity=汉×20 && className=一×40                         |
      boarding=是                                                |
      boarding=no                                                |
      father.phone=0851-85812345                                 |
      care.concerns=学习无人管理;心理不太健康                     |
      care.concerns=conduct；safety、生活困难                     |
      care.closedOn=2025-10-11                                   |
      care.keySupportSince=2025-10-11 && care.keySupportReason=x |
      birthDate=2018/11/29                                       |
      birthDate=2018.11.29                                       |
      birthDate=2018-11-29                                       |
      carer.notifiedOn=2023-4-2                                  |
      # a field is empty
      studentNumber=                                             | studentNumber required
      name=                                                      | name required
      sex=                                                       | sex required
      birthDate=                                                 | birthDate required
      className=                                                 | className required
      # words
      name=张3                                                   | name not-a-name
      name==HYPERLINK("http://127.0.0.1","x")                    | name not-a-name
      name=张×65                                                 | name not-a-name
      father.name=-                                              | father.name not-a-name
      mother.name=1                                              | mother.name not-a-name
      carer.name=奶奶?                                           | carer.name not-a-name
      sex=男性                                                   | sex not-one-of
      sex=MALE                                                   | sex not-one-of
      boarding=Y                                                 | boarding not-one-of
      registration=乡下                                          | registration not-one-of
      carer.relation=老人                                        | carer.relation not-one-of
      care.concerns=学习无人管理;调皮                             | care.concerns not-one-of
      care.concerns=学习无人管理,心理不太健康                     | care.concerns not-one-of
      # lengths
      ethnicity=汉×21                                            | ethnicity too-long
      className=一×41                                            | className too-long
      father.phone=1×41                                          | father.phone too-long
      mother.name=王芳 && mother.phone=1×41                      | mother.phone too-long
      carer.phone=1×41                                           | carer.phone too-long
      father.workplace=沪×201                                    | father.workplace not-an-address
      mother.awaySince=2024-02-29 && mother.workplace=沪×201     | mother.workplace not-an-address
      carer.address=村×201                                       | carer.address not-an-address
      care.closedOn=2025-10-11 && care.closingReason=x×201       | care.closingReason too-long
      care.keySupportSince=2025-10-11 && care.keySupportReason=x×201 | care.keySupportReason too-long
      # numbers of people
      studentNumber=52242420181129483X                           | studentNumber student-number
      studentNumber=G5224242018112948                            | studentNumber student-number
      studentNumber=G522424201811294830                          | studentNumber student-number-check
      residentId=52242420181129483                               | residentId resident-id-length
      residentId=5224242018112948XX                              | residentId resident-id-characters
      residentId=522424201811294831                              | residentId resident-id-check
      residentId=522424201813294834                              | residentId resident-id-birth-date, residentId resident-id-check
      residentId=5224242018A                                     | residentId resident-id-characters, residentId resident-id-length
      # telephones are only warned of
      father.phone=12355                                         | father.phone phone-unknown
      mother.name=王芳 && mother.phone=村委会代接                | mother.phone phone-unknown
      carer.phone=1583012780                                     | carer.phone phone-unknown
      # dates
      birthDate=2018/11/31                                       | birthDate not-a-date
      birthDate=2019-02-29                                       | birthDate not-a-date
      birthDate=2018-11/29                                       | birthDate not-a-date
      birthDate=20181129                                         | birthDate not-a-date
      birthDate=18-11-29                                         | birthDate not-a-date
      father.awaySince=去年                                      | father.awaySince not-a-date
      mother.awaySince=2025-13-01                                | mother.awaySince not-a-date
      carer.birthDate=1961                                       | carer.birthDate not-a-date
      carer.notifiedOn=2025-9-31                                 | carer.notifiedOn not-a-date
      care.closedOn=9999-12-31                                   | care.closedOn not-a-date
      care.openedOn=2025/9/31                                    | care.openedOn not-a-date
      care.closedOn=2025-10-32                                   | care.closedOn not-a-date
      care.keySupportSince=x && care.keySupportReason=x          | care.keySupportSince not-a-date
      # what does not agree with the resident ID
      residentId=440524188001010014 && birthDate=1880-01-01 && care.openedOn= && carer.name= && carer.relation= && carer.birthDate= && carer.phone= && carer.address= | residentId id-differs
      birthDate=2018-11-28                                       | birthDate birth-date-differs
      sex=女                                                     | sex sex-differs
      residentId= && birthDate=2018-11-28                        | birthDate birth-date-differs
      residentId= && sex=女                                      | sex sex-differs
      studentNumber=g440524188001010014 && residentId= && sex=女 | birthDate birth-date-differs, sex sex-differs
      studentNumber=L522424201811290007 && residentId= && sex=女 && birthDate=2018-11-28 |
      studentNumber=G522424201811294831 && residentId= && sex=女 | studentNumber student-number-check
      # the carer
      carer.name=                                                | carer.name carer-without-name
      carer.name= && carer.relation= && carer.birthDate= && carer.phone=               | carer.name carer-without-name
      carer.name= && carer.birthDate= && carer.phone= && carer.address=                | carer.name carer-without-name
      carer.name= && carer.relation= && carer.birthDate= && carer.phone= && carer.address= |
      carer.relation=                                            | carer.relation carer-without-relation
      care.openedOn=                                             | care.openedOn required
      carer.birthDate=1994-11-29                                 |
      carer.birthDate=1994-11-30                                 | carer.birthDate carer-too-young-for-relation
      carer.relation=外祖母 && carer.birthDate=1994-11-30        | carer.birthDate carer-too-young-for-relation
      carer.relation=姑姑 && carer.birthDate=1994-11-30          |
      carer.relation=哥哥 && carer.birthDate=2007-10-11          |
      carer.relation=哥哥 && carer.birthDate=2007-10-12          | carer.birthDate carer-is-minor
      carer.birthDate=2012-05-05                                 | carer.birthDate carer-too-young-for-relation, carer.birthDate carer-is-minor
      # the order of dates
      care.closedOn=2025-10-10                                   | care.closedOn ends-before-start
      care.keySupportSince=2025-10-10 && care.keySupportReason=x | care.keySupportSince ends-before-start
      care.keySupportSince=2025-10-11                            | care.keySupportReason required
      care.closedOn=2025-12-31 && care.keySupportSince=2025-12-31 && care.keySupportReason=x |
      care.closedOn=2025-12-31 && care.keySupportSince=2026-01-01 && care.keySupportReason=x | care.keySupportSince after-end
      care.closedOn=2025-10-10 && care.keySupportSince=2026-01-01 && care.keySupportReason=x | care.closedOn ends-before-start
      care.openedOn=2018-11-28                                   | birthDate born-too-late
      care.openedOn=2018-11-29                                   |
      carer.name= && carer.relation= && carer.birthDate= && carer.phone= && carer.address= && care.openedOn= && care.closedOn=2025-10-11 | care.closedOn needs-other
      carer.name= && carer.relation= && carer.birthDate= && carer.phone= && carer.address= && care.openedOn= && care.keySupportSince=2025-10-11 && care.keySupportReason=x | care.keySupportSince needs-other
      # what would have no place in the file
      father.name=                                               | father.phone not-kept
      father.name= && father.phone=                              |
      father.awaySince=                                          | father.workplace not-kept
      father.awaySince= && father.workplace=                     |
      father.name= && father.awaySince=                          | father.phone not-kept, father.workplace not-kept
      mother.phone=15043090037                                   | mother.phone not-kept
      mother.workplace=上海市松江区                              | mother.workplace not-kept
      mother.workplace=上海市松江区 && mother.awaySince=2024-2-29 |
      care.closingReason=父母一方返乡                            | care.closingReason not-kept
      care.closingReason=父母一方返乡 && care.closedOn=2025-10-11 |
      care.keySupportReason=监护人年迈体弱                       | care.keySupportReason not-kept
      # a field that is wrong itself has no further consequence
      residentId=522424201811294831 && sex=女                    | residentId resident-id-check
      birthDate=x && care.openedOn=2018-11-28                    | birthDate not-a-date
      """;

  private static final String TERMS =
      """
                            |
      name=                 |
      name=秋×40            |
      label=                | label required
      label=秋季            | label not-an-id
      name=秋×41            | name too-long
      first=                | first required
      first=2025-09-31      | first not-a-date
      last=                 | last required
      last=放假             | last not-a-date
      """;

  private static final String STAFF =
      """
                                  |
      classes= && phone=          |
      post=principal && sex=female |
      number=                     | number required
      number=工10                 | number not-an-id
      number=T×65                 | number not-an-id
      name=                       | name required
      name=曹思1                  | name not-a-name
      sex=                        | sex required
      sex=F                       | sex not-one-of
      post=                       | post required
      post=教师                   | post not-one-of
      classes=一×401              | classes too-long
      phone=123                   | phone phone-unknown
      phone=1×41                  | phone too-long
      """;

  private static final String RULES =
      """
                                             |
      cadence=term-start,term-mid,term-end   |
      cadence=every 14 days && graceDays=13  |
      times=366 && graceDays=366             |
      season=全年 && coverage=whole && scope=key-support and not boarding |
      id=                                    | id required
      id=每月                                | id not-an-id
      titleChinese=                          | titleChinese required
      titleChinese=月×101                    | titleChinese too-long
      titleEnglish=                          | titleEnglish required
      titleEnglish=x×101                     | titleEnglish too-long
      madeBy=                                | madeBy required
      madeBy=child;teacher                   | madeBy not-one-of
      with=                                  | with required
      with=家长                              | with not-one-of
      channels=                              | channels required
      channels=call,letter                   | channels not-one-of
      cadence=                               | cadence required
      cadence=monthly                        | cadence syntax
      cadence=P0M                            | cadence syntax
      cadence=P99999M                        | cadence syntax
      times=0                                | times not-a-number
      times=367                              | times not-a-number
      times=1.5                              | times not-a-number
      times=99999999999                      | times not-a-number
      season=秋季                            | season not-one-of
      coverage=一半                          | coverage not-one-of
      graceDays=-1                           | graceDays not-a-number
      graceDays=367                          | graceDays not-a-number
      scope=everybody                        | scope syntax
      scope=grade 13                         | scope syntax
      source=                                | source required
      source=x×101                           | source too-long
      source=a law && article=第二十三条 && textOf=2024/4/26 && verified=是 |
      source=a\u0001law                      | source control-characters
      titleChinese=一\u0000二                | titleChinese control-characters
      titleEnglish=a\u007fb                  | titleEnglish control-characters
      article=x×101                          | article too-long
      article=a\u0007b                       | article control-characters
      article=\u0007×101                     | article control-characters, article too-long
      textOf=2024                            | textOf not-a-date
      verified=maybe                         | verified not-one-of
      verified=no                            |
      validFrom=                             | validFrom required
      validFrom=2025-9-31                    | validFrom not-a-date
      validUntil=永久                        | validUntil not-a-date
      # fields that do not agree
      validUntil=2025-09-01                  |
      validUntil=2025/8/31                   | validUntil ends-before-start
      cadence=every 14 days && times=2       | times rolling-times
      cadence=every 14 days && graceDays=14  | graceDays rolling-grace
      cadence=every 14 days && times=2 && graceDays=366 && validUntil=2025-08-31 | graceDays rolling-grace, times rolling-times, validUntil ends-before-start
      cadence=every 14 days && times=x       | times not-a-number
      cadence=every && times=2 && graceDays=99 | cadence syntax
      season=x && validUntil=2025-08-31      | season not-one-of, validUntil ends-before-start
      """;

  private static final String MENTORS =
      """
                                |
      until=2026-01-17          |
      studentNumber=            | studentNumber required
      studentNumber=G1          | studentNumber student-number
      studentNumber=G522424201811294830 | studentNumber student-number-check
      staffNumber=              | staffNumber required
      staffNumber=T 10          | staffNumber not-an-id
      from=                     | from required
      from=下周                 | from not-a-date
      until=2025-11-31          | until not-a-date
      role=协助                 |
      role=supporting           |
      role=临时监护人           | role not-one-of
      """;

  private static final String CONTACTS =
      """
                                    |
      staffNumber=                  |
      note=好×2000                  |
      channel=video-call && madeBy=father && staffNumber= && with=child && reached=no |
      day=                          | day required
      day=2025-9-31                 | day not-a-date
      studentNumber=                | studentNumber required
      studentNumber=X               | studentNumber student-number
      channel=                      | channel required
      channel=微信                  |
      channel=托人带话              | channel not-one-of
      madeBy=                       | madeBy required
      madeBy=老师                   | madeBy not-one-of
      staffNumber=曹老师            | staffNumber not-an-id
      with=                         | with required
      with=本人;奶奶                | with not-one-of
      with=;                        | with not-one-of
      reached=                      | reached required
      reached=接通                  | reached not-one-of
      recordedOn=                   | recordedOn required
      recordedOn=2025-13-01         | recordedOn not-a-date
      note=好×2001                  | note too-long
      detail.conditions=好×2000     |
      detail.conditions=好×2001     | detail.conditions too-long
      detail.followUpBy=soon        | detail.followUpBy not-a-date
      detail.startedAt=23:59        |
      detail.startedAt=8：05        |
      detail.startedAt=24:00        | detail.startedAt not-a-time
      detail.startedAt=8.05         | detail.startedAt not-a-time
      detail.minutes=1440           |
      detail.minutes=1441           | detail.minutes not-a-number
      detail.problem=好×2001        | detail.problem too-long
      detail.followsUp=2025-09-31   | detail.followsUp not-a-date
      """;

  private static final String HOUSEHOLDS =
      """
                                    |
      since=2025/9/1                |
      schooling=休学 && living=独居  |
      health.kind=健康 && health.disability= && health.grade= |
      health.kind=患病 && health.disability= && health.grade= && health.note=哮喘 && health.needsSpecialCare=是 |
      carer.bars=恶习;neglect        |
      carer.ability= && carer.ratedOn= |
      studentNumber=                | studentNumber required
      studentNumber=G1              | studentNumber student-number
      since=开学                    | since not-a-date
      schooling=在家                | schooling not-one-of
      living=和奶奶                 | living not-one-of
      home.residence=村×201         | home.residence not-an-address
      home.registrationPlace=a\u0000b | home.registrationPlace not-an-address
      home.incomeSource=农×101      | home.incomeSource too-long
      home.aid=a\u0007b            | home.aid control-characters
      health.kind=良               | health.kind not-one-of
      health.disability=腿          | health.disability not-one-of
      health.grade=5                | health.grade not-a-number
      health.note=好×201            | health.note too-long
      health.needsSpecialCare=要    | health.needsSpecialCare not-one-of
      father.birthDate=1985         | father.birthDate not-a-date
      father.employer=厂×101        | father.employer too-long
      father.ableToCare=能          | father.ableToCare not-one-of
      mother.contactWish=日×201     | mother.contactWish too-long
      carer.occupation=农×101       | carer.occupation too-long
      carer.health=a\u0007b        | carer.health control-characters
      carer.ability=还行            | carer.ability not-one-of
      carer.ratedOn=昨天            | carer.ratedOn not-a-date
      carer.fullCapacity=?          | carer.fullCapacity not-one-of
      carer.bars=酗酒               | carer.bars not-one-of
      carer.villageNotifiedOn=?     | carer.villageNotifiedOn not-a-date
      carer.childHeardOn=?          | carer.childHeardOn not-a-date
      # fields that do not agree
      health.kind=健康              | health.disability disability-not-expected, health.grade disability-not-expected
      health.kind= && health.note=x && health.needsSpecialCare=是 | health.disability disability-not-expected, health.grade disability-not-expected, health.needsSpecialCare not-kept, health.note not-kept
      carer.ratedOn=                | carer.ability needs-other
      carer.name=                   | carer.name carer-without-name
      carer.name=x1                 | carer.name not-a-name
      carer.ability=                | carer.ratedOn not-kept
      """;

  private static final String ACTIVITIES =
      """
                                    |
      id=lecture:2025-1.week3 && kind=safety-lecture && day=2025年9月19日 |
      startsAt=8:05 && minutes=1440 && classes=一年级1班;2025-2-1 && status=held && template=安全讲座 |
      startsAt=15：30 && status=已取消 && partner= |
      id=                           | id required
      id=活动1                      | id not-an-id
      kind=                         | kind required
      kind=联欢                     | kind not-one-of
      title=                        | title required
      title=一×101                  | title too-long
      title=a\u0000b                | title control-characters
      day=                          | day required
      day=2025-9-31                 | day not-a-date
      leader=                       | leader required
      leader=杨老师                 | leader not-an-id
      place=                        | place required
      place=村×101                  | place too-long
      partner=村×101                | partner too-long
      startsAt=24:00                | startsAt not-a-time
      minutes=0                     | minutes not-a-number
      minutes=1441                  | minutes not-a-number
      classes=一×2001               | classes too-long
      status=完成                   | status not-one-of
      template=a\u0007b             | template control-characters
      """;

  private static final String ATTENDANCE =
      """
                                    |
      presence=请假 && reason=事假 && attendee=家长 |
      presence=absent && reason=not-told && attendee=child |
      activity=                     | activity required
      activity=家长会               | activity not-an-id
      studentNumber=                | studentNumber required
      studentNumber=X               | studentNumber student-number
      presence=                     | presence required
      presence=来了                 | presence not-one-of
      attendee=爷爷                 | attendee not-one-of
      reason=下雨                   | reason not-one-of
      """;

  private static final String TEMPLATES =
      """
                                    |
      titleEnglish= && eachClass= && daysOff=是 && audience=grade 1-3 && partner=青石乡派出所 |
      id=                           | id required
      id=a b                        | id not-an-id
      id=a:b                        | id id-with-colon
      titleChinese=                 | titleChinese required
      titleChinese=一×101           | titleChinese too-long
      titleEnglish=a\u0007b         | titleEnglish control-characters
      kind=                         | kind required
      kind=联欢                     | kind not-one-of
      audience=everybody            | audience syntax
      eachClass=班                  | eachClass not-one-of
      timing=                       | timing required
      timing=week 99                | timing syntax
      leader=                       | leader required
      leader=村长                   | leader not-one-of
      place=                        | place required
      place=村×101                  | place too-long
      partner=村×101                | partner too-long
      minutes=                      | minutes required
      minutes=1441                  | minutes not-a-number
      daysOff=y                     | daysOff not-one-of
      """;

  private static final String QUOTAS =
      """
                                    |
      kinds=家长会;safety-lecture && amount=1+ term-start && eachClass=是 && attendee=guardian |
      eachChild= && scope=key-support && article=三 && textOf=2024/4/26 && verified=no && validUntil=2025-09-01 |
      id=                           | id required
      id=q 1                        | id not-an-id
      titleChinese=                 | titleChinese required
      titleEnglish=                 | titleEnglish required
      kinds=                        | kinds required
      kinds=家长会;联欢             | kinds not-one-of
      amount=                       | amount required
      amount=often                  | amount syntax
      amount=1 per-month            | amount syntax
      amount=3-2 per-term           | amount quota-amount
      amount=0+ per-term            | amount quota-amount
      amount=1 every 14 days        | amount quota-amount
      eachClass=班                  | eachClass not-one-of
      scope=everybody               | scope syntax
      eachChild=367                 | eachChild not-a-number
      attendee=爷爷                 | attendee not-one-of
      source=                       | source required
      article=x×101                 | article too-long
      textOf=2024                   | textOf not-a-date
      verified=?                    | verified not-one-of
      validFrom=                    | validFrom required
      validUntil=永久               | validUntil not-a-date
      validUntil=2025-08-31         | validUntil ends-before-start
      """;

  private static final String PARTNERS =
      """
                                    |
      contact= && phone= && offers= && until=2025-09-01 |
      kind=police-post && offers=safety-lecture；家长会、festival && from=2025年9月1日 |
      id=                           | id required
      id=派出所                     | id not-an-id
      name=                         | name required
      name=村×101                   | name too-long
      name=a\u0007b                 | name control-characters
      kind=                         | kind required
      kind=村长                     | kind not-one-of
      contact=王×101                | contact too-long
      phone=110                     | phone phone-unknown
      phone=1×41                    | phone too-long
      from=                         | from required
      from=去年                     | from not-a-date
      until=2025-9-31               | until not-a-date
      offers=讲座                   | offers not-one-of
      """;

  private static final String HOURS =
      """
                                    |
      weekday=sunday && opensAt=8:05 && closesAt=23：59 && until=2026/1/17 && daysOff=是 |
      weekday=                      | weekday required
      weekday=周八                  | weekday not-one-of
      weekday=8                     | weekday not-one-of
      opensAt=                      | opensAt required
      opensAt=下午                  | opensAt not-a-time
      closesAt=                     | closesAt required
      closesAt=24:00                | closesAt not-a-time
      from=                         | from required
      from=开学                     | from not-a-date
      until=2025-9-31               | until not-a-date
      daysOff=y                     | daysOff not-one-of
      """;

  private static final String CALLS =
      """
                                    |
      channel=视频 && startedAt=16：30 && minutes= |
      caller=father && called=child && channel=call && connected=no && minutes=0 |
      studentNumber=                | studentNumber required
      studentNumber=X               | studentNumber student-number
      caller=                       | caller required
      caller=爷爷                   | caller not-one-of
      called=                       | called required
      called=家长                   | called not-one-of
      channel=座机                  | channel not-one-of
      startedAt=晚上                | startedAt not-a-time
      connected=                    | connected required
      connected=通                  | connected not-one-of
      minutes=1441                  | minutes not-a-number
      minutes=十                    | minutes not-a-number
      """;

  private static final Splitter EXPECTED = Splitter.on(", ").omitEmptyStrings();

  private static final DraftValidator VALIDATOR = DraftValidator.create();

  /** A change, and what follows from it. */
  private record Case(Class<? extends Record> type, String change, String expected) {

    Record draft() {
      return Drafts.good(type, change);
    }

    @Override
    public String toString() {
      return type.getSimpleName() + " " + change + " → " + expected;
    }
  }

  private static ImmutableList<Case> cases() {
    return Stream.of(
            cases(PupilDraft.class, PUPILS),
            cases(TermDraft.class, TERMS),
            cases(StaffDraft.class, STAFF),
            cases(RuleDraft.class, RULES),
            cases(MentorDraft.class, MENTORS),
            cases(ContactDraft.class, CONTACTS),
            cases(HouseholdDraft.class, HOUSEHOLDS),
            cases(ActivityDraft.class, ACTIVITIES),
            cases(AttendanceDraft.class, ATTENDANCE),
            cases(TemplateDraft.class, TEMPLATES),
            cases(QuotaDraft.class, QUOTAS),
            cases(PartnerDraft.class, PARTNERS),
            cases(OpeningHoursDraft.class, HOURS),
            cases(FamilyCallDraft.class, CALLS))
        .flatMap(each -> each)
        .collect(toImmutableList());
  }

  private static Stream<Case> cases(Class<? extends Record> type, String table) {
    return table
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(
            line -> {
              int bar = line.lastIndexOf('|');
              return new Case(
                  type, line.substring(0, bar).strip(), line.substring(bar + 1).strip());
            });
  }

  /** Every violation that the tables give; for other tests of what is told about them. */
  static ImmutableList<Violation> allViolations() {
    return cases().stream()
        .flatMap(each -> VALIDATOR.check(0, each.draft()).stream())
        .collect(toImmutableList());
  }

  private final Locale localeBefore = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(localeBefore);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void check_everyCase_givesExactlyItsViolations(Case each) {
    assertThat(VALIDATOR.check(7, each.draft()))
        .extracting(Violation::toString)
        .containsExactlyInAnyOrderElementsOf(
            EXPECTED.splitToStream(each.expected()).map(text -> "row 7 " + text).toList());
  }

  @Test
  void check_allCasesTogether_giveEveryRuleOfAConstraint() {
    // The others need the cells of a file, the school's records or other rows, see Intake.
    Set<DraftRule> others =
        Set.of(
            DraftRule.TOO_MANY_CELLS,
            DraftRule.TOO_FEW_CELLS,
            DraftRule.MISSING_COLUMN,
            DraftRule.UNKNOWN_COLUMN,
            DraftRule.REPEATED_COLUMN,
            DraftRule.NOT_A_TABLE,
            DraftRule.UNKNOWN_CLASS,
            DraftRule.CLASS_NAME,
            DraftRule.HOMEROOM_TWICE,
            DraftRule.UNKNOWN_STAFF,
            DraftRule.UNKNOWN_STUDENT,
            DraftRule.REPEATED_ROW,
            DraftRule.CONTRADICTING_ROW,
            DraftRule.ANOTHER_PUPIL,
            DraftRule.STORED_CORRECTED,
            DraftRule.STORED_CHANGED,
            DraftRule.STORED_KEPT,
            DraftRule.STORED_RULE,
            DraftRule.MENTOR_POLICY,
            DraftRule.MENTOR_REFUSED,
            DraftRule.KNOWN_CONTACT,
            DraftRule.CONTRADICTS_STORED,
            DraftRule.VOIDED_BEFORE,
            DraftRule.SAME_OCCASION_FAULTY,
            DraftRule.RECORDED_IN_FUTURE,
            DraftRule.LETTER_IS_PRIVATE,
            DraftRule.NOT_OF_CHANNEL,
            DraftRule.NOT_CONNECTED,
            DraftRule.NO_SUCH_VISIT,
            DraftRule.TERM_WITHOUT_MILESTONES,
            DraftRule.RECORDED_BEFORE_MADE,
            DraftRule.STAFF_NOT_EXPECTED,
            DraftRule.STAFF_NUMBER_MISSING,
            DraftRule.OTHER_VERSION_FAULTY,
            DraftRule.TERMS_OVERLAP,
            DraftRule.VERSIONS_OVERLAP,
            DraftRule.RULE_NEEDS_MILESTONES,
            DraftRule.TERM_CONTRADICTION,
            DraftRule.SAME_DAY,
            DraftRule.NO_TERM,
            DraftRule.TERM_LABEL,
            DraftRule.NO_PARENT_ON_FILE,
            DraftRule.NO_WHEREABOUTS_ON_FILE,
            DraftRule.NO_CARER_ON_FILE,
            DraftRule.FOLLOWS_FROM_CLASSES,
            DraftRule.PEERS_REFUSED,
            DraftRule.UNKNOWN_ACTIVITY,
            DraftRule.UNKNOWN_TEMPLATE,
            DraftRule.ACTIVITY_TO_COME,
            DraftRule.ACTIVITY_CANCELLED,
            DraftRule.OUTSIDE_CALENDAR,
            DraftRule.REASON_NOT_EXPECTED,
            DraftRule.UNKNOWN_PARTNER,
            DraftRule.SAME_PARTNER_NAME,
            DraftRule.PARTNER_NAME_TAKEN,
            DraftRule.NOT_AFTER,
            DraftRule.HOURS_OVERLAP,
            DraftRule.NOT_OF_FAMILY,
            DraftRule.QUOTA_VERSIONS_DIFFER,
            DraftRule.RULE_ID_TAKEN);
    assertThat(allViolations().stream().map(Violation::rule).collect(toImmutableSet()))
        .isEqualTo(Sets.difference(ImmutableSet.copyOf(DraftRule.values()), others));
  }

  @Test
  void check_manyFaults_areAllToldAtOnceFaultsFirst() {
    PupilDraft draft =
        Drafts.good(
            PupilDraft.class,
            "studentNumber=1 && name=x1 && sex=? && birthDate=? && residentId=1"
                + " && className= && boarding=? && father.phone=12355 && father.awaySince=?"
                + " && mother.name=王芳 && mother.phone=12356 && carer.relation= && carer.birthDate=?"
                + " && care.closedOn=2025-01-01");
    assertThat(VALIDATOR.check(3, draft))
        .extracting(Violation::toString)
        .containsExactly(
            "row 3 birthDate not-a-date",
            "row 3 boarding not-one-of",
            "row 3 care.closedOn ends-before-start",
            "row 3 carer.birthDate not-a-date",
            "row 3 carer.relation carer-without-relation",
            "row 3 className required",
            "row 3 father.awaySince not-a-date",
            "row 3 name not-a-name",
            "row 3 residentId resident-id-length",
            "row 3 sex not-one-of",
            "row 3 studentNumber student-number",
            "row 3 father.phone phone-unknown",
            "row 3 mother.phone phone-unknown");
    assertThat(VALIDATOR.check(0, Drafts.good(PupilDraft.class, "residentId=5224242018A")))
        .extracting(Violation::rule)
        .as("of one field")
        .containsExactly(DraftRule.RESIDENT_ID_LENGTH, DraftRule.RESIDENT_ID_CHARACTERS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # change to a rule        | in Chinese                                   | in English
          titleChinese=月×101       | 最多 100 个字                                | at most 100 characters
          times=0                   | 应为 1–366 的整数                            | must be a whole number of 1–366
          graceDays=-1              | 应为 0–366 的整数                            | must be a whole number of 0–366
          season=x                  | 只能填：学期内、全年                         | must be one of: term, year
          channels=x                | 只能填：家访、谈心、面谈、探望、电话、视频通话、短信微信、写信 | must be one of: home-visit, talk, meeting, visit, call, video-call, message, letter
          scope=all adn boarding    | 第 5 个字符处有误，应为：and、or 或结尾 | is wrong at character 5; expected: and, or, or the end
          cadence=P1D               | 第 3 个字符处有误，应为：W（周）或 M（月） | is wrong at character 3; expected: W for weeks or M for months
          """)
  void message_ofARule_saysWhatIsAllowed(String change, String chinese, String english) {
    Violation violation = VALIDATOR.check(0, Drafts.good(RuleDraft.class, change)).get(0);
    assertThat(violation.message(Locale.CHINA)).isEqualTo(chinese);
    assertThat(violation.message(Locale.ENGLISH)).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # change to a pupil        | with the headings of the file     | with the names of the fields
          care.closedOn=2025-10-10   | 不能早于建档日期                  | must not be before the field care.openedOn
          carer.birthDate=1994-11-30 | 照护人与学生的年龄差不足 24 岁，与祖辈关系不符 | is less than 24 years before the child's, too few for a grandparent
          ethnicity=汉×21            | 最多 20 个字                      | at most 20 characters
          care.closedOn=2026-01-17 && care.keySupportSince=2026-02-24 && care.keySupportReason=x | 不能晚于离档日期 | must not be after the field care.closedOn
          care.closingReason=x       | 缺少离档日期，此项不会保存        | is not kept without the field care.closedOn
          sex=男性                   | 只能填：男、女                    | must be one of: male, female
          """)
  void message_namesOtherFieldsAsTheReaderKnowsThem(String change, String chinese, String english) {
    Violation violation = VALIDATOR.check(0, Drafts.good(PupilDraft.class, change)).get(0);
    Map<String, String> headings = Map.of("care.openedOn", "建档日期", "care.closedOn", "离档日期");
    assertThat(violation.message(Locale.CHINA, field -> headings.getOrDefault(field, "?" + field)))
        .isEqualTo(chinese);
    assertThat(violation.message(Locale.ENGLISH)).isEqualTo(english);
  }

  @Test
  void details_areWordsInBothLanguages() {
    assertThat(VALIDATOR.check(0, Drafts.good(PupilDraft.class, "sex=男性")).get(0).details())
        .containsExactly(Wording.of("男、女", "male, female"));
    assertThat(VALIDATOR.check(0, Drafts.good(PupilDraft.class, "name=")).get(0).details())
        .isEmpty();
    assertThat(Violation.of(3, "x", DraftRule.SYNTAX, 5, "#care.openedOn", Wording.of("甲", "a")))
        .extracting(Violation::details)
        .isEqualTo(
            List.of(
                Wording.of("5", "5"),
                Wording.of("#care.openedOn", "#care.openedOn"),
                Wording.of("甲", "a")));
  }

  private static final List<Class<? extends Record>> ALL =
      List.of(
          PupilDraft.class,
          TermDraft.class,
          StaffDraft.class,
          RuleDraft.class,
          MentorDraft.class,
          CensusDraft.class,
          ContactDraft.class,
          HouseholdDraft.class,
          ActivityDraft.class,
          AttendanceDraft.class,
          TemplateDraft.class,
          QuotaDraft.class,
          PartnerDraft.class,
          OpeningHoursDraft.class,
          FamilyCallDraft.class);

  @ParameterizedTest
  @FieldSource("ALL")
  void check_secretInEveryField_isToldNowhere(Class<? extends Record> type) {
    for (String marker : List.of("s3cret%s#", "秘密%s#", "#秘密", "9".repeat(18), "秘".repeat(3000))) {
      ImmutableList<Violation> violations = VALIDATOR.check(5, Drafts.filled(type, marker));
      assertThat(violations).isNotEmpty();
      for (Violation violation : violations) {
        assertThat(violation.message(Locale.CHINA)).doesNotContain(marker, "秘密", "s3cret");
        assertThat(violation.message(Locale.US)).doesNotContain(marker, "秘密", "s3cret");
        assertThat(violation.toString()).doesNotContain(marker);
        assertThat(violation.details())
            .noneMatch(
                detail -> detail.chinese().contains(marker) || detail.english().contains(marker));
      }
      assertThatExceptionOfType(DraftRejectedException.class)
          .isThrownBy(() -> IntakeResult.of(List.of(), violations).valuesOrThrow())
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain(marker, "秘密", "s3cret"))
          .satisfies(e -> assertThat(e.violations()).isNotEmpty());
    }
  }

  @ParameterizedTest
  @FieldSource("org.jiedui.intake.Drafts#PERSONAL")
  void toString_ofAPersonalDraft_showsNothing(Class<? extends Record> type) {
    Record draft = Drafts.filled(type, "秘密");
    assertThat(draft).hasToString(type.getSimpleName() + "[redacted]");
    assertThat(new DraftRow<>(4, draft)).hasToString("DraftRow[4]");
  }

  @Test
  void check_secretsInPartsThatAreEmptyOtherwise_areToldNowhere() {
    assertThat(ParentDraft.EMPTY).isEqualTo(Drafts.filled(ParentDraft.class, ""));
    assertThat(CarerDraft.EMPTY).isEqualTo(Drafts.filled(CarerDraft.class, ""));
    assertThat(CareDraft.EMPTY).isEqualTo(Drafts.filled(CareDraft.class, ""));
    assertThat(Drafts.filled(HouseholdDraft.CarerDraft.class, ""))
        .isEqualTo(HouseholdDraft.CarerDraft.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jakarta.el.ExpressionFactory",
        "jakarta.el.ELContext",
        "javax.el.ExpressionFactory",
        "org.glassfish.expressly.ExpressionFactoryImpl"
      })
  void classPath_hasNoExpressionLanguage(String name) {
    // So every other test here proves that the validator starts without one.
    assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> Class.forName(name));
  }

  /** The draft records, found in the compiled package so that none can be forgotten. */
  private static List<Class<?>> draftRecords() {
    List<Class<?>> records =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.jiedui.intake")
                .stream()
                .filter(type -> type.isRecord() && type.getSimpleName().endsWith("Draft"))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    assertThat(records).hasSizeGreaterThanOrEqualTo(ALL.size() + 3).containsAll(ALL);
    return records;
  }

  @ParameterizedTest
  @MethodSource("draftRecords")
  void new_componentsThatAreLeftOut_areEmpty(Class<?> type) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object draft = type.getDeclaredConstructor(types).newInstance(new Object[components.length]);
    assertThat(draft).isEqualTo(Drafts.filled(type.asSubclass(Record.class), ""));
    for (RecordComponent component : components) {
      Object value = component.getAccessor().invoke(draft);
      Object empty =
          component.getType() == String.class
              ? ""
              : component.getType().getField("EMPTY").get(null);
      assertThat(value).as(component.getName()).isEqualTo(empty);
    }
    assertThat(VALIDATOR.check(1, draft))
        .extracting(Violation::rule)
        .allMatch(rule -> rule == DraftRule.REQUIRED);
  }

  private static List<Annotation> constraintsOf(Annotation... annotations) {
    return Arrays.stream(annotations)
        .filter(each -> each.annotationType().isAnnotationPresent(Constraint.class))
        .toList();
  }

  private static String messageOf(Annotation constraint) {
    try {
      return (String) constraint.annotationType().getMethod("message").invoke(constraint);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("constraint without a message", e);
    }
  }

  @ParameterizedTest
  @MethodSource("draftRecords")
  void constraints_ofADraft_haveTheCodeOfARule(Class<?> type) throws ReflectiveOperationException {
    for (Annotation constraint : constraintsOf(type.getAnnotations())) {
      assertThat(Coded.find(DraftRule.class, messageOf(constraint)))
          .as("%s on %s", constraint, type)
          .isPresent();
    }
    for (RecordComponent component : type.getRecordComponents()) {
      Field field = type.getDeclaredField(component.getName());
      List<Annotation> constraints = constraintsOf(field.getAnnotations());
      if (component.getType() == String.class) {
        assertThat(constraints).as("constraints on %s", field).isNotEmpty();
      } else {
        assertThat(field.isAnnotationPresent(Valid.class)).as("@Valid on %s", field).isTrue();
      }
      for (Annotation constraint : constraints) {
        assertThat(Coded.find(DraftRule.class, messageOf(constraint)))
            .as("%s on %s", constraint, field)
            .isPresent();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "zh-CN", "zh-TW", "ar-SA-u-nu-arab", "th-TH-u-ca-buddhist"})
  void check_defaultLocale_doesNotMatter(String locale) {
    List<Violation> expected = allViolations();
    List<String> messages = bothLanguages(expected);
    Locale.setDefault(Locale.forLanguageTag(locale));
    DraftValidator validator = DraftValidator.create();
    ImmutableList<Violation> violations =
        cases().stream()
            .flatMap(each -> validator.check(0, each.draft()).stream())
            .collect(toImmutableList());
    assertThat(violations).isEqualTo(expected);
    assertThat(bothLanguages(violations)).isEqualTo(messages);
  }

  private static List<String> bothLanguages(List<Violation> violations) {
    return violations.stream()
        .map(each -> each.message(Locale.CHINA) + " " + each.message(Locale.ENGLISH))
        .toList();
  }
}
