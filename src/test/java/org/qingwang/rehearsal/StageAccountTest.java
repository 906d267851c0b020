package org.qingwang.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** If this fails, an installation whose account may not create databases takes rehearsals it can never play. */
@QingwangTest
class StageAccountTest {

    @Autowired
    Rehearsals table;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    AuditLog audit;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Clock clock;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource pool;

    private final String account = "qingwang_" + UUID.randomUUID().toString().replace("-", "");
    private SingleConnectionDataSource asAccount;
    private StageDatabase database;

    @BeforeEach
    void connectAsAnAccount() throws SQLException {
        jdbc.sql("create role " + account).update();
        asAccount = new SingleConnectionDataSource(pool.getConnection(), true);
        JdbcClient own = JdbcClient.create(asAccount);
        own.sql("set role " + account).update();
        database = new StageDatabase(own, pool);
    }

    @AfterEach
    void leave() {
        JdbcClient.create(asAccount).sql("reset role").update();
        asAccount.destroy();
        jdbc.sql("drop role " + account).update();
    }

    @Test
    void whoMayCreateNoDatabaseIsToldWhatToDoAndNothingWaits() {
        RehearsalService rehearsals = new RehearsalService(table, database, calendar, audit, events, clock);
        int waiting = table.waiting();

        BadInput refusal = Rehearsing.as(SignIn.office(), () -> {
            try {
                return new BadInput("", rehearsals.ask(Rehearsing.refusals(1), UUID.randomUUID()));
            } catch (BadInput e) {
                return e;
            }
        });

        assertThat(said(refusal, Locale.ENGLISH))
                .contains(
                        "the account “" + account + "” may not create one", "alter role \"" + account + "\" createdb");
        assertThat(said(refusal, Locale.CHINESE)).contains(account, "无权创建");
        assertThat(table.waiting()).as("nothing is kept").isEqualTo(waiting);
        jdbc.sql("alter role " + account + " createdb").update();
        assertThat(database.mayBeMade()).as("the remedy the sentence names").isTrue();
    }

    private String said(BadInput refusal, Locale language) {
        return messages.getMessage(refusal.messageKey(), refusal.arguments(), language);
    }
}
