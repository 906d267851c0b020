package org.qingwang.engine.guard;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.engine.rights.NotYourTask;

/** Carries why a command was refused from deep inside the engine, which would hide it, to the filter that answers. */
final class Refusals {

    private static final ThreadLocal<Slot> CURRENT = new ThreadLocal<>();

    private Refusals() {}

    /** Whether this thread answers a request, and what was refused in it so far. */
    private static final class Slot {
        private Refusal refusal;
    }

    /** What to answer. */
    record Refusal(int status, String messageKey, Object[] arguments) {}

    /** Starts listening in this thread. */
    static void begin() {
        CURRENT.set(new Slot());
    }

    static void end() {
        CURRENT.remove();
    }

    static Optional<Refusal> current() {
        return Optional.ofNullable(CURRENT.get()).map(slot -> slot.refusal);
    }

    /** Remembers a refusal of ours among the causes, if this thread answers a request. */
    static void remember(Throwable failure) {
        Slot slot = CURRENT.get();
        if (slot == null) {
            return;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadInput refused) {
                slot.refusal =
                        new Refusal(HttpServletResponse.SC_BAD_REQUEST, refused.messageKey(), refused.arguments());
                return;
            }
            if (cause instanceof NotAllowed) {
                String sentence = cause instanceof NotYourTask task ? task.messageKey() : "engine.not-allowed";
                slot.refusal = new Refusal(HttpServletResponse.SC_FORBIDDEN, sentence, new Object[0]);
                return;
            }
        }
    }
}
