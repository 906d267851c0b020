package org.qingwang.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.qingwang.support.TestPostgres;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * If this fails, screening slows down with every case ever opened. With {@code -Dqingwang.scale=1000000} it measures at
 * a million cases, of which one in ten is open, and prints its times; see {@code docs/decisions/deconfliction.md}.
 */
class DeconflictionScaleTest {

    private static final int CASES = Integer.getInteger("qingwang.scale", 20_000);
    private static final int QUESTIONS = 200;

    private static JdbcClient jdbc;
    private static TransactionTemplate transaction;
    private static Deconfliction deconfliction;

    @BeforeAll
    static void fill() throws IOException {
        DataSource database = new SingleConnectionDataSource(TestPostgres.newDatabase(), "postgres", "postgres", true);
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        deconfliction = new Deconfliction(new CaseMatches(jdbc), new DeconflictionSettings(0.4, 8));
        jdbc.sql(new ClassPathResource("db/migration/V60__case_file.sql").getContentAsString(StandardCharsets.UTF_8))
                .update();
        jdbc.sql("select setseed(0.7)").query((row, number) -> 0).list();
        insertCases();
        jdbc.sql("analyze").update();
    }

    /** Names of two to four syllables of some four hundred, as Chinese has them. */
    private static void insertCases() {
        jdbc.sql("""
                        with syllables as (
                            select array_agg(initial || final) all_of_them
                            from unnest(string_to_array('b p m f d t n l g k h j q x zh ch sh r z c s y w', ' ')) initial,
                                 unnest(string_to_array(
                                     'a ai an ang ao e ei en eng i ian in ing iu ong u uan ui un', ' ')) final),
                        names as (select n, (select string_agg(all_of_them[1 + floor(random() * 437)::int], '')
                                from generate_series(1, 2 + n % 3), syllables where n = n) sound
                            from generate_series(1, :cases) n),
                        files as (insert into case_file (case_no, status, intake_jurisdiction, opened_at, closed_at,
                                seller_name, platform, right_name, outcome, search_terms)
                            select 'AJ-330000-2026-' || lpad(n::text, 7, '0'),
                                case when n % 10 = 0 then 'OPENED' else 'CLOSED' end, 'commerce-330000',
                                now() - n * interval '1 minute', case when n % 10 = 0 then null else now() end,
                                sound, 'taobao', 'Brand ' || n % 500, 'DISMISSED', '{}'
                            from names),
                        sellers as (insert into case_seller
                            select 'AJ-330000-2026-' || lpad(n::text, 7, '0'), sound, replace(sound, ' ', ''), sound,
                                'taobao', n % 10 = 0 from names),
                        listings as (insert into case_listing
                            select 'AJ-330000-2026-' || lpad(n::text, 7, '0'), 'https://item.taobao.com/item.htm?id=' || n,
                                'TS-' || n, n % 10 = 0 from names)
                        insert into case_mark
                        select 'AJ-330000-2026-' || lpad(n::text, 7, '0'), 'name:brand' || n % 500 from names
                        """).param("cases", CASES).update();
    }

    @Test
    void everyQuestionIsAnsweredByAnIndexOverOpenCasesOnly() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select set_config('pg_trgm.similarity_threshold', '0.4', true)")
                    .query(String.class)
                    .single();
            assertThat(plan("select * from case_seller s where s.open and s.name_sound % 'mingzhuxie'"))
                    .contains("case_seller_open_sound");
            assertThat(plan("select * from case_seller s where s.open and s.name_key = 'mingzhu'"))
                    .contains("case_seller_open_name");
            assertThat(plan("select * from case_listing l where l.open and l.address = any ('{a,b}'::text[])"))
                    .contains("case_listing_open_address");
        });
    }

    @Test
    void aComplaintIsMatchedAgainstAllOpenCasesInMilliseconds() {
        List<Probe> probes = probes();
        probes.forEach(this::ask);
        double[] millis = probes.stream().mapToDouble(this::ask).sorted().toArray();
        double median = millis[QUESTIONS / 2];
        System.out.printf(
                "deconfliction at %,d cases: median %.1f ms, p95 %.1f ms, worst %.1f ms%n",
                CASES, median, millis[QUESTIONS * 95 / 100], millis[QUESTIONS - 1]);
        assertThat(median).isLessThan(250);
    }

    private double ask(Probe probe) {
        long start = System.nanoTime();
        transaction.executeWithoutResult(status -> deconfliction.matchesFor(probe));
        return (System.nanoTime() - start) / 1e6;
    }

    private static List<Probe> probes() {
        List<String> names = jdbc.sql("select name from case_seller order by md5(case_no) limit " + QUESTIONS)
                .query(String.class)
                .list();
        return IntStream.range(0, QUESTIONS)
                .mapToObj(i -> new Probe(
                        names.get(i) + "qi",
                        "Taobao",
                        List.of("https://item.taobao.com/item.htm?id=" + i * 10, "https://shop.example/" + i),
                        null,
                        "Brand " + i))
                .toList();
    }

    private static String plan(String question) {
        return String.join(
                "\n", jdbc.sql("explain " + question).query(String.class).list());
    }
}
