package org.qingwang.complaint.intake;

/** A sender used one idempotency key for two different requests. */
public class RequestDiffers extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RequestDiffers(String key) {
        super(key);
    }
}
