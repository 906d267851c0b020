package org.qingwang.casefile;

import java.time.LocalDate;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;

/** What a capability keeps of a case that changes hands. Each keeps its own; one that has nothing of it does nothing. */
public interface CaseWork {

    /** The same agency goes on with it in another region, from where it stands. */
    default void moved(String caseNo, Jurisdiction from, Jurisdiction to) {}

    /** Whether something of it was done that only this agency can finish: decided, detained. */
    default boolean mustStay(String caseNo) {
        return false;
    }

    /**
     * Another agency takes it over by its own procedure: what was begun ends, and its clocks with it.
     *
     * @param from who had it; null if nobody had
     */
    default void ended(String caseNo, Jurisdiction from, Jurisdiction to) {}

    /** The case was joined to another one about the same act: what was begun ends, and its clocks with it. */
    default void joined(String caseNo, String into) {}

    /** @return on which day the agency in charge filed the case; empty if it did not, or it is none of this capability */
    default Optional<LocalDate> filedOn(String caseNo) {
        return Optional.empty();
    }
}
