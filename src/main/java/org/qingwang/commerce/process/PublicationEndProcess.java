package org.qingwang.commerce.process;

import java.util.Set;
import org.qingwang.engine.ProcessContract;
import org.springframework.stereotype.Component;

/** What the process {@code publication-end} carries. */
@Component
class PublicationEndProcess implements ProcessContract {

    static final String KEY = "publication-end";

    /** Number of the case; also the business key. */
    static final String CASE_NO = "caseNo";

    /** Number of the publication, for which its clock runs. */
    static final String PUBLICATION_NO = "publicationNo";

    /** Who takes it down, as {@code Jurisdiction.id()}. */
    static final String JURISDICTION = "jurisdiction";

    /** Whether it stays up for the shorter time only. */
    static final String LIGHT = "light";

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(CASE_NO, PUBLICATION_NO, JURISDICTION, LIGHT);
    }
}
