package org.qingwang.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Without this, a guesser could write a new address into each request and never be stopped. */
class NearestProxiesTest {

    @Test
    void whatWasWrittenBeforeOurProxyIsForgotten() {
        assertThat(NearestProxies.nearest(List.of("198.51.100.1, 10.1.2.3"), 1)).isEqualTo("10.1.2.3");
        assertThat(NearestProxies.nearest(List.of("198.51.100.1", "10.1.2.3"), 1))
                .isEqualTo("10.1.2.3");
    }

    @Test
    void withTwoProxiesTheOuterOnesWordCounts() {
        assertThat(NearestProxies.nearest(List.of("198.51.100.1,10.1.2.3,10.9.9.9"), 2))
                .isEqualTo("10.1.2.3, 10.9.9.9");
    }

    @Test
    void aShortListStaysAsItIs() {
        assertThat(NearestProxies.nearest(List.of("203.0.113.9"), 2)).isEqualTo("203.0.113.9");
    }
}
