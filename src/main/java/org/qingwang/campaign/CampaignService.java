package org.qingwang.campaign;

import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.NotAllowed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads campaigns. The campaign office and supervisors see all of them, an agency those it takes part in once their
 * notice was issued, everybody else none.
 */
@Service
@Transactional(readOnly = true)
public class CampaignService {

    private final Campaigns campaigns;
    private final AgencyService agencies;

    CampaignService(Campaigns campaigns, AgencyService agencies) {
        this.campaigns = campaigns;
        this.agencies = agencies;
    }

    /** @return the campaign; empty if there is none, or the current person may not see it */
    public Optional<Campaign> find(String campaignNo) {
        return campaigns.find(campaignNo).filter(campaign -> maySee(Actors.current(), campaignNo));
    }

    /** @throws java.util.NoSuchElementException if there is none. Whoever calls this answers for who reads it */
    public Campaign get(String campaignNo) {
        return campaigns.find(campaignNo).orElseThrow();
    }

    /** Whether somebody sees a campaign. */
    public boolean maySee(Actor actor, String campaignNo) {
        return campaigns.maySee(actor, campaignNo);
    }

    /** @return the campaigns the current person sees, without their phases, newest first */
    public List<Campaign> mine() {
        Actor actor = Actors.current();
        return campaigns.all(actor.seesEverything() ? null : workplaces(actor));
    }

    private List<Jurisdiction> workplaces(Actor actor) {
        return agencies.jurisdictions().stream().filter(actor::worksFor).toList();
    }

    /** @return what everybody may know: campaigns under way, without their phases */
    public List<Campaign> running() {
        return campaigns.running();
    }

    /** @return what everybody may know: campaigns that were launched, without their phases, newest first */
    public List<Campaign> published() {
        return campaigns.all(null).stream()
                .filter(campaign -> campaign.launch() != null)
                .toList();
    }

    /** @return a campaign that was launched */
    public Optional<Campaign> published(String campaignNo) {
        return campaigns.find(campaignNo).filter(campaign -> campaign.launch() != null);
    }

    /** @return the agencies a campaign's notice was issued to, by id; those that left it too */
    public List<CampaignAgency> agenciesOf(String campaignNo) {
        return campaigns.agenciesOf(campaignNo);
    }

    /** Whether somebody runs campaigns. */
    public static boolean mayRun(Actor actor) {
        return actor.isIn(Actor.OFFICE_GROUP);
    }

    /** @throws NotAllowed if the current person is not of the campaign office */
    static void requireOffice() {
        if (!mayRun(Actors.current())) {
            throw new NotAllowed(Actors.current().userId() + " runs no campaigns");
        }
    }

    /** @throws NotAllowed if the current person is neither of the campaign office nor a supervisor */
    static void requireWatcher() {
        if (!Actors.current().seesEverything()) {
            throw new NotAllowed(Actors.current().userId() + " does not watch over campaigns");
        }
    }
}
