package org.qingwang.pledge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.qingwang.pledge.CreditCode;
import org.qingwang.pledge.PlatformEndService;
import org.qingwang.pledge.Pledge;
import org.qingwang.pledge.Pledge.Ending;
import org.qingwang.pledge.Pledge.Stage;
import org.qingwang.pledge.PledgeLinkService;
import org.qingwang.pledge.PledgeService;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** If this fails, a merchant is bound or freed by its platform's end otherwise than by what it signed, or never hears. */
@QingwangTest
class PlatformEndTest {

    private static final String LAW = "e-commerce-law/1";

    @Autowired
    Pledger pledger;

    @Autowired
    PledgeService pledges;

    @Autowired
    PledgeLinkService links;

    @Autowired
    PlatformEndService ends;

    @Autowired
    RuntimeService runtime;

    @LocalServerPort
    int port;

    @Test
    void aMerchantsPledgeEndsOrStandsAsItsTextSays() {
        CreditCode platform = pledger.firm();
        String parent = pledger.inForce(pledger.signed(pledger.invited(platform)));
        String standing = merchantInForce(platform, Pledger.PACT, parent);
        String bound = merchantInForce(platform, LAW, parent);
        assertThat(shown(standing)).contains("When that pledge ends, this one stays in force.");
        assertThat(shown(bound)).contains("When that pledge ends, this one ends with it.");
        assertThat(ends.settleNext(parent))
                .as("nothing is settled while it is in force")
                .isFalse();
        assertThat(pledger.pledge(standing).parentEndedAt()).isNull();

        links.giveUp(pledger.token(parent), "We close the platform");
        pledger.runJobs(parent);
        ends.settleNext(parent);

        Pledge left = pledger.pledge(standing);
        assertThat(left.stage()).isEqualTo(Stage.IN_FORCE);
        assertThat(left.parentEndedAt()).isNotNull();
        assertThat(pledger.mailKinds(standing)).containsExactly("invitation", "published", "platform-ended");
        assertThat(pledger.instances(standing)).hasSize(1);
        assertThat(HttpUser.stranger(port).get("/pledges/" + standing).body()).contains(parent, "it ended on");
        Pledge gone = pledger.pledge(bound);
        assertThat(gone.ending()).isEqualTo(Ending.WITH_PLATFORM);
        assertThat(pledger.mailKinds(bound)).containsExactly("invitation", "published", "ended-with-platform");
        assertThat(pledger.mails(bound).get(2).body()).contains(parent);
        assertThat(pledger.instances(bound)).isEmpty();
        assertThat(pledger.instances(parent)).isEmpty();
    }

    /** More than fit into one batch; and a drive that was still asking. */
    @Test
    void nobodySignsUnderAPledgeThatIsNoneAnyMore() {
        CreditCode platform = pledger.firm();
        String parent = pledger.inForce(pledger.signed(pledger.invited(platform)));
        List<CreditCode> asked = pledger.firms(21, platform.value());
        pledger.runJobs(pledger.order(asked, parent));
        String late = pledger.order(pledger.firms(1, platform.value()), parent);

        links.giveUp(pledger.token(parent), "We close the platform");
        pledger.runJobs(parent);
        pledger.runJobs(late);

        assertThat(asked)
                .allSatisfy(merchant ->
                        assertThat(pledger.newest(merchant).ending()).isEqualTo(Ending.WITH_PLATFORM));
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(PledgeDriveProcess.KEY)
                        .processInstanceBusinessKey(late)
                        .count())
                .as("the drive is through")
                .isZero();
        assertThat(pledges.under(parent)).isEmpty();
    }

    @Test
    void theNextPledgeOfAMerchantIsSignedUnderOneThatHolds() {
        CreditCode platform = pledger.firm();
        String first = pledger.inForce(pledger.signed(pledger.invited(platform)));
        String merchant = merchantInForce(platform, Pledger.PACT, first);
        String other = merchantInForce(platform, Pledger.PACT, first);
        links.giveUp(pledger.token(first), "We begin anew");
        pledger.runJobs(first);

        assertThat(pledger.pledge(pledges.renew(merchant)).parent()).isNull();
        String second = pledger.inForce(pledger.signed(pledger.invited(platform)));
        assertThat(pledger.pledge(pledges.renew(other)).parent()).isEqualTo(second);
    }

    private String merchantInForce(CreditCode platform, String text, String parent) {
        return pledger.inForce(pledger.signed(pledger.invited(pledger.merchantOf(platform), text, parent)));
    }

    private String shown(String pledgeNo) {
        return pledges.toSign(pledger.sheet(pledgeNo), Locale.ENGLISH).orElseThrow();
    }
}
