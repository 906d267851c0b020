package org.qingwang.monitor.history.web;

import java.util.List;
import org.qingwang.monitor.web.Table;

/**
 * What a tab of Cockpit shows, in the reader's words: the tab itself knows none.
 *
 * @param says sentences above the tables, the most important one first
 * @param form what can be asked; null for nothing
 * @param links what else there is to open or take along
 * @param turns pages to turn to
 */
record Sheet(List<String> says, Form form, List<Table> tables, List<Link> links, List<Turn> turns) {

    /** Without anything to ask. */
    static Sheet of(List<String> says, List<Table> tables, List<Link> links, List<Turn> turns) {
        return new Sheet(says, null, tables, links, turns);
    }

    /** @param submit words on its button */
    record Form(String submit, List<Field> fields) {}

    /**
     * A question.
     *
     * @param type of an HTML input, or {@code select}
     * @param value what was asked this time; empty for nothing
     * @param options of a select; otherwise empty
     */
    record Field(String name, String label, String type, String value, List<Option> options) {

        static Field text(String name, String label, String type, Object value) {
            return new Field(name, label, type, value == null ? "" : value.toString(), List.of());
        }
    }

    record Option(String value, String text) {}

    record Link(String text, String address) {}

    /** @param after where that page begins; empty for the first */
    record Turn(String text, String after) {}
}
