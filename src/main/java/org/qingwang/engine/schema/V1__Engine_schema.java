package org.qingwang.engine.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * The engine's own tables, from the scripts the engine ships. They are created by Flyway, not by the engine at start:
 * Flyway holds a lock, so two nodes that start on an empty database do not both try, and our tables can refer to an
 * engine that is already there.
 */
@Component
class V1__Engine_schema extends BaseJavaMigration {

    private static final String SCRIPTS = "/org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql";

    /** Later parts add foreign keys and indexes to earlier ones. */
    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) throws Exception {
        try (Statement statement = context.getConnection().createStatement()) {
            for (String part : PARTS) {
                statement.execute(script(part));
            }
        }
    }

    private static String script(String part) {
        String path = SCRIPTS.formatted(part);
        try (InputStream script = ProcessEngine.class.getResourceAsStream(path)) {
            if (script == null) {
                throw new IllegalStateException("the engine ships no script " + path);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
