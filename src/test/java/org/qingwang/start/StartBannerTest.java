package org.qingwang.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qingwang.common.StartNotice;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.info.BuildProperties;
import org.springframework.mock.env.MockEnvironment;

/** Without this, whoever started the application for the first time does not know where it is. */
class StartBannerTest {

    @Test
    void itNamesEveryAddressAndWhatOtherPartsHaveToSay() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        StartNotice notice = () -> List.of("Data in /somewhere");
        beans.registerSingleton("notice", notice);
        MockEnvironment environment = new MockEnvironment();
        environment.setDefaultProfiles("demo");
        StartBanner banner = new StartBanner(
                beans.getBeanProvider(StartNotice.class), beans.getBeanProvider(BuildProperties.class), environment);
        assertThat(banner.text("http://localhost:8101"))
                .contains(
                        "profile demo",
                        "http://localhost:8101/desk",
                        "http://localhost:8101/camunda/app/tasklist/",
                        "http://localhost:8101/camunda/app/cockpit/",
                        "http://localhost:8101/api/v1/openapi.json",
                        "Data in /somewhere")
                .matches("[\\p{ASCII}]+");
    }
}
