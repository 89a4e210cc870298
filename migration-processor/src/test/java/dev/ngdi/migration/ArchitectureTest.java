package dev.ngdi.migration;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.ngdi.migration.rules.Change;
import dev.ngdi.migration.rules.Finding;
import dev.ngdi.migration.rules.Judgement;
import dev.ngdi.migration.rules.Known;
import dev.ngdi.migration.rules.NamePattern;
import dev.ngdi.migration.rules.Part;
import dev.ngdi.migration.rules.Policy;
import dev.ngdi.migration.rules.Rule;
import dev.ngdi.migration.rules.Rules;
import dev.ngdi.migration.rules.Severity;
import dev.ngdi.migration.rules.Subject;
import dev.ngdi.migration.rules.Timeline;
import javax.annotation.processing.Messager;

/** Which package may use what, and who may be seen from outside. */
@AnalyzeClasses(packages = "dev.ngdi.migration", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String BASE = "dev.ngdi.migration.";
  private static final String[] PARSER = {"org.antlr..", "org.pgcodekeeper.."};
  private static final String[] COMPILER = {"javax.lang.model..", "javax.annotation.processing.."};
  private static final String[] DATABASE = {"java.sql..", "javax.sql..", "org.postgresql.."};

  @ArchTest
  static final ArchRule packagesFormLayers =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("sql")
          .definedBy(BASE + "sql..")
          .optionalLayer("schema")
          .definedBy(BASE + "schema..")
          .layer("model")
          .definedBy(BASE + "model..")
          .layer("rules")
          .definedBy(BASE + "rules..")
          .layer("processor")
          .definedBy(BASE + "processor..")
          .whereLayer("sql")
          .mayNotAccessAnyLayer()
          .whereLayer("schema")
          .mayOnlyAccessLayers("sql")
          .whereLayer("model")
          .mayOnlyAccessLayers("sql", "schema")
          .whereLayer("rules")
          .mayOnlyAccessLayers("sql", "schema", "model");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.ngdi.migration.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule roomsOfTheSchemaHaveNoCycles =
      slices().matching("dev.ngdi.migration.schema.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theCatalogueKnowsNoneOfItsRooms =
      noClasses()
          .that()
          .resideInAPackage("dev.ngdi.migration.schema")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(BASE + "schema.*..");

  @ArchTest
  static final ArchRule sqlUsesOnlyTheParser =
      classes()
          .that()
          .resideInAPackage(BASE + "sql..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", BASE + "sql..", PARSER[0], PARSER[1]);

  @ArchTest
  static final ArchRule onlySqlUsesTheParser =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE + "sql..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(PARSER);

  @ArchTest
  static final ArchRule onlyTheProcessorKnowsTheCompiler =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE + "processor..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(COMPILER).or(resideInAnyPackage("com.palantir.javapoet..")));

  @ArchTest
  static final ArchRule nobodyHereReachesADatabase =
      noClasses()
          .that()
          .resideInAnyPackage(
              BASE + "sql..",
              BASE + "schema..",
              BASE + "model..",
              BASE + "rules..",
              BASE + "processor..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(DATABASE);

  @ArchTest
  static final ArchRule onlyDiagnosticsTalksToTheCompiler =
      noClasses()
          .that()
          .doNotHaveSimpleName("Diagnostics")
          .should()
          .callMethodWhere(target(owner(assignableTo(Messager.class))));

  @ArchTest
  static final ArchRule noRuleUsesAnother =
      classes().that().implement(Rule.class).should(useNoOtherRule());

  @ArchTest
  static final ArchRule rulesAreSeenThroughTheirCatalogueOnly =
      classes()
          .that()
          .resideInAPackage(BASE + "rules..")
          .and()
          .doNotBelongToAnyOf(
              Rule.class,
              Rules.class,
              Subject.class,
              Policy.class,
              Known.class,
              NamePattern.class,
              NamePattern.Kind.class,
              Part.class,
              Severity.class,
              Finding.class,
              Judgement.class,
              Timeline.class,
              Change.class)
          .should()
          .notBePublic();

  @ArchTest
  static final ArchRule everyRuleIsInTheCatalogue =
      classes().that().implement(Rule.class).should(beInTheCatalogue());

  @ArchTest
  static final ArchRule concreteClassesAreFinal =
      classes()
          .that()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .and()
          .doNotHaveModifier(JavaModifier.ABSTRACT)
          .and()
          .areNotAnonymousClasses()
          .should()
          .haveModifier(JavaModifier.FINAL);

  private static ArchCondition<JavaClass> useNoOtherRule() {
    return new ArchCondition<>("use no other rule") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        item.getDirectDependenciesFromSelf().stream()
            .filter(use -> !use.getTargetClass().equals(item))
            .filter(use -> !use.getTargetClass().isInterface())
            .filter(use -> use.getTargetClass().isAssignableTo(Rule.class))
            .forEach(use -> events.add(SimpleConditionEvent.violated(item, use.getDescription())));
      }
    };
  }

  private static ArchCondition<JavaClass> beInTheCatalogue() {
    return new ArchCondition<>("be in Rules.ALL") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        boolean listed =
            Rules.ALL.stream().anyMatch(rule -> rule.getClass().getName().equals(item.getName()));
        if (!listed) {
          events.add(
              SimpleConditionEvent.violated(
                  item, item.getSimpleName() + " is not in Rules.ALL: it would never run"));
        }
      }
    };
  }
}
