package org.qingwang.portal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How much strangers may ask for.
 *
 * @param requests from one address in a quarter of an hour
 * @param sendings of forms from one address in a quarter of an hour
 * @param perLink requests with one personal link in a quarter of an hour, from wherever
 * @param guesses links, numbers and secrets that do not exist, from one address in a quarter of an hour
 * @param megabytesPerDay sent from one address
 */
@Component
record PublicLimits(int requests, int sendings, int perLink, int guesses, int megabytesPerDay) {

    PublicLimits(
            @Value("${qingwang.public.requests:300}") int requests,
            @Value("${qingwang.public.sendings:100}") int sendings,
            @Value("${qingwang.public.requests-per-link:200}") int perLink,
            @Value("${qingwang.public.guesses:20}") int guesses,
            @Value("${qingwang.public.megabytes-per-day:1000}") int megabytesPerDay) {
        this.requests = requests;
        this.sendings = sendings;
        this.perLink = perLink;
        this.guesses = guesses;
        this.megabytesPerDay = megabytesPerDay;
    }
}
