package org.qingwang.agency;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code region} and {@code jurisdiction}: data, never changed while the product runs. */
@Repository
class Regions {

    private final JdbcClient database;

    Regions(JdbcClient database) {
        this.database = database;
    }

    List<Region> all() {
        return database.sql("select code, english_name, chinese_name, active from region order by code")
                .query(Region.class)
                .list();
    }

    List<Jurisdiction> jurisdictions() {
        return database.sql("select id from jurisdiction order by id").query(String.class).list().stream()
                .map(Jurisdiction::parse)
                .toList();
    }
}
