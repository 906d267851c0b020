package org.qingwang.complaint;

import org.qingwang.agency.Jurisdiction;

/**
 * One complaint on its way into the file.
 *
 * @param idempotencyKey names this complaint among all that the same jurisdiction receives: a second filing under the
 *     same key finds the first. Null if every filing is a new complaint
 */
public record Filing(NewComplaint complaint, Jurisdiction intake, String idempotencyKey) {}
