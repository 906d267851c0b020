package org.qingwang.commerce.web;

import java.time.LocalDateTime;
import org.qingwang.commerce.measure.GoodsLines;
import org.qingwang.commerce.measure.MeasureKind;
import org.qingwang.commerce.measure.MeasurePlan;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What an officer fills in to ask for a measure.
 *
 * @param goods one lot a line
 * @param takenAt when it was carried out, if it could not wait; else null, and what belongs to it is not asked
 */
record NewMeasureForm(
        MeasureKind kind,
        String place,
        String firstOfficer,
        String secondOfficer,
        String reason,
        String goods,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime takenAt,
        String deedNo,
        String receivedBy) {

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 4000;

    static final NewMeasureForm EMPTY = new NewMeasureForm(MeasureKind.SEIZURE, "", "", "", "", "", null, "", "");

    MeasurePlan read() {
        boolean urgent = takenAt != null;
        return new MeasurePlan(
                kind,
                LimitedText.of("place", place, LONGEST_LINE),
                LimitedText.of("firstOfficer", firstOfficer, LONGEST_LINE),
                LimitedText.of("secondOfficer", secondOfficer, LONGEST_LINE),
                LimitedText.of("reason", reason, LONGEST_TEXT),
                GoodsLines.read("goods", goods),
                takenAt,
                urgent ? LimitedText.of("deedNo", deedNo, LONGEST_LINE) : null,
                urgent ? LimitedText.of("receivedBy", receivedBy, LONGEST_LINE) : null);
    }
}
