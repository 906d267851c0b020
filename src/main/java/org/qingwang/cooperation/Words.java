package org.qingwang.cooperation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.BadInput;
import org.qingwang.common.GivenText;

/** What people write, and how it stands in this package's tables. */
final class Words {

    private Words() {}

    /** @throws BadInput if there is nothing, or too much */
    static String required(String field, String text) {
        return GivenText.required(field, text, "cooperation.missing." + field, "casefile.too-long");
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Jurisdiction jurisdiction(ResultSet row, String column) throws SQLException {
        String id = row.getString(column);
        return id == null ? null : Jurisdiction.parse(id);
    }

    static String id(Jurisdiction jurisdiction) {
        return jurisdiction == null ? null : jurisdiction.id();
    }
}
