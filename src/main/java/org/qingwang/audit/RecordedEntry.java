package org.qingwang.audit;

import java.time.Instant;

/**
 * An entry as it stands in the audit table.
 *
 * @param seq its place in the chain, counted from 1 without gaps
 * @param at when it was recorded
 * @param actor user id of who acted, see {@link org.qingwang.agency.Actor#userId()}
 * @param actorName how that person was shown then
 * @param jurisdiction for which jurisdiction, or null
 * @param action what was done
 * @param subjectType what it was done to
 * @param subjectId its number
 * @param before JSON object of what changed, as it was
 * @param after JSON object of what changed, as it became
 * @param reason the reason given, or null
 * @param formVersion which form was filled in, or null
 */
public record RecordedEntry(
        long seq,
        Instant at,
        String actor,
        String actorName,
        String jurisdiction,
        String action,
        String subjectType,
        String subjectId,
        String before,
        String after,
        String reason,
        String formVersion) {}
