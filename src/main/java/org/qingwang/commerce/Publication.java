package org.qingwang.commerce;

import java.time.LocalDate;

/**
 * The penalty was published (SAMR Order 45), or pushed to the province where the party is registered.
 *
 * @param address web address of the publication; null if it was pushed
 * @param publishedOn when it was published, or pushed
 * @param region code of the province it was pushed to; null if it was published here
 * @param light whether the penalty is only a criticism or a small fine, which stay up for a shorter time
 * @param cleared whether secrets and personal data are left out; null in forms that did not ask yet
 * @param leftOut what was left out; null if nothing
 */
public record Publication(
        PublicationChannel channel,
        String address,
        LocalDate publishedOn,
        String region,
        Boolean light,
        Boolean cleared,
        String leftOut) {

    public Publication {
        light = light == null ? Boolean.FALSE : light;
        cleared = cleared == null ? Boolean.TRUE : cleared;
    }

    /** Whether another province publishes it. */
    public boolean isPushed() {
        return channel == PublicationChannel.OTHER_PROVINCE;
    }
}
