package org.qingwang.campaign;

import java.time.Instant;
import java.util.List;

/**
 * Something that happened to a campaign.
 *
 * @param messageKey key of the sentence that says it
 * @param arguments what the sentence names
 * @param reason why, in the words of whoever did it; null where none is asked
 */
public record CampaignEvent(Instant at, String actorName, String messageKey, List<String> arguments, String reason) {}
