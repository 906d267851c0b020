package org.qingwang.engine.tasklist;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.qingwang.agency.Actor;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Officer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What officers noted at tasks in Tasklist, also at tasks that are done. */
@Component
public class TaskRemarks {

    private final JdbcClient database;
    private final AgencyService agencies;

    TaskRemarks(JdbcClient database, AgencyService agencies) {
        this.database = database;
        this.agencies = agencies;
    }

    /**
     * One remark.
     *
     * @param task the task's name, in both languages
     * @param by the name of who wrote it
     */
    public record Remark(String task, String by, Instant at, String text) {}

    /**
     * The remarks of a case or complaint, oldest first.
     *
     * @param number of the case or complaint
     * @param reader sees remarks at tasks of the own jurisdictions; the campaign office and supervisors see all
     */
    @Transactional(readOnly = true)
    public List<Remark> of(String number, Actor reader) {
        return database.sql("""
                        select t.name_, c.user_id_, c.time_, c.full_msg_
                        from act_hi_procinst p
                        join act_hi_taskinst t on t.proc_inst_id_ = p.id_
                        join act_hi_comment c on c.task_id_ = t.id_ and c.action_ = 'AddComment'
                        where p.business_key_ = :number and (:all or t.tenant_id_ = any (:tenants::text[]))
                        order by c.time_, c.id_""")
                .param("number", number)
                .param("all", reader.seesEverything())
                .param("tenants", agencies.tenantsOf(reader).toArray(String[]::new))
                .query(this::remark)
                .list();
    }

    private Remark remark(ResultSet row, int number) throws SQLException {
        String by = row.getString("user_id_");
        return new Remark(
                row.getString("name_"),
                agencies.find(by).map(Officer::name).orElse(by),
                row.getTimestamp("time_").toInstant(),
                new String(row.getBytes("full_msg_"), StandardCharsets.UTF_8));
    }
}
