package org.qingwang.law;

import java.time.Instant;
import java.util.UUID;

/**
 * A corrected file somebody looks at before confirming it.
 *
 * @param revision the revision it became, or null before it is confirmed
 */
record LawDraft(
        UUID id,
        String file,
        String content,
        String sha256,
        String reason,
        String byId,
        Instant madeAt,
        Integer revision) {}
