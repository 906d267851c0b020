package org.qingwang.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseStatus;
import org.qingwang.pledge.Pledge;

/**
 * Where everything stands at one moment.
 *
 * @param supervised cases under supervision
 * @param pledges that have not ended, by stage
 */
public record Snapshot(
        Instant at,
        List<CampaignProgress> campaigns,
        List<OpenCases> openCases,
        List<Step> steps,
        List<Pressure> pressure,
        int supervised,
        Map<Pledge.Stage, Integer> pledges,
        List<IncidentKind> incidents) {

    /**
     * Cases that are not closed.
     *
     * @param lead who leads them; null if nobody does yet
     */
    public record OpenCases(Jurisdiction lead, CaseStatus status, int count) {}

    /**
     * A step of a model at which tasks are open.
     *
     * @param definition id of the model's version
     * @param newest whether it is the model's newest version
     * @param processName in both languages
     * @param name of the step, in both languages
     */
    public record Step(
            String definition, int version, boolean newest, String processName, String id, String name, int count) {}

    /**
     * The running clocks of an agency in a region.
     *
     * @param jurisdiction null for clocks that are nobody's yet
     * @param missed whose time is over
     * @param soon whose time ends within a week
     */
    public record Pressure(Jurisdiction jurisdiction, int missed, int soon) {}

    /** Whether a campaign's cases were never counted yet. */
    boolean isIncomplete() {
        return campaigns.stream().anyMatch(one -> one.counted() == null);
    }

    /** The steps that stand still alone: what concerns whoever looks after the engine. */
    Snapshot incidentsAlone() {
        return new Snapshot(at, List.of(), List.of(), List.of(), List.of(), 0, Map.of(), incidents);
    }
}
