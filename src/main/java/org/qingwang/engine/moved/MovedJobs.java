package org.qingwang.engine.moved;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Jobs that were made at another time and wait to be run there. */
@Component
public class MovedJobs {

    private final JdbcClient jdbc;
    private final ProcessEngineConfigurationImpl engine;

    MovedJobs(JdbcClient jdbc, ProcessEngineConfigurationImpl engine) {
        this.jdbc = jdbc;
        this.engine = engine;
    }

    /** @param process jobs of one process run one after the other */
    public record Due(String id, String process) {}

    /** @return what is due by then, first due first; what failed for good is left to people */
    public List<Due> due(Instant time) {
        return jdbc.sql("""
                        select id_, coalesce(root_proc_inst_id_, process_instance_id_, id_) from act_ru_job
                        where lock_owner_ = ? and retries_ > 0 and suspension_state_ = 1
                          and (duedate_ is null or duedate_ <= ?)
                        order by duedate_ nulls first, id_""")
                .params(MovedJobManager.HOLDER, Timestamp.from(time))
                .query((row, n) -> new Due(row.getString(1), row.getString(2)))
                .list();
    }

    /**
     * @return ids of the jobs that this thread made since it last asked and that are due at once; of work that was rolled
     *     back, too
     */
    public List<String> takeMade() {
        return MovedJobManager.takeMade();
    }

    /**
     * Runs a job in a transaction of its own; one that another took away meanwhile is left alone. A job that fails stays
     * held as it was: noted as failed it would be the executors', who would try it again at their own time.
     *
     * @return whether there was such a job
     */
    public boolean run(String id) {
        Command<Boolean> work = context -> {
            if (context.getJobManager().findJobById(id) == null) {
                return false;
            }
            new ExecuteJobsCmd(id, new JobFailureCollector(id)).execute(context);
            return true;
        };
        return engine.getCommandExecutorTxRequired().execute(work);
    }

    /** Leaves what is still to come to the executors. */
    public void release() {
        jdbc.sql("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ = ?")
                .param(MovedJobManager.HOLDER)
                .update();
    }
}
