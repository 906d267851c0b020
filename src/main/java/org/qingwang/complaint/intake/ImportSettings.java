package org.qingwang.complaint.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much an import may take of the machine.
 *
 * @param maxFileSize largest file taken
 * @param chunk complaints filed in one transaction; the processes of a chunk begin together, so a large one takes the
 *     processors from officers for a moment
 * @param filingShare share of the time a node spends on filing, above 0 and at most 1; the rest is for those who work
 *     at their desks
 * @param lease a node that says nothing of its list for so long is taken for dead, and another goes on with the list
 * @param worker whether this node files in the background
 */
@ConfigurationProperties("qingwang.import")
record ImportSettings(
        @DefaultValue("64MB") DataSize maxFileSize,
        @DefaultValue("2") int chunk,
        @DefaultValue("0.25") double filingShare,
        @DefaultValue("PT60S") Duration lease,
        @DefaultValue("true") boolean worker) {

    ImportSettings {
        if (chunk < 1 || filingShare <= 0 || filingShare > 1) {
            throw new IllegalArgumentException(
                    "qingwang.import: chunk must be at least 1, filing-share above 0 and at most 1");
        }
    }
}
