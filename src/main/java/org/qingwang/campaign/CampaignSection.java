package org.qingwang.campaign;

import java.util.Optional;

/**
 * A part of a campaign's page that another capability draws. A Spring bean, usually in that capability's web package; the
 * page includes all of them in their {@code @Order}.
 */
public interface CampaignSection {

    /** Template and fragment, for example {@code briefing/campaign :: campaignPart}; it finds its data as {@code section}. */
    String fragment();

    /** @return what the fragment shows; empty if there is nothing to show for this campaign */
    Optional<?> of(Campaign campaign);
}
