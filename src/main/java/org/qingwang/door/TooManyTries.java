package org.qingwang.door;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** From this source nobody may try to sign in for a while. */
class TooManyTries extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final long minutes;

    TooManyTries(Duration wait) {
        super("too many tries to sign in");
        this.minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
    }

    /** After how many minutes another try is possible. */
    long minutes() {
        return minutes;
    }
}
