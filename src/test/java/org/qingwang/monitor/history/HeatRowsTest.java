package org.qingwang.monitor.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** If this fails, whoever opens a heat map first waits until the whole history of its model is read. */
@QingwangTest
class HeatRowsTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    @Transactional
    void stepsThatTakeTimeAreReadAlongTheIndexThatHoldsNoOthers() {
        jdbc.sql("set local enable_seqscan = off").update();

        String plan = String.join(
                "\n",
                jdbc.sql(
                                "explain select from act_hi_actinst h where h.proc_def_id_ = 'any' and h.start_time_ >= now() and "
                                        + HeatRows.TAKES_TIME + " order by h.start_time_ desc")
                        .query(String.class)
                        .list());

        assertThat(plan)
                .contains("act_idx_hi_act_inst_stats")
                .as("the index has sorted them")
                .doesNotContain("Sort");
    }
}
