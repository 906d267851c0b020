package org.qingwang.campaign;

/**
 * What the office says of a key task that was reported as done.
 *
 * @param note what came of it, or what is missing
 * @param days time limit in days if it is given back
 */
public record TaskReview(Decision decision, String note, Integer days) {

    /** Whether the task is done. */
    public enum Decision {
        ACCEPT,
        RETURN
    }
}
