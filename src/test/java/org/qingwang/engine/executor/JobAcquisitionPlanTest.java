package org.qingwang.engine.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.qingwang.support.TestPostgres;
import org.springframework.core.io.ClassPathResource;

/** With 100,000 clocks running, looking for due jobs must not read them all: it happens after every click. */
class JobAcquisitionPlanTest {

    /** The engine's own question (Job.xml, selectNextJobsToExecute), with its defaults. */
    private static final String NEXT_JOBS = """
            select res.id_ from act_ru_job res
            where res.retries_ > 0 and (res.duedate_ is null or res.duedate_ <= now()::timestamp)
              and (res.lock_owner_ is null or res.lock_exp_time_ < now()::timestamp) and res.suspension_state_ = 1
              and ((res.exclusive_ = true and not exists (
                      select j2.id_ from act_ru_job j2 where j2.process_instance_id_ = res.process_instance_id_
                        and j2.exclusive_ = true and j2.lock_owner_ is not null
                        and j2.lock_exp_time_ >= now()::timestamp))
                   or res.exclusive_ = false)
            limit 16""";

    @Test
    void dueJobsAreFoundByAnIndex() throws Exception {
        try (Connection connection = DriverManager.getConnection(TestPostgres.newDatabase(), "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(text("org/camunda/bpm/engine/db/create/activiti.postgres.create.engine.sql"));
            statement.execute(text("db/migration/V2__job_acquisition.sql"));
            statement.execute("""
                    insert into act_ru_job (id_, rev_, type_, exclusive_, process_instance_id_, retries_, duedate_,
                                            suspension_state_, priority_)
                    select 'j' || n, 1, 'timer', true, 'p' || n, 5, now()::timestamp + interval '5 days', 1, 0
                    from generate_series(1, 100000) n""");
            statement.execute("analyze act_ru_job");
            assertThat(plan(statement)).contains("qw_job_due").doesNotContain("Seq Scan on act_ru_job res");
        }
    }

    private static String plan(Statement statement) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet lines = statement.executeQuery("explain " + NEXT_JOBS)) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private static String text(String path) throws Exception {
        return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
    }
}
