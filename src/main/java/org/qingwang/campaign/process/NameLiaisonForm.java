package org.qingwang.campaign.process;

import java.util.Map;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.campaign.LiaisonService;
import org.qingwang.common.BadInput;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The head of an agency confirms that it takes part in a campaign, and names who speaks for it. */
@Component
class NameLiaisonForm implements FormHandler<NameLiaisonForm.Fields> {

    /** What the form asks. */
    record Fields(String liaison, String telephone, boolean confirmed) {}

    private final LiaisonService service;

    NameLiaisonForm(LiaisonService service) {
        this.service = service;
    }

    @Override
    public String formId() {
        return "campaign-liaison-name-liaison";
    }

    @Override
    public Class<Fields> type() {
        return Fields.class;
    }

    @Override
    public Map<String, Object> handle(Fields form, Submission submission) {
        if (!form.confirmed()) {
            throw new BadInput("confirmed", "campaign.liaison.confirm");
        }
        service.name(
                submission.variable(CampaignProcess.CAMPAIGN_NO),
                Jurisdiction.parse(submission.variable(CampaignLiaisonProcess.JURISDICTION)),
                new LiaisonService.Liaison(form.liaison(), form.telephone()));
        return Map.of();
    }
}
