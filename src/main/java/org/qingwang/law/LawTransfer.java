package org.qingwang.law;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carries an installation's corrections of the law to a rehearsal's database, so that both count by the same law. */
@Service
public class LawTransfer {

    private final LawRevisions table;
    private final Law law;

    LawTransfer(LawRevisions table, Law law) {
        this.table = table;
        this.law = law;
    }

    /** @return what was corrected since this version of the product, oldest first */
    @Transactional(readOnly = true)
    public List<LawRevision> corrections() {
        return table.after(0);
    }

    /** Takes over the corrections of another installation; those it has already are left out. */
    @Transactional
    public void takeOver(List<LawRevision> corrections) {
        int known = table.after(0).stream().mapToInt(LawRevision::number).max().orElse(0);
        corrections.stream().filter(correction -> correction.number() > known).forEach(table::add);
        law.refresh();
    }
}
