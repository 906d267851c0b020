package org.qingwang.customs;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.qingwang.law.Resting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was recorded at each step, one table a step, its columns named as the components of its record. A row is never
 * changed: what is recorded again becomes a new row, and the newest counts.
 */
@Repository
class DetentionSteps {

    private static final Map<Class<? extends Record>, String> TABLES = Map.ofEntries(
            Map.entry(Examination.class, "customs_examination"),
            Map.entry(RequiredSecurity.class, "customs_required_security"),
            Map.entry(Application.class, "customs_application"),
            Map.entry(HolderNotice.class, "customs_notice"),
            Map.entry(HolderAnswer.class, "customs_answer"),
            Map.entry(Detained.class, "customs_detained"),
            Map.entry(Determination.class, "customs_determination"),
            Map.entry(CourtRecord.class, "customs_court"),
            Map.entry(Confiscation.class, "customs_confiscation"),
            Map.entry(Disposal.class, "customs_disposal"),
            Map.entry(Release.class, "customs_release"),
            Map.entry(Settlement.class, "customs_settlement"));

    private final JdbcClient jdbc;

    DetentionSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long detentionId, Record step, Instant at, String by) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("detention_id", detentionId);
        values.put("recorded_at", at.atOffset(ZoneOffset.UTC));
        values.put("recorded_by", by);
        for (RecordComponent component : step.getClass().getRecordComponents()) {
            values.put(column(component.getName()), value(component, step));
        }
        List<String> columns = new ArrayList<>(values.keySet());
        jdbc.sql("insert into " + TABLES.get(step.getClass()) + " (" + String.join(", ", columns) + ") values (:"
                        + String.join(", :", columns) + ")")
                .params(values)
                .update();
    }

    private static Object value(RecordComponent component, Record step) {
        try {
            Object value = component.getAccessor().invoke(step);
            return value instanceof Enum<?> choice ? choice.name() : value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code recordationNo} is kept in {@code recordation_no}. */
    private static String column(String component) {
        return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    <T extends Record> Optional<T> newest(long detentionId, Class<T> type) {
        List<T> all = all(detentionId, type);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** @return the first first */
    <T extends Record> List<T> all(long detentionId, Class<T> type) {
        return jdbc.sql("select * from " + TABLES.get(type) + " where detention_id = :id order by id")
                .param("id", detentionId)
                .query(type)
                .list();
    }

    /** @return how many cases rest on each version of a rule on security */
    List<Resting> securitiesByRule() {
        return jdbc.sql("""
                        select security.rule, security.version, count(distinct detention.case_no) as files
                        from customs_required_security security
                        join customs_detention detention on detention.id = security.detention_id
                        group by security.rule, security.version""")
                .query((row, number) -> new Resting(
                        row.getString("rule"), row.getObject("version", LocalDate.class), 0, row.getLong("files")))
                .list();
    }
}
