package org.qingwang.engine.rights;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves what runs for a case from one tenant to another, step and variables as they are. The engine gives a process its
 * tenant once and for all; a case that another region takes over would otherwise begin anew. Whoever completes one of the
 * tasks at the same moment is refused, since every row moved gets a new revision.
 */
@Component
public class ChangeOfHands {

    /** Tables of what runs, with the column that names the process instance, and those of its history. */
    private static final List<String> RUNNING = List.of(
            "update act_ru_execution set tenant_id_ = :to, rev_ = rev_ + 1 where proc_inst_id_ = any (:ids)",
            "update act_ru_variable set tenant_id_ = :to, rev_ = rev_ + 1 where proc_inst_id_ = any (:ids)",
            "update act_ru_job set tenant_id_ = :to, rev_ = rev_ + 1 where process_instance_id_ = any (:ids)",
            "update act_ru_event_subscr set tenant_id_ = :to, rev_ = rev_ + 1 where proc_inst_id_ = any (:ids)",
            "update act_ru_incident set tenant_id_ = :to, rev_ = rev_ + 1 where proc_inst_id_ = any (:ids)",
            "update act_hi_procinst set tenant_id_ = :to where proc_inst_id_ = any (:ids)",
            "update act_hi_actinst set tenant_id_ = :to where proc_inst_id_ = any (:ids) and end_time_ is null",
            "update act_hi_taskinst set tenant_id_ = :to, assignee_ = null where proc_inst_id_ = any (:ids)"
                    + " and end_time_ is null");

    /** Groups of the same name: officers, heads and legal reviewers each of their own agency. */
    private static final String CANDIDATES = """
            update act_ru_identitylink
            set group_id_ = :to || substr(group_id_, length(:from) + 1), tenant_id_ = :to, rev_ = rev_ + 1
            where task_id_ in (select id_ from act_ru_task where proc_inst_id_ = any (:ids))
              and (group_id_ = :from or group_id_ like :from || '-%')""";

    private final JdbcClient jdbc;

    ChangeOfHands(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything of the case at this tenant. Nobody has taken the tasks there yet, whoever had them here. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(String caseNo, String from, String to) {
        move(instances(caseNo, from, "%"), caseNo, from, to);
    }

    /** Only instances of one process. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(String processKey, String caseNo, String from, String to) {
        move(instances(caseNo, from, processKey), caseNo, from, to);
    }

    private void move(String[] ids, String caseNo, String from, String to) {
        if (ids.length == 0) {
            return;
        }
        for (String statement : RUNNING) {
            jdbc.sql(statement).param("to", to).param("ids", ids).update();
        }
        jdbc.sql(CANDIDATES)
                .param("from", from)
                .param("to", to)
                .param("ids", ids)
                .update();
        untake(to, ids);
        rename(caseNo, from, to, ids);
    }

    private String[] instances(String caseNo, String tenant, String processKey) {
        return jdbc.sql("""
                        select e.id_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                        where e.id_ = e.proc_inst_id_ and e.tenant_id_ = :tenant and d.key_ like :process
                          and d.key_ <> 'competence-dispute'
                          and exists (select from act_ru_variable v
                                      where v.proc_inst_id_ = e.id_ and v.name_ = 'caseNo' and v.text_ = :case)
                        """)
                .param("tenant", tenant)
                .param("process", processKey)
                .param("case", caseNo)
                .query(String.class)
                .list()
                .toArray(String[]::new);
    }

    /** Triggers keep the list of what waits by who takes a task, so each is taken once more and given free. */
    private void untake(String to, String[] ids) {
        String taken = "update act_ru_task set assignee_ = '-', tenant_id_ = :to, rev_ = rev_ + 1"
                + " where proc_inst_id_ = any (:ids)";
        String free = "update act_ru_task set assignee_ = null where proc_inst_id_ = any (:ids)";
        jdbc.sql(taken).param("to", to).param("ids", ids).update();
        jdbc.sql(
                        "delete from waiting_task where task_id in (select id_ from act_ru_task where proc_inst_id_ = any (:ids))")
                .param("ids", ids)
                .update();
        jdbc.sql(free).param("ids", ids).update();
    }

    /** The variable in which each of them, and the case file above them, says whose turn it is. */
    private void rename(String caseNo, String from, String to, String[] ids) {
        String[] all = jdbc.sql("select id_ from act_ru_execution where business_key_ = :case and tenant_id_ is null"
                        + " union select unnest(:ids)")
                .param("case", caseNo)
                .param("ids", ids)
                .query(String.class)
                .list()
                .toArray(String[]::new);
        for (String table : List.of("act_ru_variable", "act_hi_varinst")) {
            jdbc.sql("update " + table + " set text_ = :to, rev_ = rev_ + 1"
                            + " where proc_inst_id_ = any (:ids) and name_ = 'jurisdiction' and text_ = :from")
                    .param("to", to)
                    .param("from", from)
                    .param("ids", all)
                    .update();
        }
    }
}
