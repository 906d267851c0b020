package org.qingwang.commerce.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.commerce.SupplierLeads;
import org.qingwang.engine.ModelBean;

/** The seller did not know: whoever supplied the goods is looked at next. */
@ModelBean("openSupplierLead")
class OpenSupplierLead implements JavaDelegate {

    private final SupplierLeads leads;

    OpenSupplierLead(SupplierLeads leads) {
        this.leads = leads;
    }

    @Override
    public void execute(DelegateExecution execution) {
        leads.give((String) execution.getVariable(CommerceInvestigationProcess.CASE_NO));
    }
}
