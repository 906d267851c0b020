package org.qingwang.campaign.web;

import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.qingwang.agency.PlaceNames;
import org.qingwang.campaign.Campaign;
import org.qingwang.campaign.CampaignPart;
import org.qingwang.campaign.CampaignService;
import org.qingwang.campaign.ComplaintPart;
import org.qingwang.campaign.KeyTask;
import org.qingwang.campaign.PartFigures;
import org.qingwang.common.WrittenDay;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What campaigns say in the reader's language. Pages reach it as {@code @campaignWords}. */
@Component("campaignWords")
public class CampaignWords {

    private final CampaignService campaigns;
    private final PlaceNames places;
    private final MessageSource messages;

    CampaignWords(CampaignService campaigns, PlaceNames places, MessageSource messages) {
        this.campaigns = campaigns;
        this.places = places;
        this.messages = messages;
    }

    /** What everybody may know: campaigns under way. */
    public List<Campaign> running() {
        return campaigns.running();
    }

    public String name(Campaign campaign) {
        return campaign.name(reader());
    }

    public String weekday(Campaign campaign) {
        return campaign.plan().returnsOn().getDisplayName(TextStyle.FULL, reader());
    }

    public String regions(Campaign campaign) {
        return listed(campaign.plan().regions().stream().map(places::region).toList());
    }

    public String agencies(Campaign campaign) {
        boolean chinese = reader().getLanguage().equals("zh");
        return listed(campaign.plan().agencies().stream()
                .map(agency -> chinese ? agency.chineseName() : agency.englishName())
                .toList());
    }

    /** @return the words with the reader's commas between them; a dash for none */
    public String listed(List<String> words) {
        String comma = messages.getMessage("shell.list", null, reader());
        return words.isEmpty() ? "–" : words.stream().collect(Collectors.joining(comma));
    }

    /** @return the name of a part of a campaign for its reader; of a week its Monday */
    public String part(CampaignPart.By by, String value) {
        if (value == null) {
            return messages.getMessage("campaign.part.rest", null, reader());
        }
        if (value.isEmpty()) {
            return messages.getMessage("campaign.part.unknown", null, reader());
        }
        if (by.isWeek()) {
            return WrittenDay.inSentence(value, reader());
        }
        return by == CampaignPart.By.REGION ? region(value) : value;
    }

    /** @return the name of a region; of what is no code the words themselves */
    public String region(String code) {
        return code.matches("\\d{6}") ? places.region(code) : code;
    }

    /** @return the name of a part of a campaign's complaints for its reader; of a week its Monday */
    public String part(ComplaintPart.By by, String value) {
        return by == ComplaintPart.By.FILED ? part(CampaignPart.By.OPENED, value) : part(CampaignPart.By.REGION, value);
    }

    /** @return the Monday of a week of the trend */
    public String week(PartFigures week) {
        return WrittenDay.inSentence(week.value(), reader());
    }

    /** How a campaign's standing is drawn, for {@code data-state}. */
    public String state(Campaign campaign) {
        return switch (campaign.stage()) {
            case PLANNED, RETURNED, ISSUED -> "waiting";
            case RUNNING, EVALUATION -> "open";
            case CLOSED -> "done";
            case CALLED_OFF -> "refused";
        };
    }

    /** How a key task's standing is drawn, for {@code data-state}. */
    public String state(KeyTask task) {
        return switch (task.stage()) {
            case PLANNED, REVIEW -> "waiting";
            case OPEN -> task.lateAt() == null ? "open" : "late";
            case DONE -> "done";
            case DROPPED -> "refused";
        };
    }

    private static Locale reader() {
        return LocaleContextHolder.getLocale();
    }
}
