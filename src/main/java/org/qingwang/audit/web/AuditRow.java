package org.qingwang.audit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.qingwang.audit.RecordedEntry;

/** An entry of the audit as a page shows it. */
record AuditRow(long seq, String time, RecordedEntry entry, List<Change> changes) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    static AuditRow of(RecordedEntry entry, ZoneId zone) {
        return new AuditRow(entry.seq(), time(entry.at(), zone), entry, changes(entry));
    }

    static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    private static List<Change> changes(RecordedEntry entry) {
        JsonNode before = parse(entry.before());
        JsonNode after = parse(entry.after());
        TreeSet<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            changes.add(new Change(name, text(before.path(name)), text(after.path(name))));
        }
        return changes;
    }

    /** Somebody may have turned the column into nonsense; the page that would show it must still open. */
    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode().put("?", json);
        }
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** One field, as it was and as it became; empty where there was nothing. */
    record Change(String name, String before, String after) {}
}
