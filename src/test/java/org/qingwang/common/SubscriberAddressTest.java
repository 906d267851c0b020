package org.qingwang.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Without this, one subscriber with a network of addresses would have a network of allowances. */
class SubscriberAddressTest {

    @Test
    void anIpv6SubscriberIsOneSource() {
        assertThat(SubscriberAddress.of("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(SubscriberAddress.of("2001:db8:1:2::1"))
                .isNotEqualTo(SubscriberAddress.of("2001:db8:1:3::1"));
        assertThat(SubscriberAddress.of("203.0.113.9")).isEqualTo("203.0.113.9");
    }
}
