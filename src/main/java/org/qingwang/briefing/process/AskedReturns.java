package org.qingwang.briefing.process;

import java.util.List;
import org.qingwang.briefing.ReturnService;
import org.qingwang.engine.ModelBean;

/** The returns a briefing waits for, as its model asks for them. */
@ModelBean("askedReturns")
public class AskedReturns {

    private final ReturnService returns;

    AskedReturns(ReturnService returns) {
        this.returns = returns;
    }

    /** @return numbers of the returns */
    public List<String> of(String briefingNo) {
        return returns.awaited(briefingNo);
    }

    /** @return whose return it is, as {@code Jurisdiction.id()} */
    public String jurisdictionOf(String returnNo) {
        return returns.get(returnNo).jurisdiction().id();
    }

    /** @return account of the agency's liaison; null if it named none */
    public String liaisonOf(String returnNo) {
        return returns.get(returnNo).liaison();
    }
}
