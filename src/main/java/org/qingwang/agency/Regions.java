package org.qingwang.agency;

import com.google.common.base.Suppliers;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code region} and {@code jurisdiction}: data, never changed while the product runs, so read once. */
@Repository
class Regions {

    private final Supplier<List<Region>> regions;
    private final Supplier<List<Jurisdiction>> jurisdictions;

    Regions(JdbcClient database) {
        this.regions = Suppliers.memoize(
                () -> database.sql("select code, english_name, chinese_name, active from region order by code")
                        .query(Region.class)
                        .list());
        this.jurisdictions = Suppliers.memoize(
                () -> database.sql("select id from jurisdiction order by id").query(String.class).list().stream()
                        .map(Jurisdiction::parse)
                        .toList());
    }

    List<Region> all() {
        return regions.get();
    }

    List<Jurisdiction> jurisdictions() {
        return jurisdictions.get();
    }
}
