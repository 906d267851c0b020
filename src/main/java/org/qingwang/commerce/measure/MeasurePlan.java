package org.qingwang.commerce.measure;

import java.time.LocalDateTime;
import java.util.List;

/**
 * What two officers ask the head to approve, or have done at once because it could not wait.
 *
 * @param firstOfficer name and certificate number
 * @param secondOfficer those of another officer
 * @param items the list of goods, none of them held yet
 * @param takenAt when it was carried out, in China's time; null if it waits for approval
 * @param deedNo number of the deed handed over; null before
 * @param receivedBy who took deed and list; null before
 */
public record MeasurePlan(
        MeasureKind kind,
        String place,
        String firstOfficer,
        String secondOfficer,
        String reason,
        List<MeasureItem> items,
        LocalDateTime takenAt,
        String deedNo,
        String receivedBy) {

    public MeasurePlan {
        items = List.copyOf(items);
    }

    /** Whether it could not wait for the head. */
    public boolean isUrgent() {
        return takenAt != null;
    }
}
