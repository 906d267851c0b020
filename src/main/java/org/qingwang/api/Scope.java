package org.qingwang.api;

import java.util.Arrays;
import java.util.Optional;

/** What a key lets its holder do. */
public enum Scope {
    COMPLAINTS_FILE("complaints:file"),
    COMPLAINTS_IMPORT("complaints:import"),
    RIGHTS_IMPORT("rights:import"),
    METRICS_READ("metrics:read");

    private final String id;

    Scope(String id) {
        this.id = id;
    }

    /** As it is written in tables and documentation. */
    public String id() {
        return id;
    }

    /** The authority by which Spring Security asks for it. */
    public String authority() {
        return "SCOPE_" + id;
    }

    public static Optional<Scope> ofId(String id) {
        return Arrays.stream(values()).filter(scope -> scope.id.equals(id)).findFirst();
    }
}
