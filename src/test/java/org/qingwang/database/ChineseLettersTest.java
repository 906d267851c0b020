package org.qingwang.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.qingwang.support.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Without this, nobody would learn why a seller's other name is never offered as a likely match. */
class ChineseLettersTest {

    @Test
    void aDatabaseCreatedAsOursKnowsChineseLetters() {
        assertThat(new ChineseLetters(withTrigrams(TestPostgres.newDatabase())).known())
                .isTrue();
    }

    @Test
    void aDatabaseOfCharacterTypeCDoesNotAndIsFoundOut() {
        String address = TestPostgres.newDatabase();
        JdbcClient.create(new DriverManagerDataSource(address, "postgres", "postgres"))
                .sql("create database plain template template0 lc_ctype 'C'")
                .update();
        assertThat(new ChineseLetters(withTrigrams(address.replaceFirst("qingwang_\\w+", "plain"))).known())
                .isFalse();
    }

    private static JdbcClient withTrigrams(String address) {
        JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(address, "postgres", "postgres"));
        jdbc.sql("create extension pg_trgm").update();
        return jdbc;
    }
}
