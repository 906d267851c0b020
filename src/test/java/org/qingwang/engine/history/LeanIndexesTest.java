package org.qingwang.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An index too many makes every step of every case slower; one too few makes a page read all history. */
@QingwangTest
class LeanIndexesTest {

    @Autowired
    JdbcClient jdbc;

    /** PostgreSQL then writes the end in place; else it enters the row into every index of the table again. */
    @ParameterizedTest
    @ValueSource(strings = {"act_hi_actinst", "act_hi_taskinst"})
    void noIndexHoldsWhatTheEndOfAStepWrites(String table) {
        assertThat(indexes(table))
                .isNotEmpty()
                .noneMatch(index -> index.contains("end_time_")
                        || index.contains("duration_")
                        || index.contains("act_inst_state_"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"act_hi_actinst", "act_hi_taskinst", "act_hi_detail", "act_hi_varinst"})
    void historyIsFoundByItsProcessAndRemovedByItsCase(String table) {
        assertThat(indexes(table))
                .anyMatch(index -> index.contains("(proc_inst_id_"))
                .anyMatch(index -> index.contains("(root_proc_inst_id_)"))
                .anyMatch(index -> index.contains("(removal_time_)"));
    }

    @Test
    void whenACaseEndedStaysIndexed() {
        assertThat(indexes("act_hi_procinst")).anyMatch(index -> index.contains("(end_time_)"));
    }

    /** As Cockpit's tabs ask: what a model's processes did, the newest first, for everybody and for one jurisdiction. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "act_hi_procinst | (proc_def_key_, end_time_, id_)",
                "act_hi_procinst | (tenant_id_, proc_def_key_, end_time_, id_)",
                "act_hi_actinst | (proc_def_id_, start_time_)",
                "act_hi_decinst | (proc_def_key_, eval_time_, id_)",
                "act_hi_decinst | (tenant_id_, proc_def_key_, eval_time_, id_)",
                "act_hi_op_log | (proc_def_key_, timestamp_, id_)"
            })
    void historyOfAModelIsReadAlongItsTime(String table, String columns) {
        assertThat(indexes(table)).anyMatch(index -> index.contains(columns));
    }

    private List<String> indexes(String table) {
        return jdbc.sql("select indexdef from pg_indexes where schemaname = current_schema() and tablename = ?")
                .param(table)
                .query(String.class)
                .list();
    }
}
