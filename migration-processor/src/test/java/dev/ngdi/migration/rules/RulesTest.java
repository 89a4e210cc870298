package dev.ngdi.migration.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which findings are reported, and as what. */
class RulesTest {
  private static final TestSubject BLOCKING =
      TestSubject.GOOD
          .named("add_user_email_index")
          .withUp("CREATE INDEX app_user_email_idx ON app_user (email)")
          .withDown("DROP INDEX app_user_email_idx");

  private static final String RULE = "index-not-concurrent";

  @Test
  void nothingIsFoundInAGoodMigration() {
    assertThat(TestSubject.GOOD.judged()).isEmpty();
  }

  @Test
  void aFindingIsAnErrorThatAnAllowMayAccept() {
    assertThat(Rules.judge(BLOCKING.subject()))
        .singleElement()
        .satisfies(
            judgement -> {
              assertThat(judgement.rule()).isEqualTo(RULE);
              assertThat(judgement.severity()).isEqualTo(Severity.ERROR);
              assertThat(judgement.acceptable()).isTrue();
            });
  }

  @Test
  void anAcceptedFindingIsNotReported() {
    assertThat(BLOCKING.accepting(RULE).judged()).isEmpty();
  }

  @Test
  void aSecondAllowOfOneRuleIsUnused() {
    assertThat(BLOCKING.accepting(RULE, RULE).judged()).containsExactly("suppression-unused");
  }

  @Test
  void whatCannotBeReadMakesNoAllowUnused() {
    assertThat(BLOCKING.withUp("CREATE INDX i ON app_user (email)").accepting(RULE).judged())
        .containsExactly("syntax-error");
    assertThat(BLOCKING.named("emailIndex").withUp("SELECT f()").accepting(RULE).judged())
        .containsExactly("name-format");
  }

  @Test
  void anAllowAcceptsNoMandatoryRule() {
    assertThat(TestSubject.GOOD.withUp("ALTER TABL app_user").accepting("syntax-error").judged())
        .containsExactly("syntax-error", "suppression-not-possible");
  }

  @Test
  void anAllowOfWhatTheProcessorFindsIsNotPossible() {
    assertThat(TestSubject.GOOD.accepting("class-shape").judged())
        .containsExactly("suppression-not-possible");
  }

  @Test
  void thePolicyMakesAFindingAWarning() {
    assertThat(Rules.judge(BLOCKING.under(severity(Severity.WARNING)).subject()))
        .extracting(Judgement::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void thePolicyTurnsARuleOff() {
    assertThat(BLOCKING.under(severity(Severity.OFF)).judged()).isEmpty();
  }

  @Test
  void anAllowOfARuleThatIsOffIsUsedIfTheRuleWouldFindSomething() {
    assertThat(BLOCKING.accepting(RULE).under(severity(Severity.OFF)).judged()).isEmpty();
  }

  @Test
  void thePolicyCannotTurnAMandatoryRuleOff() {
    Policy policy =
        new Policy(
            14, "", Set.of(), Map.of("syntax-error", List.of(new Policy.From("", Severity.OFF))));

    assertThat(TestSubject.GOOD.withUp("ALTER TABL app_user").under(policy).judged())
        .containsExactly("syntax-error");
  }

  @Test
  void beforeEnforceFromOnlyMandatoryRulesApply() {
    Policy policy = new Policy(14, "20261122103701", Set.of(), Map.of());
    TestSubject old =
        BLOCKING.named("emailIndex").withDocumentation("").withDown("").accepting(RULE);

    assertThat(old.under(policy).judged()).isEmpty();
    assertThat(old.withUp("CREATE INDX").under(policy).judged()).containsExactly("syntax-error");
    assertThat(
            old.under(policy)
                .beside(Map.of("V20261122103700__b", List.of("org.example.db.V20261122103700__b")))
                .judged())
        .containsExactly("version-duplicate");
  }

  @Test
  void fromEnforceFromOnAllRulesApply() {
    Policy policy = new Policy(14, "20261122103700", Set.of(), Map.of());

    assertThat(BLOCKING.under(policy).judged()).containsExactly(RULE);
  }

  @Test
  void aBadVersionIsOneFinding() {
    assertThat(TestSubject.GOOD.withId("AddRole").judged()).containsExactly("version-format");
  }

  @Test
  void aBadNameIsOneFinding() {
    assertThat(TestSubject.GOOD.named("Role").judged()).containsExactly("name-format");
    assertThat(TestSubject.GOOD.named("bring_licence_table").judged())
        .containsExactly("action-unknown");
    assertThat(TestSubject.GOOD.named("create_licence_table").judged())
        .containsExactly("action-mismatch");
  }

  @Test
  void anEmptyUpIsOneFinding() {
    assertThat(TestSubject.GOOD.withUp(" -- later").judged()).containsExactly("empty-sql");
  }

  @Test
  void everyIdIsKebabCase() {
    assertThat(RuleGuide.IDS).allMatch(id -> id.matches("[a-z]+(-[a-z0-9]+)+"));
  }

  private static Policy severity(Severity severity) {
    return new Policy(14, "", Set.of(), Map.of(RULE, List.of(new Policy.From("", severity))));
  }
}
