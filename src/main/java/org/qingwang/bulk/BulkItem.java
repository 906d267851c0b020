package org.qingwang.bulk;

import org.qingwang.common.Bilingual;

/**
 * One of the things an act is done to.
 *
 * @param position its place among them, from 0
 * @param subject id of the thing
 * @param number by which people know what it belongs to, for example a case number; null for none
 * @param name what it is, in both languages; null for none
 * @param target what becomes of it where that differs from thing to thing, for example who is given the task; null for none
 * @param problem why it could not be done; null otherwise
 */
public record BulkItem(
        int position, String subject, String number, String name, String target, State state, Bilingual problem) {

    /** How far it is. */
    public enum State {
        WAITING,
        DONE,
        FAILED
    }

    /** One that waits. */
    public static BulkItem of(int position, String subject, String number, String name, String target) {
        return new BulkItem(position, subject, number, name, target, State.WAITING, null);
    }
}
