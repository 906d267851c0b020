package org.qingwang.commerce.measure;

import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseWork;
import org.springframework.stereotype.Component;

/** Goods that are held while their case changes hands: whoever has the case has to deal with them. */
@Component
class MeasureCaseWork implements CaseWork {

    private final Measures measures;

    MeasureCaseWork(Measures measures) {
        this.measures = measures;
    }

    @Override
    public void moved(String caseNo, Jurisdiction from, Jurisdiction to) {
        measures.setJurisdiction(caseNo, from, to);
    }

    /** Goods wait for this agency's decision, and only it can give them back. */
    @Override
    public boolean mustStay(String caseNo) {
        return measures.isAnyOpen(caseNo);
    }
}
