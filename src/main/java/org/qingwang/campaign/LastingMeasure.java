package org.qingwang.campaign;

import java.time.Instant;
import java.time.LocalDate;
import org.qingwang.agency.Jurisdiction;

/**
 * What stays when a campaign is over. What is not known yet is null.
 *
 * @param measureNo for example {@code ZX-2026-0003-M01}
 * @param jurisdiction who owns it
 * @param remindOn when its owner is reminded next
 * @param hasEnded whether it was given up, so that nobody is reminded any more
 */
public record LastingMeasure(
        String measureNo,
        String campaignNo,
        String title,
        Jurisdiction jurisdiction,
        LocalDate remindOn,
        boolean hasEnded,
        String report,
        Instant reportedAt,
        String reportedBy) {}
