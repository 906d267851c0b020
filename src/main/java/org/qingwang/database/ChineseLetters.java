package org.qingwang.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks whether the database takes Chinese characters for letters. Under the character type C it does not, and that is
 * fixed when a database is created; everything works, only searches for Chinese names find less and read more.
 */
@Component
class ChineseLetters implements SmartInitializingSingleton {

    static final String WARNING = "This database takes Chinese characters for no letters (LC_CTYPE C): searches by"
            + " Chinese names will be slow and miss similar ones. Create it with LC_CTYPE 'C.UTF-8', as"
            + " docker/compose.yaml does.";

    private static final Logger LOG = LoggerFactory.getLogger(ChineseLetters.class);

    private final JdbcClient jdbc;

    ChineseLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!known()) {
            LOG.warn(WARNING);
        }
    }

    boolean known() {
        return jdbc.sql("select cardinality(show_trgm('清网')) > 0")
                .query(Boolean.class)
                .single();
    }
}
