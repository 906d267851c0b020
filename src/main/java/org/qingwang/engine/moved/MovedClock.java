package org.qingwang.engine.moved;

import java.time.Instant;
import java.util.function.Supplier;
import org.joda.time.DateTimeUtils;

/**
 * Lets one thread live at another time while the rest of the application stays at its own. The engine and our services
 * ask one place what time it is; it answers by thread.
 */
public final class MovedClock {

    private static final ThreadLocal<Instant> HERE = new ThreadLocal<>();

    private static final DateTimeUtils.MillisProvider BY_THREAD = () -> {
        Instant moved = HERE.get();
        return moved == null ? System.currentTimeMillis() : moved.toEpochMilli();
    };

    private MovedClock() {}

    /**
     * Does the work at this time; afterwards the thread is back at its own. Jobs that come of it stay out of the
     * executor's sight until {@link MovedJobs#release()}: it would run them at its own time.
     */
    public static <T> T at(Instant time, Supplier<T> work) {
        DateTimeUtils.setCurrentMillisProvider(BY_THREAD);
        Instant before = HERE.get();
        HERE.set(time);
        try {
            return work.get();
        } finally {
            if (before == null) {
                HERE.remove();
            } else {
                HERE.set(before);
            }
        }
    }

    /** Whether this thread lives at another time. */
    static boolean isMoved() {
        return HERE.get() != null;
    }
}
