package org.qingwang.casefile;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.qingwang.agency.Jurisdiction;

/** Between the columns of tables about cases and campaigns, and the domain. */
public final class Columns {

    private Columns() {}

    public static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    public static Jurisdiction jurisdiction(ResultSet row, String column) throws SQLException {
        String id = row.getString(column);
        return id == null ? null : Jurisdiction.parse(id);
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }

    public static List<Jurisdiction> jurisdictions(ResultSet row, String column) throws SQLException {
        return texts(row, column).stream().map(Jurisdiction::parse).toList();
    }

    public static String[] array(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }

    public static String[] ids(Collection<Jurisdiction> jurisdictions) {
        return jurisdictions.stream().map(Jurisdiction::id).toArray(String[]::new);
    }
}
