package org.qingwang.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;

/** An expression that reached the engine from outside must find nothing worth having. */
@QingwangTest
class GuardedExpressionsTest {

    @Autowired
    ProcessEngineConfigurationImpl engine;

    private Object evaluate(String expression) {
        return evaluate(expression, StartProcessVariableScope.getSharedInstance());
    }

    private Object evaluate(String expression, VariableScope scope) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> engine.getExpressionManager()
                        .createExpression(expression)
                        .getValue(scope));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "${''.getClass()}|forbidden in expressions",
                "${''.class}|forbidden in expressions",
                "${''['class']}|forbidden in expressions",
                "${''['getClass']()}|forbidden in expressions",
                "${''.getClass().forName('java.lang.Runtime')}|forbidden in expressions",
                "${guardProbe.getClass()}|forbidden in expressions",
                "${guardProbe.class.classLoader}|forbidden in expressions",
                "${dateTime().getClass()}|forbidden in expressions",
                "${dataSource}|Cannot resolve identifier",
                "${dataSource.connection}|Cannot resolve identifier",
                "${runtimeService}|Cannot resolve identifier",
                "${processEngineConfigurationImpl}|Cannot resolve identifier",
                "${applicationContext}|Cannot resolve identifier",
                "${environment}|Cannot resolve identifier"
            })
    void nothingBeyondTheModelsBeansIsWithinReach(String expression, String reason) {
        assertThatThrownBy(() -> evaluate(expression))
                .isInstanceOf(ProcessEngineException.class)
                .hasStackTraceContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${execution.processEngineServices}",
                "${execution.getProcessEngine()}",
                "${execution.variables.getClass()}"
            })
    void anExecutionIsNoWayToTheEngine(String expression) {
        assertThatThrownBy(() -> evaluate(expression, new ExecutionEntity()))
                .hasStackTraceContaining("forbidden in expressions");
    }

    @Test
    void modelsCallTheirBeans() {
        assertThat(evaluate("${guardProbe.greet('officer')}")).isEqualTo("hello officer");
    }

    @Test
    void whatModelsAndFiltersNeedStillWorks() {
        assertThat(evaluate("${now()}")).isNotNull();
        assertThat(evaluate("${dateTime().plusDays(1).toDate()}")).isNotNull();
        assertThat(evaluate("${'a'.concat('b')}")).isEqualTo("ab");
        assertThat(evaluate("${1 + 1 == 2}")).isEqualTo(true);
    }

    @Test
    void scriptsWouldSeeNoBeanEither() {
        assertThat(engine.getBeans()).isEqualTo(Map.of());
    }
}
