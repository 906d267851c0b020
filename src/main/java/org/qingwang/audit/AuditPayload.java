package org.qingwang.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;

/**
 * The text of an entry that is hashed: JSON with sorted names, no spaces and plain numbers, so that the same act always
 * has the same text. The names used here are read again by the SQL function {@code audit_append}.
 */
final class AuditPayload {

    private static final JsonMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private AuditPayload() {}

    static String of(AuditEntry entry, Actor actor, Instant at) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("v", 1);
        fields.put("at", at.truncatedTo(ChronoUnit.MICROS).toString());
        fields.put("actor", actor.userId());
        fields.put("actorName", actor.name());
        fields.put(
                "jurisdiction", actor.homeJurisdiction().map(Jurisdiction::id).orElse(null));
        fields.put("action", entry.action());
        fields.put("subjectType", entry.subjectType());
        fields.put("subjectId", entry.subjectId());
        fields.put("before", orEmpty(entry.before()));
        fields.put("after", orEmpty(entry.after()));
        fields.put("reason", entry.reason());
        fields.put("formVersion", entry.formVersion());
        try {
            return storable(JSON.writeValueAsString(fields));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("audit entry " + entry.action() + " cannot be written as JSON", e);
        }
    }

    /** @throws JsonProcessingException if somebody turned the text into something else than JSON */
    static JsonNode parse(String json) throws JsonProcessingException {
        return JSON.readTree(json);
    }

    private static Map<String, ?> orEmpty(Map<String, ?> fields) {
        return fields == null ? Map.of() : fields;
    }

    /**
     * PostgreSQL stores neither the character NUL nor half a surrogate pair. Somebody may well send one, and an act must
     * not fail because its audit entry cannot be stored.
     */
    private static String storable(String json) {
        String withoutNul = json.replace("\\u0000", "\\ufffd");
        if (withoutNul.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return withoutNul;
        }
        StringBuilder whole = new StringBuilder(withoutNul.length());
        withoutNul
                .codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '\ufffd' : c)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
