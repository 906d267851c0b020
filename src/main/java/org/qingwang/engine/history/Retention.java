package org.qingwang.engine.history;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Gives up the engine's history of cases that have been closed for as long as their model says (docs/decisions/
 * retention.md). A case is marked as a whole, with all processes it called and the decisions in it, when the time since
 * its end has passed; the engine's cleanup removes in the same night what is marked.
 */
@Service
public class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final ProcessEngineConfigurationImpl engine;
    private final Clock clock;

    Retention(JdbcClient jdbc, ProcessEngineConfigurationImpl engine, Clock clock) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * Marks every case whose time has passed. Two nodes that do it at once write the same marks.
     *
     * @return how many were marked
     */
    @Scheduled(cron = "0 30 1 * * *", zone = "Asia/Shanghai")
    public int markDue() {
        Instant now = clock.instant();
        int marked = 0;
        List<Due> page = due(now);
        while (!page.isEmpty()) {
            page.forEach(this::mark);
            marked += page.size();
            page = due(now);
        }
        if (marked > 0) {
            LOG.info("{} closed cases are past their retention; their history is removed tonight", marked);
        }
        return marked;
    }

    /** The shortest retention of any model bounds the search, so that it reads the oldest endings alone. */
    private List<Due> due(Instant now) {
        return jdbc.sql("""
                        select h.id_, h.end_time_ + make_interval(days => d.history_ttl_)
                        from act_hi_procinst h join act_re_procdef d on d.id_ = h.proc_def_id_
                        where h.root_proc_inst_id_ = h.id_ and h.removal_time_ is null
                          and h.end_time_ <= ? and h.end_time_ + make_interval(days => d.history_ttl_) <= ?
                        order by h.end_time_ limit ?""")
                .params(Timestamp.from(now.minus(shortest())), Timestamp.from(now), PAGE)
                .query((row, n) -> new Due(row.getString(1), row.getTimestamp(2)))
                .list();
    }

    private Duration shortest() {
        return Duration.ofDays(jdbc.sql("select coalesce(min(history_ttl_), 0) from act_re_procdef")
                .query(Long.class)
                .single());
    }

    private void mark(Due due) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            mark(due, context);
            return null;
        });
    }

    private static void mark(Due due, CommandContext context) {
        context.getHistoricProcessInstanceManager()
                .addRemovalTimeToProcessInstancesByRootProcessInstanceId(due.rootId(), due.at());
        context.getHistoricDecisionInstanceManager()
                .addRemovalTimeToDecisionsByRootProcessInstanceId(due.rootId(), due.at());
    }

    /** @param at when it may be removed: its end and the time to live of its model */
    private record Due(String rootId, Date at) {}
}
