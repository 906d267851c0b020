package org.qingwang.engine.tasklist;

import java.util.Collection;
import java.util.List;

/** Which campaigns run, and what belongs to them: what Tasklist's lists of campaigns are made of. */
public interface CampaignLists {

    /**
     * A campaign under way.
     *
     * @param name in English
     * @param nameZh in Chinese
     */
    record Running(String campaignNo, String name, String nameZh) {}

    /** The newest campaigns under way, as many as there is room for in Tasklist. */
    List<Running> running();

    /**
     * Numbers of what is open in a campaign: cases, complaints, key tasks.
     *
     * @param jurisdictions ids of those whose work is asked for
     * @param most how many at most, the newest first
     */
    List<String> openIn(String campaignNo, Collection<String> jurisdictions, int most);
}
