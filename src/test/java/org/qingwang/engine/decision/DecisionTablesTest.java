package org.qingwang.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.engine.Decisions;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;

/** An officer who overrides a proposal must be able to name the rule it came from. */
@QingwangTest
class DecisionTablesTest {

    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="qingwang"
                xmlns:camunda="http://camunda.org/schema/1.0/dmn">
              <decision id="test-decision" name="Test" camunda:historyTimeToLive="P1D">
                <decisionTable id="table" hitPolicy="UNIQUE">
                  <input id="in" label="amount"><inputExpression id="ie" typeRef="long"><text>amount</text></inputExpression></input>
                  <output id="out" name="agency" typeRef="string"/>
                  <output id="why" name="basis" typeRef="string"/>
                  <rule id="Rule_small"><inputEntry id="e1"><text>&lt; 100</text></inputEntry>
                    <outputEntry id="o1"><text>"commerce"</text></outputEntry><outputEntry id="w1"><text>"small"</text></outputEntry></rule>
                  <rule id="Rule_large"><inputEntry id="e2"><text>[100..1000]</text></inputEntry>
                    <outputEntry id="o2"><text>"publicsecurity"</text></outputEntry><outputEntry id="w2"><text>"large"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    @Autowired
    Decisions decisions;

    @Autowired
    RepositoryService repository;

    @BeforeEach
    void deploy() {
        repository
                .createDeployment()
                .name("test-decision")
                .enableDuplicateFiltering(false)
                .addString("test-decision.dmn", TABLE)
                .deploy();
    }

    @Test
    void theRuleThatFiredIsNamed() {
        Decisions.Outcome outcome = decisions.decide("test-decision", Map.of("amount", 500));
        assertThat(outcome.text("agency")).isEqualTo("publicsecurity");
        assertThat(outcome.text("basis")).isEqualTo("large");
        assertThat(outcome.ruleId()).isEqualTo("Rule_large");
        assertThat(outcome.reference()).isEqualTo("test-decision:1");
    }

    @Test
    void anUndecidedCaseIsNotGuessed() {
        assertThatThrownBy(() -> decisions.decide("test-decision", Map.of("amount", 5000)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("test-decision");
    }
}
