package org.qingwang.engine.persistence;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.reflection.SystemMetaObject;
import org.apache.ibatis.scripting.xmltags.DynamicSqlSource;
import org.apache.ibatis.scripting.xmltags.SqlNode;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.qingwang.engine.Managers;
import org.springframework.stereotype.Component;

/** How the engine gets its rows into the database and out of it. */
@Component
class PersistencePlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        Managers.replace(
                configuration, DbEntityManager.class, () -> new TerseEntityManager(configuration.getIdGenerator()));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        Configuration statements = configuration.getSqlSessionFactory().getConfiguration();
        // A copy: the same statement is in it by its long and its short name, and some short names by neither.
        Collection<?> all = List.copyOf((Collection<?>) statements.getMappedStatements());
        for (Object statement : all) {
            if (statement instanceof MappedStatement mapped && mapped.getSqlSource() instanceof DynamicSqlSource) {
                remember(statements, mapped);
            }
        }
    }

    private static void remember(Configuration statements, MappedStatement statement) {
        SqlNode parts =
                (SqlNode) SystemMetaObject.forObject(statement.getSqlSource()).getValue("rootSqlNode");
        SystemMetaObject.forObject(statement).setValue("sqlSource", new RememberedSql(statements, parts));
    }
}
