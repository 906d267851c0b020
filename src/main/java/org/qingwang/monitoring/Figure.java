package org.qingwang.monitoring;

import java.util.Map;
import org.qingwang.agency.Jurisdiction;

/**
 * One number at one moment.
 *
 * @param name in words with dots between, for example {@code qingwang.tasks.open}; Prometheus writes underscores
 * @param description what is counted, and in which unit if it is no count
 * @param labels by what it is told apart; never a person, a firm or a case
 * @param total whether it counts everything since the start of this node, and so only grows
 */
public record Figure(String name, String description, Map<String, String> labels, double value, boolean total) {

    /** How much there is now. */
    public static Figure of(String name, String description, Map<String, String> labels, double value) {
        return new Figure(name, description, labels, value, false);
    }

    /** How much there has been since this node started. */
    public static Figure total(String name, String description, Map<String, String> labels, double value) {
        return new Figure(name, description, labels, value, true);
    }

    /**
     * Labels of a jurisdiction.
     *
     * @param id as {@link Jurisdiction#id()}; null for what belongs to the office
     */
    public static Map<String, String> labelsOf(String id) {
        if (id == null) {
            return Map.of("agency", "office", "region", "");
        }
        Jurisdiction jurisdiction = Jurisdiction.parse(id);
        return Map.of("agency", jurisdiction.agency().key(), "region", jurisdiction.region());
    }
}
