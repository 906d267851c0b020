package org.qingwang.engine.intervention;

import java.util.Optional;

/**
 * Why somebody steps in, as long as what was ordered is done: the engine's log and our audit note it beside each act, so
 * that whoever looks at one case reads why, and not only whoever looks at the order.
 */
public final class StatedReason {

    private static final ThreadLocal<Stated> CURRENT = new ThreadLocal<>();

    private StatedReason() {}

    /**
     * @param reason null where none was asked for
     * @param process id of the one process this is about; null where the engine says itself which it is
     */
    private record Stated(String reason, String process) {}

    /** @param reason as the person gave it; null where none was asked for */
    public static void during(String reason, Runnable work) {
        with(new Stated(reason, null), work);
    }

    /**
     * For work upon one process of which the engine's log names the model alone.
     *
     * @param process id of it
     */
    public static void upon(String process, Runnable work) {
        with(new Stated(current().orElse(null), process), work);
    }

    private static void with(Stated stated, Runnable work) {
        Stated before = CURRENT.get();
        CURRENT.set(stated);
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
        return Optional.ofNullable(CURRENT.get()).map(Stated::reason);
    }

    static Optional<String> process() {
        return Optional.ofNullable(CURRENT.get()).map(Stated::process);
    }
}
