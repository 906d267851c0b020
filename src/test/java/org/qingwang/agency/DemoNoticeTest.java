package org.qingwang.agency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Without this, whoever tries the demonstration does not know whom to sign in as. */
class DemoNoticeTest {

    @Test
    void itNamesEveryAccountWithItsRoleAndPlaceAndThePassword() {
        String text = String.join("\n", new DemoNotice().lines());
        assertThat(text).contains(DemoPeople.PASSWORD).matches("[\\p{ASCII}]+");
        DemoPeople.ALL.forEach(officer -> assertThat(text).contains(officer.id() + " ("));
        assertThat(text).containsPattern("commerce-330000 +.*commerce-zj-legal \\(legal reviewer\\)");
    }
}
