package org.qingwang.engine.intervention;

import java.util.Optional;

/**
 * Why somebody steps in, as long as what was ordered is done: the engine's log and our audit note it beside each act, so
 * that whoever looks at one case reads why, and not only whoever looks at the order.
 */
public final class StatedReason {

    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    private StatedReason() {}

    /** @param reason as the person gave it; null where none was asked for */
    public static void during(String reason, Runnable work) {
        String before = CURRENT.get();
        CURRENT.set(reason);
        try {
            work.run();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    static Optional<String> current() {
        return Optional.ofNullable(CURRENT.get());
    }
}
