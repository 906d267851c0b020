package org.qingwang.complaint;

import java.util.Optional;
import org.qingwang.agency.Jurisdiction;

/**
 * One complaint on its way into the file.
 *
 * @param idempotencyKey names this complaint among all that the same jurisdiction receives: a second filing under the
 *     same key finds the first. Null if every filing is a new complaint
 * @param secret what the complainant is to follow it with; empty for a new one by chance
 */
public record Filing(NewComplaint complaint, Jurisdiction intake, String idempotencyKey, Optional<String> secret) {

    public Filing(NewComplaint complaint, Jurisdiction intake, String idempotencyKey) {
        this(complaint, intake, idempotencyKey, Optional.empty());
    }
}
