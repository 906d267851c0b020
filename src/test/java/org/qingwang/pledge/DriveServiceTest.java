package org.qingwang.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qingwang.mail.Mails;
import org.qingwang.pledge.process.Pledger;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** If this fails, an application that dies while a thousand firms are asked leaves some out, or asks some twice. */
@QingwangTest
class DriveServiceTest {

    @Autowired
    DriveService drives;

    @Autowired
    Pledger pledger;

    @Autowired
    Mails mails;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    /** The node dies twice: in the middle of a batch, and after its work but before the commit. */
    @Test
    void eachFirmGetsOneMailHoweverOftenABatchBreaksOff() {
        List<CreditCode> asked = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            asked.add(pledger.firm());
        }
        String driveNo = pledger.order(asked, "");

        drives.inviteNext(driveNo, 2);
        transactions.executeWithoutResult(status -> {
            drives.inviteNext(driveNo, 4);
            status.setRollbackOnly();
        });
        assertThat(drives.inviteNext(driveNo, 1)).isTrue();
        transactions.executeWithoutResult(status -> {
            drives.inviteNext(driveNo, 10);
            status.setRollbackOnly();
        });
        pledger.runJobs(driveNo);

        List<String> numbers = jdbc.sql("select pledge_no from pledge_drive_firm where drive_no = :no")
                .param("no", driveNo)
                .query(String.class)
                .list();
        assertThat(numbers).hasSize(25).doesNotContainNull().doesNotHaveDuplicates();
        numbers.forEach(pledger::runJobs);
        assertThat(numbers)
                .allSatisfy(
                        number -> assertThat(mails.about("pledge " + number)).hasSize(1));
        assertThat(jdbc.sql("select count(*) from pledge where firm in (:firms)")
                        .param("firms", asked.stream().map(CreditCode::value).toList())
                        .query(Integer.class)
                        .single())
                .isEqualTo(25);
    }
}
