package org.qingwang.casefile;

import java.time.Instant;

/**
 * A lead that one case gave to another.
 *
 * @param sellerName whom it is about
 * @param opened whether it opened the other case; otherwise it came to one that was open already
 */
public record CaseLead(
        String fromCase, String toCase, String sellerName, boolean opened, Instant givenAt, String reason) {}
