package org.qingwang.bench;

import java.time.LocalDate;
import java.util.List;

/**
 * Fills the tables of cases with closed ones, each with its complaint, ten entries of its timeline and two clocks that were
 * met, as the work of years leaves them: by SQL, since a million cases take the models days.
 */
final class ClosedCases {

    private static final int AT_ONCE = 100_000;

    private static final List<String> TABLES = List.of(
            """
            insert into complaint (receipt_no, secret_hash, idempotency_key, intake, filed_at, filed_by, status, case_no,
                                   received_on, channel, complainant_type, right_name, platform, seller_name, seller_region,
                                   goods, currency, claim)
            select 'TS-' || n, '\\x00', n::text, agency, opened, 'bench', 'ACCEPTED', no, opened::date, 'API',
                   'RIGHTS_HOLDER', mark, platform, 'Shop', region, goods, 'CNY', 'COUNTERFEIT_MARK' from made""",
            """
            insert into case_file (case_no, status, intake_jurisdiction, lead_jurisdiction, opened_at, closed_at, seller_name,
                                   seller_region, platform, right_name, goods, outcome, fine, search_terms)
            select no, 'CLOSED', agency, agency, opened, opened + interval '20 days', 'Shop', region, platform, mark, goods,
                   'PENALISED', 20000, array[no] from made""",
            """
            insert into case_agency (case_no, jurisdiction, role, since, reason)
            select no, agency, 'LEAD', opened, 'Region of the seller' from made""",
            """
            insert into case_reader (jurisdiction, opened_at, case_no) select agency, opened, no from made""",
            """
            insert into statutory_clock (subject, rule, rule_version, started_at, due_at, met_at, provisional, jurisdiction)
            select no, rule, '2021-07-15', opened, opened + interval '15 days', opened + interval '9 days', false, agency
            from made cross join unnest(array['commerce.lead-check', 'commerce.decision']) rule""",
            """
            insert into case_event (case_no, at, actor_id, actor_name, jurisdiction, message_key, arguments, decision)
            select no, opened + step * interval '2 days', 'commerce-zj', 'Zhou Min', agency, key,
                   case key when 'commerce.event.decided.PENALTY'
                            then array['D-' || n, '20,000.00', (opened + step * interval '2 days')::date::text, '0', '15,000']
                        when 'casefile.event.closed' then array['PENALISED']
                        when 'commerce.event.published' then array[(opened + step * interval '2 days')::date::text]
                        else array['2026'] end, false
            from made cross join unnest(array[
                'casefile.event.opened', 'casefile.event.assigned', 'commerce.event.lead-checked.FILE',
                'commerce.event.filing.FILE', 'commerce.event.findings', 'commerce.event.reviewed', 'commerce.event.told',
                'commerce.event.decided.PENALTY', 'commerce.event.published', 'casefile.event.closed'])
                with ordinality as steps (key, step)""");

    private static final String MADE =
            """
            with made as materialized (
                select n, 'AJ-330000-2026-' || lpad(n::text, 7, '0') no, 'commerce-' || region agency, region,
                       timestamptz '%1$s 08:00+08' + (n - %2$d) * (interval '%3$d days' / %4$d) opened,
                       'Mark ' || n %% 40 mark, (array['Taobao', 'Tmall', 'JD', 'Douyin', 'Pinduoduo'])[1 + n %% 5] platform,
                       (array['shoes', 'bags', 'toys', 'cosmetics', 'tea', 'phones'])[1 + n %% 6] goods
                from generate_series(%5$d, %6$d) n
                cross join lateral (select (array['330000', '440000', '310000', '110000'])[1 + n %% 4] region) place)
            """;

    private final BenchServer server;
    private final String database;

    ClosedCases(BenchServer server, String database) {
        this.server = server;
        this.database = database;
    }

    /**
     * Adds cases opened evenly over some days.
     *
     * @param from number of the first one
     * @param to number after the last one
     */
    void add(int from, int to, LocalDate firstDay, int days) {
        for (int begin = from; begin < to; begin += AT_ONCE) {
            int last = Math.min(begin + AT_ONCE, to) - 1;
            String made = MADE.formatted(firstDay, from, days, to - from, begin, last);
            TABLES.forEach(table -> server.execute(database, made + table));
            System.out.printf("%s: %,d closed cases%n", database, last);
        }
        server.execute(database, "vacuum analyze");
    }
}
