package org.qingwang.campaign;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qingwang.agency.Jurisdiction;

/** Numbers of campaigns and of their parts: each begins with the campaign's own. */
final class CampaignNumbers {

    private static final Pattern NUMBER = Pattern.compile("(ZX-\\d{4}-\\d{4,})(?:-.+)?");

    private CampaignNumbers() {}

    static String campaign(int year, long next) {
        return "ZX-%d-%04d".formatted(year, next);
    }

    static String participation(String campaignNo, Jurisdiction jurisdiction) {
        return campaignNo + "-" + jurisdiction.id();
    }

    static String task(String campaignNo, int position) {
        return "%s-T%02d".formatted(campaignNo, position);
    }

    static String measure(String campaignNo, int position) {
        return "%s-M%02d".formatted(campaignNo, position);
    }

    /** @return the campaign a number belongs to; empty if it is no number of a campaign or its parts */
    static Optional<String> campaignOf(String number) {
        Matcher matcher = NUMBER.matcher(number);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
