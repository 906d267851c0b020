package org.qingwang.casefile;

import java.time.Instant;
import org.qingwang.agency.Jurisdiction;

/**
 * An agency's part in a case.
 *
 * @param until null while it has that part
 * @param reason why it got it
 */
public record CaseAgency(Jurisdiction jurisdiction, Role role, Instant since, Instant until, String reason) {

    /** What an agency does in a case. */
    public enum Role {
        LEAD,
        ASSISTING;

        /** Key of its name in the message files. */
        public String messageKey() {
            return "casefile.role." + name();
        }
    }

    public boolean isCurrent() {
        return until == null;
    }
}
