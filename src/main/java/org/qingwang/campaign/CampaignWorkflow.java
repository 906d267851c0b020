package org.qingwang.campaign;

/** What the processes of a campaign are told. Each call may come twice. */
public interface CampaignWorkflow {

    /** An agency is to name its liaison. */
    void askAgency(CampaignAgency agency);

    /** All agencies have named their liaisons. */
    void liaisonsNamed(String campaignNo);

    /** Nothing is asked of an agency any more. */
    void agencyLeft(CampaignAgency agency);

    /** What the campaign waits for is to be reckoned anew. */
    void planChanged(String campaignNo);

    /** The campaign ends before its launch. */
    void calledOff(String campaignNo);

    /** A key task is to be carried out. */
    void beginTask(KeyTask task);

    /** Nobody waits for a key task any more. */
    void dropTask(KeyTask task);

    /** The owner of a lasting measure is to be reminded of it. */
    void beginMeasure(LastingMeasure measure);
}
