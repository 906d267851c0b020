package org.qingwang.engine.tasklist;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.qingwang.common.Sha256;

/**
 * A list everybody has in Tasklist.
 *
 * @param key by which it is known again whatever it is called
 * @param name in both languages
 * @param place the lower the further up
 * @param variables what its cards show of a task's process
 */
record StandardFilter(
        String key, String name, int place, String colour, List<Map<String, String>> variables, TaskQuery query) {

    static final String KEY = "standard";
    static final String VERSION = "version";

    /** Without Tasklist's refresh: it would ask for the list every few seconds, for every tab anybody left open. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new TreeMap<>(
                Map.of("priority", place, "color", colour, "refresh", false, "variables", variables, KEY, key));
        properties.put(VERSION, version());
        return properties;
    }

    /** Changes whenever anything of the list does. */
    String version() {
        String criteria =
                new JsonTaskQueryConverter().toJsonObject((TaskQueryImpl) query).toString();
        return Sha256.hex(String.join("\n", name, String.valueOf(place), colour, variables.toString(), criteria));
    }
}
