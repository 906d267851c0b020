package org.qingwang.commerce;

import java.time.LocalDate;

/**
 * The decision was served (Administrative Penalty Law art. 61).
 *
 * @param servedOn when it counts as served; null while a public notice runs
 * @param noticedOn when the public notice appeared; null if it was served another way
 * @param receivedBy who took it, or where it was made public
 * @param consent the party's written consent to electronic service; null if it was served another way
 * @param note proof: witnesses, recording, postal number, why nothing but a notice was left; null if none
 */
public record ServiceRecord(
        ServiceMethod method, LocalDate servedOn, LocalDate noticedOn, String receivedBy, String consent, String note) {

    /** Whether it waits for a public notice to have stood its time. */
    public boolean isAwaited() {
        return servedOn == null;
    }

    /** The same record, served on this day. */
    ServiceRecord countedOn(LocalDate day) {
        return new ServiceRecord(method, day, noticedOn, receivedBy, consent, note);
    }

    /** As the officer filled it in: the day a notice is over is counted, not filled in. */
    ServiceRecord asFilledIn() {
        return noticedOn == null ? this : countedOn(null);
    }
}
