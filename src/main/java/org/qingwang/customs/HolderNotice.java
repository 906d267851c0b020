package org.qingwang.customs;

import java.time.LocalDate;

/**
 * The written notice to the holder of a recorded right (customs protection regulation art. 16).
 *
 * @param servedOn the holder's three working days begin the day after
 */
public record HolderNotice(String noticeNo, LocalDate servedOn, Method method, String receivedBy) {

    /** How it was served. */
    public enum Method {
        IN_PERSON,
        POST,
        ELECTRONIC,
        ANNOUNCEMENT
    }
}
