package org.qingwang.casefile;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is on file of a seller across agencies, open and closed cases alike. A seller is recognised by its name, spaces,
 * case and punctuation aside.
 */
@Service
public class PartyFiles {

    private final PartyFileRows rows;

    PartyFiles(PartyFileRows rows) {
        this.rows = rows;
    }

    /** Costs one statement. */
    @Transactional(readOnly = true)
    public PartyFile of(String caseNo) {
        return rows.of(caseNo);
    }
}
