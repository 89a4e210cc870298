package dev.ngdi.migration;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may use whom in the plugin. */
@AnalyzeClasses(
    packages = "dev.ngdi.migration",
    importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
class PluginArchitectureTest {
  private static final String ENGINE = "dev.ngdi.migration.engine..";
  private static final String POSTGRES = "dev.ngdi.migration.postgres..";
  private static final String REPORT = "dev.ngdi.migration.report..";
  private static final String GOALS = "dev.ngdi.migration.goals..";

  @ArchTest
  static final ArchRule theEngineKnowsTheModelOnly =
      classes()
          .that()
          .resideInAPackage(ENGINE)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(ENGINE, "dev.ngdi.migration.model..", "java..")
                  .and(JavaClass.Predicates.resideOutsideOfPackages("java.sql..", "javax.sql..")));

  @ArchTest
  static final ArchRule onlyPostgresUsesJdbcAndFlyway =
      noClasses()
          .that()
          .resideOutsideOfPackage(POSTGRES)
          .and(are(inThePlugin()))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "org.flywaydb..");

  @ArchTest
  static final ArchRule postgresKnowsNoMavenAndNoReport =
      noClasses()
          .that()
          .resideInAPackage(POSTGRES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.maven..", REPORT, GOALS);

  @ArchTest
  static final ArchRule reportsKnowNoMaven =
      noClasses()
          .that()
          .resideInAPackage(REPORT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.maven..", POSTGRES, GOALS)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule thereAreNoCycles =
      slices().matching("dev.ngdi.migration.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule whatIsConcreteIsFinal =
      classes()
          .that(are(inThePlugin()))
          .and()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .and()
          .doNotHaveModifier(ABSTRACT)
          .and()
          .areNotAnonymousClasses()
          .should()
          .haveModifier(FINAL);

  @ArchTest
  static final ArchRule theOneAbstractClassIsTheBaseOfTheGoals =
      classes()
          .that(are(inThePlugin()))
          .and()
          .haveModifier(ABSTRACT)
          .and()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .should()
          .haveFullyQualifiedName("dev.ngdi.migration.goals.DbMojo")
          .allowEmptyShould(true);

  private static DescribedPredicate<JavaClass> inThePlugin() {
    return resideInAPackage(
        "dev.ngdi.migration.[authoring|embedded|engine|goals|postgres|project|report|settings]..");
  }
}
