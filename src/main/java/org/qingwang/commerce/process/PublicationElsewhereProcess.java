package org.qingwang.commerce.process;

import java.util.Set;
import org.qingwang.engine.ProcessContract;
import org.springframework.stereotype.Component;

/** What the process {@code publication-elsewhere} carries. */
@Component
class PublicationElsewhereProcess implements ProcessContract {

    static final String KEY = "publication-elsewhere";

    /** Number of the case; also the business key. */
    static final String CASE_NO = "caseNo";

    /** Number of the publication, for which its clock runs. */
    static final String PUBLICATION_NO = "publicationNo";

    /** Who publishes, as {@code Jurisdiction.id()}. */
    static final String JURISDICTION = "jurisdiction";

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(CASE_NO, PUBLICATION_NO, JURISDICTION);
    }
}
