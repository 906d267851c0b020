package org.qingwang.common;

/** The application does not start like this. The message says what is wrong and what to set; no stack trace helps. */
public class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefused(String message) {
        super(message);
    }
}
