package org.qingwang.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.campaign.Campaign.Stage;
import org.qingwang.common.BadInput;
import org.qingwang.common.GivenText;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.pledge.CreditCode;
import org.qingwang.pledge.DriveService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the office does while a campaign runs: inspections, and drives of pledges. */
@Service
@Transactional
public class ActivityService {

    private final Campaigns campaigns;
    private final CampaignRecords records;
    private final CampaignHistory history;
    private final DriveService drives;
    private final Clock time;

    ActivityService(
            Campaigns campaigns, CampaignRecords records, CampaignHistory history, DriveService drives, Clock time) {
        this.campaigns = campaigns;
        this.records = records;
        this.history = history;
        this.drives = drives;
        this.time = time;
    }

    /** That inspectors of the office went to see how an agency carries out the plan. */
    public record Inspection(Jurisdiction jurisdiction, LocalDate day, String findings) {}

    /**
     * Records an inspection. The same one again changes nothing.
     *
     * @throws BadInput if the campaign does not run, the agency takes no part, the day is missing or not past, or nothing
     *     was found
     */
    public void inspected(String campaignNo, Inspection inspection) {
        CampaignService.requireOffice();
        Campaign campaign = campaigns.lockOrFail(campaignNo);
        campaign.require(Stage.RUNNING, Stage.EVALUATION);
        if (inspection.jurisdiction() == null || !campaign.plan().concerns(inspection.jurisdiction())) {
            throw new BadInput("jurisdiction", "campaign.inspection.agency");
        }
        if (inspection.day() == null || inspection.day().isAfter(WorkingCalendar.dateOf(time.instant()))) {
            throw new BadInput("day", "campaign.inspection.day");
        }
        String findings = GivenText.required(
                "findings", inspection.findings(), "campaign.inspection.findings", "campaign.too-long");
        Inspection kept = new Inspection(inspection.jurisdiction(), inspection.day(), findings);
        if (records.addInspection(
                campaignNo, kept, time.instant(), Actors.current().name())) {
            history.add(campaignNo, "inspected", findings, kept.jurisdiction().id(), kept.day());
        }
    }

    /**
     * Asks firms for a pledge as a part of the campaign.
     *
     * @return number of the drive
     * @throws BadInput if the campaign does not run, or the drive cannot be ordered
     */
    public String startDrive(String campaignNo, Collection<CreditCode> firms, String textRef) {
        CampaignService.requireOffice();
        campaigns.lockOrFail(campaignNo).require(Stage.RUNNING);
        String driveNo = drives.order(firms, textRef, "");
        records.addDrive(campaignNo, driveNo);
        history.add(campaignNo, "drive-started", null, driveNo, firms.size());
        return driveNo;
    }

    /** @return the newest first */
    @Transactional(readOnly = true)
    public List<Inspection> inspections(String campaignNo) {
        return records.inspections(campaignNo);
    }

    /** @return drives of a campaign with where their pledges stand; for the campaign office and supervisors */
    @Transactional(readOnly = true)
    public List<DriveService.Progress> drives(String campaignNo) {
        return records.drives(campaignNo).stream()
                .map(driveNo -> drives.find(driveNo).orElseThrow())
                .toList();
    }
}
