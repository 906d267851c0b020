package org.qingwang.engine.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.io.Resources;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.reflection.SystemMetaObject;
import org.apache.ibatis.scripting.xmltags.DynamicSqlSource;
import org.apache.ibatis.scripting.xmltags.SqlNode;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;

/**
 * The engine's statements, read beside everything else that has to be done before the engine can start. There are more
 * than a thousand of them, and reading them was a quarter of the time until the first page.
 */
public final class EngineStatements {

    private static final String OWN = "org/qingwang/engine/tasklist/named-tasks.xml";

    private final FutureTask<Configuration> reading = new FutureTask<>(EngineStatements::read);

    private EngineStatements() {}

    /** Begins to read them, and does not wait. */
    static EngineStatements beginReading() {
        EngineStatements statements = new EngineStatements();
        Thread reader = new Thread(statements.reading, "engine-statements");
        reader.setDaemon(true);
        reader.start();
        return statements;
    }

    /**
     * Waits until they are read.
     *
     * @return the statements as PostgreSQL understands them, without a connection to a database yet
     */
    public Configuration get() {
        try {
            return reading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the engine's statements were read", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the engine's statements cannot be read", e.getCause());
        }
    }

    private static Configuration read() throws IOException {
        Properties places = new Properties();
        places.put("prefix", "");
        ProcessEngineConfigurationImpl.initSqlSessionFactoryProperties(places, "", DbSqlSessionFactory.POSTGRES);
        try (Reader mappings =
                Resources.getResourceAsReader(ProcessEngineConfigurationImpl.DEFAULT_MYBATIS_MAPPING_FILE)) {
            Configuration statements = new XMLConfigBuilder(mappings, "", places).parse();
            addOwn(statements);
            rememberTexts(statements);
            return statements;
        }
    }

    private static void addOwn(Configuration statements) throws IOException {
        try (InputStream mapping = Resources.getResourceAsStream(OWN)) {
            new XMLMapperBuilder(mapping, statements, OWN, statements.getSqlFragments()).parse();
        }
    }

    private static void rememberTexts(Configuration statements) {
        // Under a short name that two statements share there is something else, which the type does not tell.
        for (Object statement : List.copyOf((Collection<?>) statements.getMappedStatements())) {
            if (statement instanceof MappedStatement mapped
                    && mapped.getSqlSource() instanceof DynamicSqlSource dynamic) {
                SqlNode parts = (SqlNode) SystemMetaObject.forObject(dynamic).getValue("rootSqlNode");
                SystemMetaObject.forObject(mapped).setValue("sqlSource", new RememberedSql(statements, parts));
            }
        }
    }
}
