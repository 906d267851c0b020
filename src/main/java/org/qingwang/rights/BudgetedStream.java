package org.qingwang.rights;

import java.io.IOException;
import java.io.InputStream;

/**
 * Ends a file in which one piece of markup never ends. A parser holds an attribute, a comment or a name in memory as a
 * whole, so one of a hundred megabytes would take the server down.
 */
final class BudgetedStream extends MeteredStream {

    private static final int MOST_BYTES_WITHOUT_AN_EVENT = 8 * 1024 * 1024;

    private int sinceLastEvent;

    BudgetedStream(InputStream in) {
        super(in);
    }

    /** The parser got on: the next piece may be as long again. */
    void eventRead() {
        sinceLastEvent = 0;
    }

    @Override
    protected void spend(int bytes) throws IOException {
        sinceLastEvent += bytes;
        if (sinceLastEvent > MOST_BYTES_WITHOUT_AN_EVENT) {
            throw new IOException("a single piece of markup exceeds " + MOST_BYTES_WITHOUT_AN_EVENT + " bytes");
        }
    }
}
