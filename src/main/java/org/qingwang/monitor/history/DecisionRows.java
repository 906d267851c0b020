package org.qingwang.monitor.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.monitor.history.Page.Placed;
import org.qingwang.monitor.history.TakenDecision.Clause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Reads what decision tables answered, by model and time: along one index for whoever reads everything and another one for
 * each jurisdiction; or by process.
 */
@Repository
class DecisionRows {

    private static final String NEWEST_FIRST = " order by i.eval_time_ desc, i.id_ desc limit :limit";

    private static final String SELECT = """
            select i.*, h.business_key_, (extract(epoch from i.eval_time_) * 1000000)::bigint as micros from (%s) i
            left join act_hi_procinst h on h.id_ = i.proc_inst_id_ order by i.eval_time_ desc, i.id_ desc
            """;

    private final JdbcClient jdbc;

    DecisionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Placed<TakenDecision>> page(Reach reach, String model, Optional<Cursor> after, int limit) {
        String asked = "i.proc_def_key_ = :model"
                + (after.isEmpty()
                        ? ""
                        : " and (i.eval_time_, i.id_) < (timestamp 'epoch' + :micros * interval '1 microsecond', :last)");
        String sql = reach.everywhere()
                ? "select i.* from act_hi_decinst i where " + asked + NEWEST_FIRST
                : "select i.* from unnest(:jurisdictions::text[]) j (id) cross join lateral (select i.* from act_hi_decinst i"
                        + " where i.tenant_id_ = j.id and " + asked + NEWEST_FIRST + ") i" + NEWEST_FIRST;
        return rows(
                reach,
                jdbc.sql(SELECT.formatted(sql))
                        .param("model", model)
                        .param("jurisdictions", reach.narrowedTo())
                        .param("micros", after.map(Cursor::micros).orElse(null))
                        .param("last", after.map(Cursor::id).orElse(null))
                        .param("limit", limit));
    }

    List<TakenDecision> of(Reach reach, String run, int limit) {
        String sql = "select i.* from act_hi_decinst i where i.proc_inst_id_ = :run" + NEWEST_FIRST;
        return rows(reach, jdbc.sql(SELECT.formatted(sql)).param("run", run).param("limit", limit)).stream()
                .map(Placed::row)
                .toList();
    }

    private List<Placed<TakenDecision>> rows(Reach reach, StatementSpec statement) {
        List<Placed<TakenDecision>> found = statement
                .query((row, number) ->
                        new Placed<>(decision(row), new Cursor(row.getLong("micros"), row.getString("id_"))))
                .list();
        String[] ids = found.stream().map(placed -> placed.row().id()).toArray(String[]::new);
        Map<String, List<Clause>> facts = clauses("act_hi_dec_in", "null::text", "clause_id_", ids);
        Map<String, List<Clause>> answers = clauses("act_hi_dec_out", "var_name_", "rule_order_, id_", ids);
        Map<String, List<String>> rules = rules(ids);
        return found.stream()
                .map(placed -> new Placed<>(
                        placed.row()
                                .with(
                                        facts.getOrDefault(placed.row().id(), List.of()),
                                        answers.getOrDefault(placed.row().id(), List.of()),
                                        rules.getOrDefault(placed.row().id(), List.of()),
                                        reach.readsValuesOf(placed.row().jurisdiction())),
                        placed.at()))
                .toList();
    }

    private static TakenDecision decision(ResultSet row) throws SQLException {
        return new TakenDecision(
                row.getString("id_"),
                RunRows.instant(row, "eval_time_"),
                row.getString("dec_def_name_"),
                row.getString("proc_def_id_"),
                row.getString("act_id_"),
                row.getString("proc_inst_id_"),
                row.getString("business_key_"),
                row.getString("tenant_id_"),
                List.of(),
                List.of(),
                List.of(),
                false);
    }

    private Map<String, List<Clause>> clauses(String table, String variable, String order, String... decisions) {
        Map<String, List<Clause>> clauses = new LinkedHashMap<>();
        jdbc.sql("select dec_inst_id_, clause_id_, clause_name_, " + variable
                        + " as variable, var_type_, text_, long_, double_ from " + table
                        + " where dec_inst_id_ = any (:decisions::text[]) order by " + order)
                .param("decisions", decisions)
                .query(row -> {
                    clauses.computeIfAbsent(row.getString("dec_inst_id_"), id -> new ArrayList<>())
                            .add(new Clause(
                                    row.getString("clause_id_"),
                                    row.getString("clause_name_"),
                                    row.getString("variable"),
                                    RunRows.value(row)));
                });
        return clauses;
    }

    private Map<String, List<String>> rules(String... decisions) {
        Map<String, List<String>> rules = new LinkedHashMap<>();
        jdbc.sql("select dec_inst_id_, rule_id_ from act_hi_dec_out where dec_inst_id_ = any (:decisions::text[])"
                        + " group by dec_inst_id_, rule_id_ order by min(rule_order_)")
                .param("decisions", decisions)
                .query(row -> {
                    rules.computeIfAbsent(row.getString("dec_inst_id_"), id -> new ArrayList<>())
                            .add(row.getString("rule_id_"));
                });
        return rules;
    }
}
