package org.qingwang.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.qingwang.common.Bilingual;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Tables {@code bulk_act} and {@code bulk_item}. */
@Repository
class BulkActs {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    BulkActs(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @return false if there is one with this id already; that one stays as it is */
    boolean add(BulkAct act, List<BulkItem> items) {
        int added = jdbc.sql("""
                        insert into bulk_act (id, kind, facts, reason, ordered_by, ordered_name, ordered_at, total, worked_at)
                        values (:id, :kind, cast(:facts as jsonb), :reason, :by, :name, :at, :total, clock_timestamp())
                        on conflict (id) do nothing
                        """)
                .param("id", act.id())
                .param("kind", act.kind())
                .param("facts", written(act.facts()))
                .param("reason", act.reason(), Types.VARCHAR)
                .param("by", act.orderedBy())
                .param("name", act.orderedName())
                .param("at", utc(act.orderedAt()))
                .param("total", items.size())
                .update();
        if (added == 1) {
            addItems(act.id(), items);
        }
        return added == 1;
    }

    private void addItems(UUID act, List<BulkItem> items) {
        jdbc.sql("""
                        insert into bulk_item (act, position, subject, number, name, target, state)
                        select ?, i.position, i.subject, i.number, i.name, i.target, 'WAITING'
                        from unnest(?, ?, ?, ?, ?) as i (position, subject, number, name, target)
                        """)
                .params(
                        act,
                        new SqlArrayValue(
                                "integer",
                                items.stream().map(BulkItem::position).toArray()),
                        texts(items, BulkItem::subject),
                        texts(items, BulkItem::number),
                        texts(items, BulkItem::name),
                        texts(items, BulkItem::target))
                .update();
    }

    private static SqlArrayValue texts(List<BulkItem> items, Function<BulkItem, String> text) {
        return new SqlArrayValue("text", items.stream().map(text).toArray());
    }

    Optional<BulkAct> find(UUID id) {
        return jdbc.sql("select * from bulk_act where id = :id")
                .param("id", id)
                .query(this::act)
                .optional();
    }

    /** @param by whose acts, or null for everybody's */
    List<BulkAct> newest(String by, int most) {
        return jdbc.sql("""
                        select * from bulk_act where :by::text is null or ordered_by = :by::text
                        order by ordered_at desc, id limit :most
                        """)
                .param("by", by, Types.VARCHAR)
                .param("most", most)
                .query(this::act)
                .list();
    }

    /** @return those that failed first, then in their order */
    List<BulkItem> items(UUID act, int most) {
        return jdbc.sql("""
                        select * from bulk_item where act = :act
                        order by case state when 'FAILED' then 0 else 1 end, position limit :most
                        """)
                .param("act", act)
                .param("most", most)
                .query(BulkActs::item)
                .list();
    }

    /** Locks the act that has waited longest and on which no other node is at work. */
    Optional<BulkAct> lockOpen() {
        return jdbc.sql("""
                        select * from bulk_act where finished_at is null order by worked_at limit 1 for update skip locked
                        """).query(this::act).optional();
    }

    Optional<BulkItem> nextWaiting(UUID act) {
        return jdbc.sql("select * from bulk_item where act = :act and state = 'WAITING' order by position limit 1")
                .param("act", act)
                .query(BulkActs::item)
                .optional();
    }

    void done(UUID act, int position) {
        jdbc.sql("update bulk_item set state = 'DONE' where act = :act and position = :position")
                .param("act", act)
                .param("position", position)
                .update();
        count(act, "done");
    }

    /** @return whether it was still to be done */
    boolean failed(UUID act, int position, Bilingual problem) {
        int changed = jdbc.sql("""
                        update bulk_item set state = 'FAILED', problem_en = :en, problem_zh = :zh
                        where act = :act and position = :position and state = 'WAITING'
                        """)
                .param("act", act)
                .param("position", position)
                .param("en", problem.en())
                .param("zh", problem.zh())
                .update();
        if (changed == 1) {
            count(act, "failed");
        }
        return changed == 1;
    }

    private void count(UUID act, String column) {
        jdbc.sql("update bulk_act set %1$s = %1$s + 1, worked_at = clock_timestamp() where id = :id".formatted(column))
                .param("id", act)
                .update();
    }

    void finish(UUID act, Instant at) {
        jdbc.sql("update bulk_act set finished_at = :at where id = :id")
                .param("at", utc(at))
                .param("id", act)
                .update();
    }

    private BulkAct act(ResultSet row, int number) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new BulkAct(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                read(row.getString("facts")),
                row.getString("reason"),
                row.getString("ordered_by"),
                row.getString("ordered_name"),
                row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("failed"),
                finished == null ? null : finished.toInstant());
    }

    private static BulkItem item(ResultSet row, int number) throws SQLException {
        String problem = row.getString("problem_en");
        return new BulkItem(
                row.getInt("position"),
                row.getString("subject"),
                row.getString("number"),
                row.getString("name"),
                row.getString("target"),
                BulkItem.State.valueOf(row.getString("state")),
                problem == null ? null : new Bilingual(problem, row.getString("problem_zh")));
    }

    private String written(Map<String, Object> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts of an act cannot be written", e);
        }
    }

    private Map<String, Object> read(String facts) {
        try {
            return json.readValue(facts, FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts of an act cannot be read", e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
