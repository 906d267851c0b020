package org.qingwang.publicsecurity;

import java.time.Instant;
import java.util.List;

/**
 * Everything a referral recorded.
 *
 * @param report null before it was written
 * @param steps what each side did, oldest first
 */
public record ReferralFile(Referral referral, Reported report, List<Taken> steps) {

    public ReferralFile {
        steps = List.copyOf(steps);
    }

    /** A report as it was taken: by whom, when, and what the calculator said then. */
    public record Reported(Report report, Assessment.Verdict verdict, Instant at, String by) {}

    /** A step as it was taken: by whom, when. */
    public record Taken(Step step, String jurisdiction, Instant at, String by) {}
}
