package org.qingwang.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much other systems may ask for.
 *
 * @param requestsPerMinute with one key, all nodes together
 * @param strangersPerMinute from one address without a key, to follow a complaint by its secret
 */
@ConfigurationProperties("qingwang.api")
record ApiSettings(
        @DefaultValue("600") long requestsPerMinute,
        @DefaultValue("30") long strangersPerMinute) {}
