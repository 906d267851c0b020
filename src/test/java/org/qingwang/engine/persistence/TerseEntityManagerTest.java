package org.qingwang.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.scripting.xmltags.DynamicSqlSource;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyEntity;
import org.junit.jupiter.api.Test;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The id that means everything in a grant must not become the id of one row because the check became cheaper. */
@QingwangTest
class TerseEntityManagerTest {

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Test
    void aRowCalledEverythingIsRefused() {
        assertThatThrownBy(() -> engine.getCommandExecutorTxRequired().execute(context -> {
                    context.getDbEntityManager().insert(new PropertyEntity(Authorization.ANY, "x"));
                    return null;
                }))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("PropertyEntity has an invalid id");
    }

    @Test
    void everyStatementThatIsPutTogetherIsRemembered() {
        assertThat(engine.getSqlSessionFactory().getConfiguration().getMappedStatements())
                .filteredOn(MappedStatement.class::isInstance)
                .noneMatch(
                        statement -> ((MappedStatement) (Object) statement).getSqlSource() instanceof DynamicSqlSource);
    }
}
