package org.qingwang.audit;

import java.util.Map;

/**
 * One act to be remembered for good.
 *
 * @param action what was done, in the past tense with its capability in front, for example {@code complaint.accepted}
 * @param subjectType what it was done to, for example {@code complaint}, {@code case}, {@code right}, {@code evidence}
 * @param subjectId its number as people know it, for example a receipt or case number
 * @param before what changed, as it was; empty for something new. No secret, no password, no file content
 * @param after what changed, as it is now
 * @param reason the reason a person gave, or null
 * @param formVersion which form the person filled in, as {@code id:version}, or null
 */
public record AuditEntry(
        String action,
        String subjectType,
        String subjectId,
        Map<String, ?> before,
        Map<String, ?> after,
        String reason,
        String formVersion) {

    /** An act without reason and form. */
    public static AuditEntry of(String action, String subjectType, String subjectId, Map<String, ?> after) {
        return new AuditEntry(action, subjectType, subjectId, Map.of(), after, null, null);
    }

    public AuditEntry withReason(String newReason) {
        return new AuditEntry(action, subjectType, subjectId, before, after, newReason, formVersion);
    }

    public AuditEntry withBefore(Map<String, ?> newBefore) {
        return new AuditEntry(action, subjectType, subjectId, newBefore, after, reason, formVersion);
    }
}
