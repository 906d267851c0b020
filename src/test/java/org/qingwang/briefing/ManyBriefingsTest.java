package org.qingwang.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.briefing.process.Reporting;
import org.qingwang.campaign.CampaignService;
import org.qingwang.indicator.IndicatorCatalogue;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** If this fails, the three hundredth week of a campaign costs three hundred times the first. */
@QingwangTest
class ManyBriefingsTest {

    private static final int WEEKS = 150;
    private static final int SMALL = 3;
    private static final String FILED = "cases-filed";

    @Autowired
    Reporting reporting;

    @Autowired
    CampaignService campaigns;

    @Autowired
    IndicatorCatalogue catalogue;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource pool;

    private final AtomicInteger statements = new AtomicInteger();
    private BriefingDesk desk;
    private PublicBriefings published;

    @BeforeEach
    void countStatements() {
        DataSource counting = new Counting(pool, statements);
        JdbcClient client = JdbcClient.create(counting);
        Briefings briefings = new Briefings(client);
        BriefingFigures figures = new BriefingFigures(client, new JdbcTemplate(counting));
        AgencyReturns returns = new AgencyReturns(client);
        RunningTotals running = new RunningTotals(figures);
        FormerNumbers former = new FormerNumbers(figures, returns, catalogue, running, new Narrative(messages));
        desk = new BriefingDesk(briefings, returns, figures, former, campaigns, catalogue);
        published = new PublicBriefings(desk, figures, running, campaigns);
    }

    /** Four cases filed each week and, once, a single one: with it every later running total is untold. */
    @Test
    void aBriefingCostsTheSameHoweverManyCameBefore() {
        String campaignNo = reporting.campaign();
        publishWeeks(campaignNo);
        String second = number(campaignNo, 2);
        String last = number(campaignNo, WEEKS);

        int few = counted(() -> published.find(second));
        int many = counted(() -> published.find(last));

        assertThat(many).as("statements for the page of everybody").isEqualTo(few);
        assertThat(cumulative(second)).isEqualTo(new PublicBriefing.Cell(new BigDecimal("8"), false));
        assertThat(cumulative(last)).as("since the small week").isEqualTo(new PublicBriefing.Cell(null, true));
        BriefingDesk.View view = reporting.asOffice(() -> desk.find(last, 0).orElseThrow());
        assertThat(counted(() -> desk.periodsOf(view, FILED)))
                .as("statements for all periods of a figure")
                .isEqualTo(1);
        List<BriefingDesk.Period> periods = desk.periodsOf(view, FILED);
        assertThat(periods)
                .hasSize(WEEKS)
                .first()
                .extracting(BriefingDesk.Period::briefing)
                .isEqualTo(view.briefing());
        assertThat(periods.stream().map(BriefingDesk.Period::value).reduce(BigDecimal.ZERO, BigDecimal::add))
                .as("4 in each of 149 weeks, and 1")
                .isEqualByComparingTo("597");
        assertThat(view.totals().get(FILED).cumulative()).isEqualByComparingTo("597");
    }

    /** What does not fit the first page of the list is on the next ones, each once. */
    @Test
    void everyPublishedBriefingIsOnOnePageOfTheList() {
        String campaignNo = reporting.campaign();
        publishWeeks(campaignNo);
        List<String> listed = new ArrayList<>();
        for (Integer from = 0; from != null; ) {
            BriefingDesk.Page page = desk.published(from);
            assertThat(page.briefings()).hasSizeBetween(1, 100);
            page.briefings().stream()
                    .filter(one -> one.campaignNo().equals(campaignNo))
                    .forEach(one -> listed.add(one.briefingNo()));
            from = page.next();
        }

        assertThat(listed).hasSize(WEEKS).doesNotHaveDuplicates();
        assertThat(listed.get(0)).as("the newest first").isEqualTo(number(campaignNo, WEEKS));
    }

    private PublicBriefing.Cell cumulative(String briefingNo) {
        return published.find(briefingNo).orElseThrow().rows().stream()
                .filter(row -> row.indicator().key().equals(FILED))
                .findFirst()
                .orElseThrow()
                .cumulative();
    }

    private int counted(Supplier<?> act) {
        statements.set(0);
        act.get();
        return statements.get();
    }

    private static String number(String campaignNo, int week) {
        return "JB-1999-%s%04d".formatted(campaignNo.substring(campaignNo.length() - 4), week);
    }

    /** As compiling, reviewing and publishing leave them; long ago, so that no list of the newest shows them. */
    private void publishWeeks(String campaignNo) {
        for (String statement : List.of("""
                insert into briefing
                select :stem || lpad(n::text, 4, '0'), :campaign, date '1999-01-04', date '1999-01-04' + 7 * (n - 1),
                       date '1999-01-04' + 7 * n - 1, array[:filed], 'PUBLISHED', 1, now()
                from generate_series(1, :weeks) n""", """
                insert into briefing_version
                select briefing_no, 1, now(), 'Words', '文字', null, 'office', 'Office', null, 'Supervisor', now()
                from briefing where campaign_no = :campaign""", """
                insert into briefing_figure
                select :stem || lpad(n::text, 4, '0'), 1, :filed, 'commerce-330000', case when n = :small then 1 else 4 end,
                       null, null
                from generate_series(1, :weeks) n""", """
                insert into briefing_total
                select :stem || lpad(n::text, 4, '0'), 1, :filed, case when n = :small then 1 else 4 end,
                       4 * n - case when n >= :small then 3 else 0 end
                from generate_series(1, :weeks) n""", """
                insert into briefing_behind
                select :stem || lpad(n::text, 4, '0'), :filed, 'commerce-330000', case when n = :small then 1 else 4 end, 0
                from generate_series(1, :weeks) n""")) {
            jdbc.sql(statement)
                    .param("stem", number(campaignNo, 0).substring(0, 12))
                    .param("campaign", campaignNo)
                    .param("filed", FILED)
                    .param("small", SMALL)
                    .param("weeks", WEEKS)
                    .update();
        }
    }

    /** Counts what is sent to the database. */
    private static final class Counting extends DelegatingDataSource {

        private final AtomicInteger statements;

        Counting(DataSource pool, AtomicInteger statements) {
            super(pool);
            this.statements = statements;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")) {
                            statements.incrementAndGet();
                        }
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
