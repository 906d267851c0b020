package org.qingwang.casefile;

import java.util.List;
import org.qingwang.agency.Jurisdiction;

/**
 * Who takes a case, as a head decides it.
 *
 * @param reason why; may be null only where the proposal is confirmed
 * @param formVersion the form it was decided in, as {@code id:version}; null if none
 */
public record Assignment(Jurisdiction lead, List<Jurisdiction> assisting, String reason, String formVersion) {

    public Assignment {
        assisting = List.copyOf(assisting);
    }
}
