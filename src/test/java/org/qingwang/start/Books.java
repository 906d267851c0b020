package org.qingwang.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the database of a running application says, read past the application. */
final class Books {

    private static final int PORT_LINE = 3;

    private final DataSource source;
    private final JdbcClient jdbc;

    private Books(DataSource source) {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
    }

    static Books of(Path folder) throws IOException {
        Path data = folder.resolve("data");
        String port = Files.readAllLines(data.resolve("database/postmaster.pid"))
                .get(PORT_LINE)
                .strip();
        String password = Files.readString(data.resolve("database-password")).strip();
        return new Books(
                new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:" + port + "/qingwang", "qingwang", password));
    }

    void giveKey(String key) throws Exception {
        giveKey(jdbc, key);
    }

    /** As if an administrator had made this key for another system. */
    static void giveKey(JdbcClient jdbc, String key) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        jdbc.sql("""
                        insert into api_key (name, key_hash, beginning, jurisdiction, scopes, created_by, created_at, expires_at)
                        values ('test', ?, ?, 'commerce-330000', ?, 'admin', now(), now() + interval '1 day')""")
                .params(hash, key.substring(0, 7), new String[] {"complaints:import"})
                .update();
    }

    int rows() {
        return number("select count(*) from import_row");
    }

    int complaints() {
        return number("select count(*) from complaint");
    }

    int listsDone() {
        return number("select count(*) from import_batch where stage = 'DONE'");
    }

    int pledges() {
        return number("select count(distinct firm) from pledge");
    }

    int openLinks() {
        return number("select count(*) from pledge_link where revoked_at is null");
    }

    int mailsSent() {
        return number("select count(*) from mail where state = 'SENT'");
    }

    String campaign() {
        return jdbc.sql("select campaign_no from campaign").query(String.class).single();
    }

    /** @return numbers of the briefings, the earliest period first */
    List<String> briefings() {
        return jdbc.sql("select briefing_no from briefing order by to_day")
                .query(String.class)
                .list();
    }

    String stageOf(String briefingNo) {
        return jdbc.sql("select stage from briefing where briefing_no = ?")
                .param(briefingNo)
                .query(String.class)
                .single();
    }

    /** @return how many rows a table has of a briefing */
    int rowsOf(String table, String briefingNo) {
        return jdbc.sql("select count(*) from " + table + " where briefing_no = ?")
                .param(briefingNo)
                .query(Integer.class)
                .single();
    }

    int entriesOfTheAudit(String action, String subject) {
        return jdbc.sql("select count(*) from audit_entry where action = ? and subject_id = ?")
                .params(action, subject)
                .query(Integer.class)
                .single();
    }

    /** Whoever adds up the totals of a briefing waits from now on, until the connection is closed. */
    Connection holdUpTotals() throws SQLException {
        Connection holding = source.getConnection();
        holding.setAutoCommit(false);
        try (Statement statement = holding.createStatement()) {
            statement.execute("lock table briefing_total in exclusive mode");
        }
        return holding;
    }

    /** Whether somebody waits for the totals. */
    boolean isSomebodyHeldUp() {
        return number("select count(*) from pg_locks where not granted and relation = 'briefing_total'::regclass") > 0;
    }

    /** What one transaction must have written together, found apart; each statement sees one moment. */
    List<String> contradictions() {
        List<String> found = new ArrayList<>();
        none(found, "rows filed without their complaint, or complaints without their row", """
                select count(*)
                  from (select receipt_no from import_row where state = 'FILED') as filed
                  full join complaint using (receipt_no)
                 where filed.receipt_no is null or complaint.receipt_no is null""");
        none(
                found,
                "complaints filed by two rows",
                "select count(*) from (select receipt_no from import_row where state = 'FILED'"
                        + " group by receipt_no having count(*) > 1) as doubled");
        none(found, "complaints without exactly one process", """
                select count(*)
                  from complaint
                 where 1 <> (select count(*) from act_hi_procinst
                              where business_key_ = receipt_no and proc_def_key_ = 'complaint')""");
        none(found, "complaints without exactly one entry in the audit", """
                select count(*)
                  from complaint
                 where 1 <> (select count(*) from audit_entry
                              where subject_type = 'complaint' and subject_id = receipt_no
                                and action = 'complaint.received')""");
        none(found, "cases without exactly one process", """
                select count(*)
                  from case_file
                 where 1 <> (select count(*) from act_hi_procinst
                              where business_key_ = case_no and proc_def_key_ = 'casefile')""");
        none(found, "accepted complaints without exactly one case of their own", """
                select count(*)
                  from complaint
                 where status = 'ACCEPTED'
                   and 1 <> (select count(*) from case_complaint
                              where case_complaint.receipt_no = complaint.receipt_no and opened_the_case)""");
        none(found, "processes of complaints that run without waiting for anybody or anything", """
                select count(*)
                  from act_ru_execution as process
                 where parent_id_ is null
                   and not exists (select from act_ru_task where proc_inst_id_ = process.id_)
                   and not exists (select from act_ru_job where process_instance_id_ = process.id_)
                   and not exists (select from act_ru_execution as called
                                     join act_ru_execution as caller on caller.id_ = called.super_exec_
                                    where caller.proc_inst_id_ = process.id_)""");
        return found;
    }

    /** Those of the tasks that the engine's history does not know as completed exactly once. */
    List<String> unfinished(Set<String> tasks) {
        return tasks.stream()
                .filter(task -> 1
                        != jdbc.sql(
                                        "select count(*) from act_hi_taskinst where id_ = ? and delete_reason_ = 'completed'")
                                .param(task)
                                .query(Integer.class)
                                .single())
                .toList();
    }

    private void none(List<String> found, String what, String count) {
        int number = number(count);
        if (number > 0) {
            found.add(number + " " + what);
        }
    }

    private int number(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
