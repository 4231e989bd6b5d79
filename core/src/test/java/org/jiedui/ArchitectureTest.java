package org.jiedui;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSetMultimap;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Holds the arrows between the packages, and keeps the core pure. */
class ArchitectureTest {

  private static final String ROOT = "org.jiedui";

  /** What each package may see. Arrows run one way; a package that is not here fails the test. */
  private static final ImmutableSetMultimap<String, String> ARROWS =
      arrows(
          """
          text       ->
          error      ->
          id         ->
          time       ->
          calendar   -> text time
          person     -> text
          school     -> text id time person
          child      -> text id time person school
          census     -> text id time calendar person school child
          contact    -> text id time
          rule       -> text id time calendar school child contact
          compliance -> text id time calendar child contact rule
          mentor     -> text id time person school child contact rule compliance
          referral   -> text id time child school person
          activity   -> text id time calendar person school child contact rule compliance
          ics        -> text time calendar
          access     -> text id error
          intake     -> text id error time calendar person school child census contact rule mentor \
          activity
          storage    -> text id error time calendar person school child census contact rule \
          compliance mentor referral activity access
          """);

  private static final JavaClasses CORE =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

  private static ImmutableSetMultimap<String, String> arrows(String table) {
    ImmutableSetMultimap.Builder<String, String> arrows = ImmutableSetMultimap.builder();
    for (Map.Entry<String, String> line :
        Splitter.on('\n')
            .omitEmptyStrings()
            .withKeyValueSeparator(Splitter.on("->").trimResults())
            .split(table)
            .entrySet()) {
      arrows.put(line.getKey(), line.getKey());
      arrows.putAll(line.getKey(), Splitter.on(' ').omitEmptyStrings().split(line.getValue()));
    }
    return arrows.build();
  }

  @Test
  void everyPackage_isInTheTableOfArrows() {
    List<String> packages = new ArrayList<>();
    for (JavaPackage each : CORE.getPackage(ROOT).getSubpackages()) {
      packages.add(each.getRelativeName());
    }
    assertThat(packages).isNotEmpty().isSubsetOf(ARROWS.keySet());
  }

  @Test
  void packages_seeOnlyWhatTheirArrowsAllow() {
    for (String from : ARROWS.keySet()) {
      String[] forbidden =
          ARROWS.keySet().stream()
              .filter(to -> !ARROWS.containsEntry(from, to))
              .map(to -> ROOT + "." + to + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(ROOT + "." + from + "..")
          .should()
          .dependOnClassesThat(resideInAnyPackage(forbidden).or(resideInAnyPackage(ROOT)))
          .because("package " + from + " may see " + ARROWS.get(from))
          .check(CORE);
    }
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void core_touchesNoFileSocketDatabaseOrThread() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.nio.file..",
                    "java.net..",
                    "java.sql..",
                    "javax.sql..",
                    "java.util.logging..",
                    "org.slf4j..")
                .or(
                    describe(
                        "input or output",
                        type ->
                            type.getPackageName().equals("java.io")
                                && !type.isEquivalentTo(java.io.Serializable.class)
                                && !type.isEquivalentTo(java.io.ObjectStreamException.class)
                                // What a parser of texts in memory takes and throws.
                                && !type.isEquivalentTo(java.io.Reader.class)
                                && !type.isEquivalentTo(java.io.StringReader.class)
                                && !type.isEquivalentTo(java.io.IOException.class)
                                && !type.isEquivalentTo(java.io.UncheckedIOException.class)))
                .or(
                    describe(
                        "threads",
                        type ->
                            type.isAssignableTo(Thread.class)
                                || type.isAssignableTo(ThreadLocal.class))))
        .check(CORE);
  }

  /** A sweep runs on an executor that the caller brings; nothing here makes a thread. */
  @Test
  void core_worksInTheThreadsOfItsCallers() {
    noClasses()
        .that()
        .haveNameNotMatching("org\\.jiedui\\.(Sweeper|SweepOptions)(\\$.*)?")
        .should()
        .dependOnClassesThat(resideInAPackage("java.util.concurrent.."))
        .check(CORE);
    classes()
        .that()
        .haveNameMatching("org\\.jiedui\\.(Sweeper|SweepOptions)(\\$.*)?")
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage("java.util.concurrent..")
                .or(
                    belongToAnyOf(
                        Executor.class,
                        CompletableFuture.class,
                        CancellationException.class,
                        AtomicBoolean.class,
                        AtomicInteger.class,
                        AtomicReference.class)))
        .check(CORE);
    noClasses()
        .should()
        .callMethodWhere(
            target(
                are(
                    describe(
                        "run on a thread that nobody brought",
                        (AccessTarget method) ->
                            method.getOwner().isEquivalentTo(CompletableFuture.class)
                                && method.getName().endsWith("Async")))))
        .check(CORE);
  }

  @Test
  void core_readsNoClockNoRandomSourceAndNoSurroundings() {
    noClasses()
        .should()
        .dependOnClassesThat(
            describe(
                "a clock or a random source",
                type ->
                    type.isAssignableTo(Clock.class)
                        || type.isAssignableTo(RandomGenerator.class)
                        || type.getPackageName().equals("java.util.random")))
        .check(CORE);
    noClasses()
        .should()
        .callMethodWhere(target(are(aSourceOfTimeChanceOrSurroundings())))
        .check(CORE);
  }

  private static DescribedPredicate<AccessTarget> aSourceOfTimeChanceOrSurroundings() {
    return describe(
        "a source of time, chance or surroundings",
        method -> {
          JavaClass owner = method.getOwner();
          String name = method.getName();
          return (name.equals("now") && owner.getPackageName().startsWith("java.time"))
              || (owner.isEquivalentTo(System.class)
                  && List.of("currentTimeMillis", "nanoTime", "getenv", "getProperty")
                      .contains(name))
              || (owner.isEquivalentTo(ZoneId.class) && name.equals("systemDefault"))
              || (owner.isEquivalentTo(Locale.class) && name.equals("getDefault"))
              || (owner.isEquivalentTo(Math.class) && name.equals("random"))
              || (owner.isEquivalentTo(UUID.class) && name.equals("randomUUID"));
        });
  }

  @Test
  void hibernateValidator_isUsedByTheDraftValidatorAlone() {
    noClasses()
        .that()
        .haveSimpleNameNotStartingWith("DraftValidator")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.hibernate.."))
        .check(CORE);
  }

  @Test
  void jgrapht_isUsedByTheMatchFlowAlone() {
    noClasses()
        .that()
        .haveSimpleNameNotStartingWith("MatchFlow")
        .and()
        .doNotHaveFullyQualifiedName("org.jiedui.mentor.MatchFlow$Network")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.jgrapht.."))
        .check(CORE);
  }

  @Test
  void ical4j_isUsedByThePackageIcsAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.jiedui.ics")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("net.fortuna.ical4j..", "org.apache.commons.codec.."))
        .check(CORE);
  }

  @Test
  void everyPackage_isNullMarked() {
    for (JavaPackage each : CORE.getPackage(ROOT).getSubpackagesInTree()) {
      assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue();
    }
    assertThat(CORE.getPackage(ROOT).isAnnotatedWith(NullMarked.class)).isTrue();
  }

  @Test
  void publicClasses_areClosedForExtension() {
    classes()
        .that()
        .arePublic()
        .and()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .and()
        .areNotAssignableTo(RuntimeException.class)
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(CORE);
  }

  @Test
  void names_sayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Entity|VO|Dto|DTO|Manager|Helper|Utils?|Impl)$")
        .check(CORE);
  }
}
