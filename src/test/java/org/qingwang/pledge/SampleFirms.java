package org.qingwang.pledge;

import java.util.concurrent.atomic.AtomicInteger;

/** Firms that exist nowhere, with codes whose check digit fits. */
public final class SampleFirms {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private SampleFirms() {}

    /** A code no other test of this run has. */
    public static String code() {
        String body = "91330100MA%07d".formatted(NEXT.incrementAndGet());
        return SIGNS.chars()
                .mapToObj(sign -> body + (char) sign)
                .filter(code -> CreditCode.read(code).isPresent())
                .findFirst()
                .orElseThrow();
    }
}
