package org.qingwang.campaign;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.agency.Officer;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.StatutoryClocks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Agencies that take part in a campaign, and who speaks for them. Every use case may be called twice. */
@Service
@Transactional
public class LiaisonService {

    private static final String CLOCK = "campaign.liaison";
    private static final String ALL_CLOCK = "campaign.liaisons";

    private final Campaigns campaigns;
    private final CampaignHistory history;
    private final CampaignWorkflow workflow;
    private final AgencyService agencies;
    private final StatutoryClocks clocks;
    private final Clock time;

    LiaisonService(
            Campaigns campaigns,
            CampaignHistory history,
            CampaignWorkflow workflow,
            AgencyService agencies,
            StatutoryClocks clocks,
            Clock time) {
        this.campaigns = campaigns;
        this.history = history;
        this.workflow = workflow;
        this.agencies = agencies;
        this.clocks = clocks;
        this.time = time;
    }

    /** Who an agency names. */
    public record Liaison(String account, String telephone) {}

    /** Issues the notice to agencies that do not take part yet. */
    void ask(String campaignNo, List<Jurisdiction> concerned) {
        List<Jurisdiction> present = takingPart(campaignNo).stream()
                .map(CampaignAgency::jurisdiction)
                .toList();
        List<Jurisdiction> added =
                concerned.stream().filter(one -> !present.contains(one)).toList();
        for (Jurisdiction jurisdiction : added) {
            CampaignAgency agency = campaigns.addAgency(campaignNo, jurisdiction, time.instant());
            if (!agency.isConfirmed()) {
                workflow.askAgency(agency);
            }
        }
        if (!added.isEmpty()) {
            history.add(campaignNo, "notified", null, added.size());
        }
    }

    /**
     * An agency names its liaison and confirms that it takes part.
     *
     * @throws NotAllowed if the person is not its head
     * @throws BadInput if the liaison does not work for it
     */
    public void name(String campaignNo, Jurisdiction jurisdiction, Liaison liaison) {
        Actor actor = Actors.current();
        if (!actor.isHeadOf(jurisdiction)) {
            throw new NotAllowed(actor.userId() + " names no liaison of " + jurisdiction.id());
        }
        campaigns.lockOrFail(campaignNo);
        CampaignAgency agency = campaigns
                .agency(campaignNo, jurisdiction)
                .filter(CampaignAgency::takesPart)
                .orElseThrow(() -> new BadInput("", "campaign.liaison.not-asked"));
        Officer officer = officer(jurisdiction, liaison.account());
        if (officer.id().equals(agency.liaisonId())) {
            return;
        }
        campaigns.name(campaignNo, jurisdiction, officer, liaison.telephone(), time.instant(), actor.name());
        clocks.met(agency.participation(), CLOCK);
        history.add(campaignNo, "liaison-named", null, jurisdiction.id(), officer.name());
        goOnIfComplete(campaignNo);
    }

    private Officer officer(Jurisdiction jurisdiction, String account) {
        List<Officer> eligible = agencies.officersOf(jurisdiction);
        return eligible.stream()
                .filter(officer -> officer.id().equals(account.strip()))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        "liaison",
                        "campaign.liaison.elsewhere",
                        account,
                        eligible.stream().map(Officer::id).collect(Collectors.joining(", "))));
    }

    private void goOnIfComplete(String campaignNo) {
        if (takingPart(campaignNo).stream().allMatch(CampaignAgency::isConfirmed)) {
            clocks.met(campaignNo, ALL_CLOCK);
            workflow.liaisonsNamed(campaignNo);
        }
    }

    /** An agency did not name its liaison in time: the campaign's page and the office say so. */
    public void escalate(String campaignNo, Jurisdiction jurisdiction) {
        Optional<CampaignAgency> waiting = campaigns
                .agency(campaignNo, jurisdiction)
                .filter(agency -> agency.takesPart() && !agency.isConfirmed() && agency.lateAt() == null);
        if (waiting.isPresent()) {
            campaigns.late(campaignNo, jurisdiction, time.instant());
            history.add(campaignNo, "liaison-late", null, jurisdiction.id());
        }
    }

    /** An agency no longer takes part. */
    void leave(String campaignNo, Jurisdiction jurisdiction) {
        campaigns
                .agency(campaignNo, jurisdiction)
                .filter(CampaignAgency::takesPart)
                .ifPresent(agency -> {
                    campaigns.left(campaignNo, jurisdiction, time.instant());
                    clocks.stopAll(agency.participation(), "Agency left the campaign · 单位退出专项行动");
                    workflow.agencyLeft(agency);
                });
    }

    /** Nobody is asked for a liaison any more: the campaign is over. */
    void release(String campaignNo) {
        takingPart(campaignNo).stream().filter(agency -> !agency.isConfirmed()).forEach(agency -> {
            clocks.stopAll(agency.participation(), "Campaign over · 专项行动结束");
            workflow.agencyLeft(agency);
        });
    }

    private List<CampaignAgency> takingPart(String campaignNo) {
        return campaigns.agenciesOf(campaignNo).stream()
                .filter(CampaignAgency::takesPart)
                .toList();
    }
}
